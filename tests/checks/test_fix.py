"""``check --fix``: certain repairs, in the file, and nothing else."""

from collections.abc import Iterator

import pytest

from disclosure.checks.context import NoticeContext
from disclosure.checks.fix import find_repairs, mended_text
from disclosure.checks.rule import Edit
from disclosure.checks.rules import RULES
from disclosure.source.load import load_notice
from disclosure.zh.dates import is_workday
from tests.checks.desk import SHOWN, SITE_MODEL, SOUND, TERMS, to_yaml
from tests.conftest import ROOT

BASE = to_yaml({key: value for key, value in SOUND.items() if key != "sections"})


def mended(text: str) -> str:
    """Return the file with its certain repairs made."""
    loaded, found = load_notice(text.encode(), SHOWN)
    assert loaded is not None, found
    assert SITE_MODEL is not None
    context = NoticeContext(
        loaded.notice, loaded.figures, loaded.outline, SITE_MODEL, TERMS, is_workday, {}
    )
    return mended_text(loaded.places.lines, find_repairs(context, loaded.places, RULES))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("会议3次,学习2次。", "会议3次，学习2次。"),
        ('关停"僵尸"公众号。', "关停“僵尸”公众号。"),
        ("泾招组办[2021]8号文件。", "泾招组办〔2021〕8号文件。"),
        ("团结一批评一团结。", "团结——批评——团结。"),
        ("学习、研讨...等。", "学习、研讨……等。"),
        ("2021年10月-11月期间。", "2021年10月—11月期间。"),
        ("第一、加强学习。", "第一，加强学习。"),
        ("召开 党组会议1 920次。", "召开党组会议1920次。"),
        ("⼀是加强学习３次。", "一是加强学习3次。"),
        ("招商\u200b合作。", "招商合作。"),
        ("开展学习，，健全制度。", "开展学习，健全制度。"),
        ("见 https://a.example.gov.cn/x?y=1,2 的说明。", None),
        ("有力的提升知名度。", None),
        ("开展学习，。健全制度。", None),
        ("会议3次\ufffd,学习,讨论。", "会议3次\ufffd,学习，讨论。"),
        ("会议3次,锟斤拷,学习。", None),
        ("由王〓 国负责,李???负责。", "由王〓 国负责，李???负责。"),
        ("由王?国负责。", None),
        ("\ue5e5 由王国负责。", None),
    ],
)
def test_repair(before: str, after: str | None) -> None:
    """What is certain is mended, what is not is left."""
    # The last body in the file, between a comment, odd spacing and a waiver.
    text = (
        BASE
        + f"sections:\n  - title:   整改  # 说明,不动\n    # 说明,不动\n    body:   '{before}'\n"
    )
    assert mended(text) == text.replace(before, after or before)


def test_mending_twice_changes_nothing() -> None:
    """After mending, nothing certain is left to mend."""
    text = (ROOT / "content" / "notices" / "2022-02-23-jxzszx.yaml").read_text("utf-8")
    once = mended(text)
    assert once != text
    assert mended(once) == once
    changed = [(a, b) for a, b in zip(text.split("\n"), once.split("\n"), strict=True) if a != b]
    assert len(changed) == 3


def test_figures_are_left() -> None:
    """What a figure prints is not mended in the sentence that prints it."""
    text = (
        BASE
        + "metrics: [{id: a, name: 会议, value: 3, unit: '次,'}]\nsections: [{title: 整改, body: '召开{a}研究。'}]\n"
    )
    assert mended(text) == text


def test_escapes_are_left() -> None:
    """Where the file holds other characters than the text, nobody's guess is made."""
    text = BASE + 'sections: [{title: 整改, body: "会议3次\\u002c学习2次。"}]\n'
    assert mended(text) == text


def test_waived_is_left() -> None:
    """What an editor answers for is not mended."""
    text = (
        BASE
        + "sections:\n  - title: 整改\n    body: 会议3次,学习。  # 豁免 typography.half_width：照原文\n"
    )
    assert mended(text) == text


def test_a_rule_that_fails_repairs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others still repair."""
    import tests.checks.test_fix as own

    def fix(text: str) -> Iterator[Edit]:
        raise ValueError(text)

    broken = next(rule for rule in RULES if rule.fix)._replace(fix=fix)
    monkeypatch.setattr(own, "RULES", (broken, *RULES))
    text = BASE + "sections: [{title: 整改, body: '会议3次,学习。'}]\n"
    assert mended(text) == text.replace("次,学", "次，学")


def test_every_fixing_rule_is_silent_after() -> None:
    """The repair of a rule's bad example is what the rule wants."""
    from disclosure.checks.manual import examples_of
    from tests.checks.desk import codes_in

    for rule in RULES:
        for example in examples_of(rule):
            if rule.fix and not example.passes:
                text = example.text
                for edit in sorted(rule.fix(text), reverse=True):
                    text = text[: edit.start] + edit.new + text[edit.end :]
                assert text != example.text, rule.id
                assert rule.id not in codes_in(text), rule.id
