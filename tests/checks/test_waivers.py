"""Waivers: comments by which an editor answers for a finding."""

import pytest

from disclosure.diagnostics import Level
from tests.checks.desk import SOUND, to_yaml, verdict_of

BASE = to_yaml({key: value for key, value in SOUND.items() if key != "sections"})
DASH = "遵循“团结一批评一团结”的方针。"


def notice(section: str, head: str = "") -> str:
    """Return a notice with one section given as YAML lines."""
    return head + BASE + "sections:\n  - title: 整改\n" + section


def codes(text: str) -> list[str]:
    """Return codes of findings, in order."""
    return [each.code for each in verdict_of(text).diagnostics]


@pytest.mark.parametrize(
    "section",
    [
        f"    body: {DASH}  # 豁免 typography.dash：照登报原文\n",
        f"    # 豁免 typography.dash：照登报原文\n    body: {DASH}\n",
        f"    # 豁免 typography.dash: 照登报原文\n\n    # 另一句说明\n    body: {DASH}\n",
        f"    # 豁免 typography.dash：照登报原文\n    body: >\n      开展学习。\n      {DASH}\n",
        f"    body: >  # 豁免 typography.dash：照登报原文\n      {DASH}\n",
        f"    # 豁免 typography.dash、names.pairs：照登报原文\n    body: “{DASH}\n",
    ],
)
def test_waived(section: str) -> None:
    """A waiver holds for the value on its line or below it, whatever the value's form."""
    verdict = verdict_of(notice(section))
    assert not [each for each in verdict.diagnostics if each.code.startswith(("typ", "waiv"))]
    assert {each.reason for each in verdict.waived} == {"照登报原文"}


@pytest.mark.parametrize(
    ("section", "code"),
    [
        (f"    body: {DASH}  # 豁免 typography.dash\n", "waiver.reason"),
        (f"    body: {DASH}  # 豁免 typography.dash：\n", "waiver.reason"),
        (f"    body: {DASH}  # 豁免 typography.dsah：照原文\n", "waiver.unknown"),
        (f"    body: {DASH}  # 豁免 破折号：照原文\n", "waiver.form"),
        (
            f"    # 豁免 typography.dash：照原文\n    measures: 健全制度。\n    body: {DASH}\n",
            "waiver.unused",
        ),
    ],
)
def test_not_waived(section: str, code: str) -> None:
    """A waiver without reason, of an unknown rule or for another value waives nothing and is told."""
    found = codes(notice(section))
    assert "typography.dash" in found
    assert code in found


def test_unused() -> None:
    """A waiver that nothing needs is reported as a warning."""
    found = verdict_of(notice("    body: 开展学习。  # 豁免 typography.dash：照原文\n")).diagnostics
    assert [(each.level, each.line) for each in found if each.code == "waiver.unused"] == [
        (Level.WARNING, 13)
    ]


def test_part_of_a_text() -> None:
    """What looks like a waiver inside quotes or a block is text."""
    text = notice('    body: "开展学习。# 豁免 typography.dash：照原文"\n')
    assert not [code for code in codes(text) if code.startswith("waiver")]
    text = notice("    body: |\n      开展学习。\n      # 豁免 typography.dash：照原文。\n")
    assert not [code for code in codes(text) if code.startswith("waiver")]


def test_whole_file() -> None:
    """Above the first value, a waiver also holds for findings about the file as a whole."""
    head = "# 豁免 release.metadata：本单位不设关键词\n"
    text = notice("    body: 开展学习。\n", head).replace("keywords:\n- 巡察整改\n", "")
    assert "release.metadata" not in codes(text)
    assert "release.metadata" in codes(text.removeprefix(head))


def test_privacy_is_waived_only_with_a_reason() -> None:
    """Personal information may stand where somebody says why."""
    told = "    body: 咨询手机13812345678。  # 豁免 privacy.mobile"
    assert "privacy.mobile" in codes(notice(told + "\n"))
    assert "privacy.mobile" not in codes(notice(told + "：经本人书面同意公开\n"))


def test_masked_wherever_shown() -> None:
    """Neither sentence nor source line shows the digits, in no finding about that line."""
    number = "11010519491231002X"
    text = notice(f"    body: 身份证号{number},手机138 1234 5678，，补助约50万元左右。\n")
    found = verdict_of(text).diagnostics
    assert len({each.code for each in found if each.line == 13}) >= 4
    for each in found:
        shown = str(each.params) + each.excerpt
        assert number not in shown
        assert "1234 5678" not in shown
        assert len(each.excerpt) in {0, len(text.split("\n")[each.line - 1])}


TWO = f"""    sections:
      - title: 甲
        body: {DASH}
      - title: 乙
        body:
          - {DASH}
          - 再次{DASH}
  - title: 另一章
    body: {DASH}
"""


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("", "# 豁免全文 typography.dash：照登报原文\n", 0),
        ("", "    # 豁免（全文） typography.dash：照登报原文\n", 0),
        ("  - title: 另一章\n", "    # 豁免全文 typography.dash：照登报原文\n", 0),
        ("      - title: 甲\n", "        # 豁免本节 typography.dash：照登报原文\n", 3),
        ("", "    # 豁免本节 typography.dash：照登报原文\n", 1),
        ("        body: " + DASH + "\n", "      # 豁免本节 typography.dash：照登报原文\n", 2),
        ("      - title: 乙\n", "        # 豁免(本节) typography.dash：照登报原文\n", 2),
        ("  - title: 另一章\n", "    # 豁免本节 typography.dash：照登报原文\n", 3),
    ],
)
def test_wider_waivers(before: str, after: str, left: int) -> None:
    """One waiver stands for a rule over a whole notice, one over the section it stands in."""
    text = notice(TWO)
    at = text.index(before, text.index("    sections:")) + len(before)
    verdict = verdict_of(text[:at] + after + text[at:])
    codes_left = [each.code for each in verdict.diagnostics]
    assert codes_left.count("typography.dash") == 2 * left  # two in every text
    assert not [code for code in codes_left if code.startswith("waiver")]
    assert len(verdict.waived) == 2 * (4 - left)


def test_a_whole_chapter() -> None:
    """Above a chapter's title it takes in the sections below, and ends with the chapter."""
    text = notice(TWO).replace(
        "  - title: 整改\n", "  # 豁免本节 typography.dash：照登报原文\n  - title: 整改\n"
    )
    assert codes(text).count("typography.dash") == 2


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("# 豁免本节 typography.dash：照原文\n", "waiver.section"),
        ("# 豁免全文 typography.dash\n", "waiver.reason"),
        ("# 豁免全文 typography.dsah：照原文\n", "waiver.unknown"),
        ("# 豁免全部 typography.dash：照原文\n", "waiver.form"),
        ("# 豁免全文 typography.ellipsis：照原文\n", "waiver.unused"),
    ],
)
def test_wider_waivers_that_waive_nothing(line: str, code: str) -> None:
    """In no section, without a reason, misspelt or for nothing: told as the others are."""
    found = codes(line + notice(TWO))
    assert found.count("typography.dash") == 8
    assert code in found


def test_a_section_in_brackets() -> None:
    """A section may stand in one line; the next one is another."""
    text = BASE + (
        "sections:\n"
        f"  - {{title: 甲, body: {DASH}}}  # 豁免本节 typography.dash：照原文\n"
        f"  - {{title: 乙, body: {DASH}}}\n"
    )
    assert codes(text).count("typography.dash") == 2
