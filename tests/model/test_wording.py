"""Differences of wording lose nothing and are told in pieces that can be read."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.model.wording import Op, compare_paragraphs, compare_texts

words = st.sampled_from(
    [
        "党组",
        "整改",
        "2021年12月10日",
        "38个",
        "75亿元",
        "18.7%",
        "《工作条例（试行）》",
        "，",
        "。",
        "3次",
        "ABC",
        " ",
        "\t",
        "问题",
    ]
)
paragraph = st.lists(words, min_size=1, max_size=30).map("".join)
# All but halves of surrogates, as st.text() has it; that would first try every character's UTF-8.
anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
texts = st.lists(st.one_of(paragraph, anything), max_size=8)


def side(changes: tuple[object, ...], without: Op) -> list[str]:
    """Return the paragraphs of one side."""
    return [
        "".join(run.text for run in change.runs if run.op is not without)  # type: ignore[attr-defined]
        for change in changes
        if change.op is not without  # type: ignore[attr-defined]
    ]


def flat(paragraphs: list[str]) -> list[str]:
    """Return paragraphs as comparison sees them: line ends inside are spaces."""
    return [text.replace("\n", " ").replace("\r", " ") for text in paragraphs]


@pytest.mark.slow
@settings(max_examples=1000)
@given(texts, texts)
def test_both_sides_are_whole(old: list[str], new: list[str]) -> None:
    """Without the insertions stands exactly the old text, without the deletions the new."""
    changes = compare_paragraphs(old, new)
    assert side(changes, Op.INSERTED) == flat(old)
    assert side(changes, Op.DELETED) == flat(new)


@pytest.mark.slow
@settings(max_examples=300)
@given(st.lists(paragraph, min_size=3, max_size=8, unique=True), st.integers(0, 10**6))
def test_random_edits(old: list[str], seed: int) -> None:
    """After a few edits of a text, too; and what was not edited is not told as changed."""
    chance = random.Random(seed)
    new = list(old)
    at = chance.randrange(len(new))
    new[at] = new[at] + "又及。"
    changes = compare_paragraphs(old, new)
    assert side(changes, Op.INSERTED) == old
    assert side(changes, Op.DELETED) == new
    assert sum(change.changed for change in changes) <= 2


@given(texts)
def test_same_text(old: list[str]) -> None:
    """Of the same text nothing has changed."""
    assert not any(change.changed for change in compare_paragraphs(old, list(old)))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "完成项目38个，同比增长18.7%。",
            "完成项目41个，同比增长28.1%。",
            "完成项目[38个→41个]，同比增长[18.7%→28.1%]。",
        ),
        (
            "2021年12月10日召开会议。",
            "2021年12月11日召开会议。",
            "[2021年12月10日→2021年12月11日]召开会议。",
        ),
        (
            "学习《工作条例》。",
            "学习《工作条例（试行）》。",
            "学习[《工作条例》→《工作条例（试行）》]。",
        ),
        ("开展学习。", "开展专题学习。", "开展[→专题]学习。"),
        (
            "实际到位省外资金75亿元。",
            "实际到位省外资金75万元。",
            "实际到位省外资金[75亿元→75万元]。",
        ),
    ],
)
def test_pieces_are_whole(old: str, new: str, shown: str) -> None:
    """Numbers, dates and titles are told whole."""
    told = ""
    for run in compare_texts(old, new):
        told += {Op.SAME: run.text, Op.DELETED: f"[{run.text}→", Op.INSERTED: f"{{{run.text}]"}[
            run.op
        ]
    told = told.replace("→{", "→").replace("{", "[→")
    assert told == shown


def test_moved_paragraph() -> None:
    """A paragraph that stands elsewhere is marked as moved on both sides, and only so often."""
    a, b, c = "一是建立健全各项制度。", "二是召开专题会议研究。", "三是组织开展集中学习。"
    changes = compare_paragraphs([a, b, c, a], [b, c, a])
    assert [change.moved for change in changes].count(True) in {0, 2}
    changes = compare_paragraphs([a, b, c], [b, c, a])
    assert [(change.op, change.moved) for change in changes if change.changed] == [
        (Op.DELETED, True),
        (Op.INSERTED, True),
    ]
    assert not any(change.moved for change in compare_paragraphs([a, b], [b, c]))


def test_cells_are_whole() -> None:
    """In a row of a table each cell is told by itself, and whole."""
    old, new = "甲镇\t项目12个\t3.5亿元\t完成", "甲镇\t项目13个\t4.5亿元\t完成"
    shown = [(run.op.value, run.text) for run in compare_texts(old, new)]
    assert shown == [
        ("same", "甲镇\t"),
        ("deleted", "项目12个"),
        ("inserted", "项目13个"),
        ("same", "\t"),
        ("deleted", "3.5亿元"),
        ("inserted", "4.5亿元"),
        ("same", "\t完成"),
    ]
