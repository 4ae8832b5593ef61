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
