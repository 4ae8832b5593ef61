"""Comparisons have an end: the same result each time, and a bounded number of steps."""

import random
from difflib import SequenceMatcher

import pytest

from disclosure.model import likeness
from disclosure.model.likeness import Effort, count_pairs
from disclosure.model.wording import Op, compare_paragraphs, compare_texts

WORDS = (
    "制定了制度",
    "召开会议3次",
    "完成整改",
    "，",
    "开展检查",
    "。",
    "建立机制",
    "整改",
    "完成",
)


def repetitive(length: int, seed: int) -> str:
    """Return a paragraph that repeats itself, as lists of measures do."""
    chance = random.Random(seed)
    text = ""
    while len(text) < length:
        text += chance.choice(WORDS)
    return text[:length]


def sides(old: str, new: str) -> tuple[str, str]:
    """Return both texts as a comparison tells them."""
    runs = compare_texts(old, new)
    before = "".join(run.text for run in runs if run.op is not Op.INSERTED)
    return before, "".join(run.text for run in runs if run.op is not Op.DELETED)


PERIODIC = (
    "整改完成并已建章立制。",
    "整改完成",
    "一",
    "ab",
    "是，",
    "整改。",
    "1个、",
    "的 ",
    "《甲》",
    "\t格",
)


@pytest.mark.parametrize("period", PERIODIC)
@pytest.mark.parametrize("length", [3_000, 8_000])
def test_rewritten_and_repetitive(period: str, length: int) -> None:
    """Ten kinds of text that repeat themselves, rewritten: both sides are still told whole."""
    old = (period * length)[:length]
    new = ("整改" + period[1:] * 3 + "完成制度" * 2) * length
    assert sides(old, new[:length]) == (old, new[:length])


@pytest.mark.parametrize("seed", range(6))
def test_random_and_repetitive(seed: int) -> None:
    """Random texts of the same words: whole on both sides, and the same each time."""
    old, new = repetitive(4_000, seed), repetitive(4_000, seed + 100)
    assert sides(old, new) == (old, new)
    assert compare_texts(old, new) == compare_texts(old, new)
    changes = compare_paragraphs([old, old[:3000], "尾"], [new, new[:3000], "尾"])
    assert changes == compare_paragraphs([old, old[:3000], "尾"], [new, new[:3000], "尾"])


def test_one_sentence_of_many() -> None:
    """In a long paragraph one changed sentence is still the only one told."""
    rows = [f"第{n}项整改已完成，开展检查{n}次。" for n in range(400)]
    new = [*rows[:200], "另行开展评估。", *rows[201:]]
    runs = compare_texts("".join(rows), "".join(new))
    assert len("".join(run.text for run in runs if run.op is not Op.SAME)) < 60


def test_steps_are_bounded() -> None:
    """However many paragraphs repeat themselves, no more steps are taken than the bound allows."""
    effort = Effort()
    spent = 0
    for seed in range(60):
        one, other = repetitive(500, seed), repetitive(500, seed + 1)
        if effort.affords(one, other):
            spent += count_pairs(one, other)
    assert spent <= likeness._MOST_STEPS
    assert not effort.affords("的" * 600, "的" * 600)


def test_many_equal_paragraphs() -> None:
    """Thousands of equal paragraphs are compared from both ends."""
    old, new = ["同上"] * 900, ["同上"] * 800 + ["新"] + ["同上"] * 99
    changes = compare_paragraphs(old, new)
    assert [c.runs[0].text for c in changes if c.op is not Op.DELETED] == new
    assert [c.runs[0].text for c in changes if c.op is not Op.INSERTED] == old


@pytest.mark.parametrize("seed", range(5))
def test_usual_texts_are_as_before(seed: int) -> None:
    """Texts of the usual length are measured exactly as they always were."""
    one, other = repetitive(200, seed), repetitive(220, seed + 7)
    exact = SequenceMatcher(None, one, other, autojunk=False).ratio()
    assert Effort().ratio(one, other, 0.1) == exact


def test_moved_and_counted_anew() -> None:
    """A paragraph that moved and is counted anew is told as moved, not as gone and new."""
    old = ["（一）招商不明显。", "新建项目38个。", "（二）资金不严。", "到位资金75亿元。"]
    new = ["（一）资金不严。", "到位资金75亿元。", "（二）招商不明显。", "新建项目38个。"]
    changes = compare_paragraphs(old, new)
    assert all(change.moved for change in changes if change.op is not Op.SAME)
