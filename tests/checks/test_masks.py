"""What privacy rules find is hidden wherever it is shown, and nothing else is."""

import pytest

from disclosure.checks.rules import RULES
from disclosure.report.formats import render_report
from tests.checks.desk import SOUND, to_yaml, verdict_of

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
