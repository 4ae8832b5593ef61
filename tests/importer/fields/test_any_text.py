"""Whatever stands under headings, the draft loads, prints it word for word, and loses nothing."""

import random
from collections.abc import Sequence

import pytest

from disclosure.importer.draft import Entry
from disclosure.importer.fields.body import sections_of
from disclosure.importer.reading import Cell, Paragraph, Table
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading, Node, Outline
from disclosure.model.mark_style import MarkStyle
from tests.importer.fields.trees import Outlined, Typed, account, load, printed, written

LINES = (
    "整改措施：",
    "整改情况：",
    "整改成效：已补齐。",
    "整改措施：一是补齐；二是上锁。",
    "整改措施：1.补齐；2.上锁。整改成效：账实相符。",
    "具体措施：第一，补齐。第二，上锁。",
    "一是补齐台账。",
    "二是上锁。",
    "三是公示。",
    "①账；",
    "②卡。",
    "台账{不}全，占比*50*%，见[表](1)。",
    "该问题已完成整改并长期坚持。",
    "整改状态：已完成",
    "整改状态：已整改。",
    "责任领导：张某　责任科室：办公室　完成时限：2023年10月31日",
    "责任部门：办公室；责任领导：李某",
    "整改时限：2023年6月",
    "整改时限：2023.06.01",
    "（立行立改）",
    "已补3册。（正在整改）",
    "反馈2大类3个方面9个问题。",
)
TITLES = (
    "台账不全。",
    "账目不清的问题",
    "整改措施",
    "加强领导",
    "钥匙{x}不全（正在整改）",
    "甲方面",
)
MARKS = (
    ("{han}、", "（{han}）", "{number}.", "（{number}）"),
    ("（{han}）", "{number}、", "（{number}）"),
    ("问题{number}：", "（{number}）", "①"),
    ("{number}．", "（{han}）"),
)
HAN = "一二三四五六七八九"


def any_body(chance: random.Random) -> str:
    """Return lines of a body: headings of some style, some of them misnumbered, and text."""
    marks = chance.choice(MARKS)
    numbers = [0] * len(marks)
    lines: list[str] = []
    level = 0
    for _ in range(chance.randint(1, 14)):
        numbers[level] += chance.choice((1, 1, 1, 1, 1, 2, 0))
        number = max(1, min(9, numbers[level]))
        mark = marks[level].format(han=HAN[number - 1], number=number)
        title = chance.choice(TITLES)
        run_in = chance.choice(LINES) if chance.random() < 0.3 else ""
        lines.append(mark + title + (run_in if title.endswith("。") else ""))
        lines += chance.choices(LINES, k=chance.choice((0, 0, 1, 1, 2, 3, 5)))
        level = chance.randint(0, min(level + 1, len(marks) - 1))
        if chance.random() < 0.7:
            numbers[level + 1 :] = [0] * len(numbers[level + 1 :])
    return "\n".join(line for line in lines)


def kept(said: str, entries: Sequence[Entry], seed: int) -> None:
    """See that a draft prints a text and accounts for each of its characters once."""
    assert printed(written(entries)) == "".join(said.split()), seed
    found = account(entries)
    assert len(found) == len(set(found)), seed
    gone = set(range(len(said))) - set(found)
    assert not "".join(said[at] for at in gone).strip(), seed


def holds(seed: int) -> None:
    """See that one body is kept."""
    case = Outlined(any_body(random.Random(seed)), "关于整改情况的通报")
    kept(case.said, sections_of(case.outline), seed)


@pytest.mark.parametrize("seed", range(12))
def test_any_text(seed: int) -> None:
    """A few bodies."""
    holds(seed)


@pytest.mark.slow
def test_any_text_many() -> None:
    """Two thousand bodies."""
    for seed in range(100, 2100):
        holds(seed)


def any_headings(chance: random.Random, typed: Typed, depth: int) -> tuple[Heading, ...]:
    """Return headings with text before, between and behind those below them."""
    style, mark = chance.choice(
        (
            (MarkStyle.CHAPTER, "{han}、"),
            (MarkStyle.BRACKETED_HAN, "（{han}）"),
            (MarkStyle.NONE, ""),
        )
    )
    found: list[Heading] = []
    for number in range(1, chance.randint(2, 4)):
        mark_said = typed.text(mark.format(han=HAN[number - 1]))
        title = typed.text(chance.choice((*TITLES, "整改措施。", "整改成效")))
        blocks: list[Node] = []
        for _ in range(chance.randint(0, 3)):
            if depth < 8 and chance.random() < 0.4:
                blocks += any_headings(chance, typed, depth + 1)
            else:
                blocks.append(Paragraph(typed.text(chance.choice(LINES))))
        found.append(Heading(mark_said, style, number, title, blocks=tuple(blocks)))
    return tuple(found)


def tree_holds(seed: int) -> None:
    """See that one tree is kept."""
    typed = Typed()
    headings = any_headings(random.Random(seed), typed, 1)
    lead = (Paragraph(Tracked.made("巡察整改情况")),)
    kept(typed.said, sections_of(Outline(lead, headings, ())), seed)


@pytest.mark.parametrize("seed", range(12))
def test_any_tree(seed: int) -> None:
    """A few trees with text between and behind sections, deeper than a notice may be."""
    tree_holds(seed)


@pytest.mark.slow
def test_any_tree_many() -> None:
    """A thousand trees."""
    for seed in range(100, 1100):
        tree_holds(seed)


@pytest.mark.parametrize("seed", range(40))
def test_any_table(seed: int) -> None:
    """Tables with whatever spans, empty cells and typed arrows are tables that load."""
    chance = random.Random(seed)
    texts = ("", "1", "甲", "↑", "←", "*a*", "{x}", "很长的一段文字。")
    rows = tuple(
        tuple(
            Cell(
                (Paragraph(Tracked.made(chance.choice(texts))),),
                chance.choice((1, 1, 2, 3)),
                chance.choice((1, 1, 2, 3)),
            )
            for _ in range(chance.randint(0, 4))
        )
        for _ in range(chance.randint(0, 5))
    )
    table = Table(rows, chance.randint(0, 3))
    load(written(sections_of(Outlined("一、甲\n[表]\n以上。", tables={"表": table}).outline)))
