"""What privacy rules find is hidden wherever it is shown, and nothing else is."""

import pytest

from disclosure.checks.rule import Rule, in_piece
from disclosure.checks.rules import RULES
from disclosure.checks.run import check_notice
from disclosure.diagnostics import Diagnostic, Level
from disclosure.report.formats import render_report
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, SOUND, subject_of, to_yaml, verdict_of

PRIVATE = [rule for rule in RULES if rule.id.startswith("privacy.")]
BASE = to_yaml({key: value for key, value in SOUND.items() if key not in {"contact", "keywords"}})
# How a clerk may write it, and what must still be read in the line that is shown.
WAYS = (
    ("contact: {phone: 13812345678}", "contact: {phone: "),
    ("contact: {phone: '13812345678'}", "contact: {phone: '"),
    ("contact: {phone: [13812345678, 0563-2263070]}", "0563-2263070]}"),
    ("contact: [{phone: 13812345678}]", "contact: [{phone: "),
    ("contact:\n  phone: 13812345678", "  phone: "),
    ("contact:\n  phone:\n    - 13812345678", "    - "),
    ("contact:\n  - phone: 13812345678\n    fax: 0563-2263070", "  - phone: "),
    ("contact: {fax: 13812345678, phone: 0563-2263070}", "phone: 0563-2263070}"),
    ("contact: {phone: 138 1234 5678}", "contact: {phone: "),
    ("contact: {phone: 138-1234-5678}", "contact: {phone: "),
    ("contact: {person: 王某13812345678, phone: 0563-2263070}", "person: 王某"),
    ("contact: {address: 'a13812345678 13812345678', phone: 0563-2263070}", "address: "),
    ("lead: 电话13812345678。", "lead: 电话"),
    ("lead: ['电话13812345678。']", "lead: ["),
    ("lead:\n  - 电话13812345678。", "  - 电话"),
    ("lead: |\n  第一段。\n\n  电话13812345678。", "  电话"),
    ("lead: >-\n  第一段，\n  电话13812345678。", "  电话"),
    ("lead: 第一段，\n  电话13812345678。", "  电话"),
    ("keywords: [电话13812345678]", "keywords: [电话"),
    ("labels: {leader: 电话13812345678}", "labels: {leader: 电话"),
    ("inspection: {team: 组13812345678, start: 2021-01-01, end: 2021-01-02, feedback: 2021-01-03}", "team: "),
    ("unit: 13812345678", "unit: "),
    ("signature: {name: 13812345678, date: 2022-02-22}", "signature: {name: "),
    ("attachments: [{title: 表13812345678, url: https://www.example.gov.cn/}]", "attachments: [{title: "),
)  # fmt: skip


@pytest.mark.parametrize(("way", "read"), WAYS, ids=[way.replace("\n", "/") for way, _ in WAYS])
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_the_value_is_hidden_and_the_key_is_not(way: str, read: str, form: str) -> None:
    """The number stands in no output; key and neighbours can be read where lines are shown."""
    found = verdict_of(f"{BASE}{way}\n", rules=PRIVATE).diagnostics
    mobile = [each for each in found if each.code in {"privacy.mobile", "privacy.contact_mobile"}]
    assert mobile
    assert not [each for each in mobile if "1234" in each.excerpt.replace("a13812345678", "")]
    told = "\n".join(render_report(mobile, form, "zh"))
    assert "138****5678" in told
    if form == "text":
        assert read in told
    else:
        assert "1234" not in told


@pytest.mark.parametrize(
    "way", ['contact: {phone: "\\u0031\\u0033812345678"}', 'lead: "电话\\x31\\x33812345678。"']
)
def test_escaped_numbers_are_hidden_whole(way: str) -> None:
    """Where the file writes the number in escapes, all of the value is hidden."""
    (found,) = verdict_of(f"{BASE}{way}\n", rules=PRIVATE).diagnostics
    assert "12345" not in found.excerpt
    assert found.excerpt.startswith(way.partition(":")[0])


def test_the_report_hides_it() -> None:
    """The page and the JSON of ``check --report`` hold no digit of the middle."""
    from disclosure.editorial.report import report_files
    from disclosure.project.settings import Settings
    from tests.conftest import ROOT

    verdict = verdict_of(f"{BASE}contact: {{phone: 13812345678}}\n", rules=PRIVATE)
    settings = Settings(ROOT, ROOT / "content", ROOT / "templates", ROOT / "site", ROOT / ".cache")
    for data in report_files(settings, verdict.diagnostics, ()):
        assert "13812345678" not in data.decode()
        assert "12345" not in data.decode()
        assert "138****5678" in data.decode()


@pytest.mark.parametrize("written", ["138 1234 5678", "138-1234-5678", "13812345678"])
def test_other_rules_do_not_quote_it(written: str) -> None:
    """A rule about blanks, marks or repetitions that has the number in its sentence hides it."""
    text = f"{BASE}lead: 电话{written}。\n"
    everything = Rule(
        "names.repeated",
        Level.WARNING,
        "测试",
        "",
        lambda context: (
            in_piece(piece, 0, len(piece.text), text=piece.text, name=piece.text)
            for piece in context.prose
        ),
    )
    found = verdict_of(text, rules=[everything, *PRIVATE]).diagnostics
    (quoted,) = (each for each in found if "电话" in str(each.params))
    assert "1234" not in str(quoted.params) + quoted.excerpt
    assert "电话13" in dict(quoted.params)["text"]


def test_what_the_loader_found_hides_it() -> None:
    """A line that is shown because of its form is masked as well."""
    text = f"{BASE}lead: 电话13812345678。\n"
    loaded, _ = load_notice(text.encode(), SHOWN)
    assert loaded is not None
    (private,) = verdict_of(text, rules=PRIVATE).diagnostics
    line = text.split("\n")[private.line - 1]
    early = Diagnostic(SHOWN, private.line, 1, Level.WARNING, "text.empty", (), line, 1)
    context = subject_of(loaded)
    (first, *_) = check_notice(context, loaded.places, SHOWN, PRIVATE, [early]).diagnostics
    assert first.code == "text.empty"
    assert first.excerpt == line.replace("12345678", "****5678")
