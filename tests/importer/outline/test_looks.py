"""Headings without a number: only where a look is repeated."""

from disclosure.importer.outline.headings import outline
from disclosure.importer.reading import Block, Look, Paragraph, Span
from disclosure.importer.tracked import Tracked
from tests.importer.outline.trees import Tree, tree_of

SONG = Look(font="仿宋_GB2312")
HEI = Look(font="黑体")
ONE, TWO = Look("heading 1", 1), Look("heading 2", 2)
TEXT = "局里先后召开会议3次，逐条研究，抓好落实。"
TITLE = Look("title", aligned="center", font="方正小标宋")


def _blocks(*lines: tuple[str, Look]) -> tuple[Block, ...]:
    return tuple(
        Paragraph(Tracked.read(text, 100 * at), look) for at, (text, look) in enumerate(lines)
    )


def _read(*lines: tuple[str, Look]) -> Tree:
    return tree_of(outline(_blocks(*lines)).headings)


def test_levels_of_the_outline() -> None:
    """Styles with a level make headings, numbered and unnumbered ones in one tree."""
    found = outline(
        _blocks(
            ("某某通报", TITLE),
            ("总体部署", ONE),
            ("文一。", SONG),
            ("1.甲", TWO),
            ("文二。", SONG),
            ("2.乙", TWO),
            ("文三。", SONG),
            ("重点问题", ONE),
            ("丙方面", TWO),
            ("（1）丁", SONG),
            ("文四。", SONG),
            ("戊方面", TWO),
            ("文五。", SONG),
        )
    )
    assert tree_of(found.headings) == [
        ("总体部署", ["文一。", ("1.甲", ["文二。"]), ("2.乙", ["文三。"])]),
        ("重点问题", [("丙方面", [("（1）丁", ["文四。"])]), ("戊方面", ["文五。"])]),
    ]
    assert found.headings[0].guess == "import.guess.heading_by_look"
    assert found.remarks == ()


def test_a_font_of_its_own() -> None:
    """Three lines in a font of their own are headings; two are not, nor are labels."""
    three = [
        ("甲方面", HEI),
        (TEXT, SONG),
        ("乙方面", HEI),
        (TEXT, SONG),
        ("丙方面", HEI),
        (TEXT, SONG),
    ]
    assert _read(("某某通报", TITLE), *three) == [
        ("甲方面", [TEXT]),
        ("乙方面", [TEXT]),
        ("丙方面", [TEXT]),
    ]
    assert _read(("某某通报", TITLE), *three[:4]) == []
    labels = [("整改措施", HEI), (TEXT, SONG)] * 3
    assert _read(("1.甲", SONG), *labels)[0][1] == [text for text, _ in labels]


def test_bold_by_a_span() -> None:
    """A line that is bold from end to end counts as bold."""
    blocks: list[Block] = []
    for at, text in enumerate(["甲方面", "文一。", "乙方面", "文二。", "丙方面", "文三。"]):
        spans = () if text.endswith("。") else (Span(0, len(text), Look(bold=True)),)
        blocks.append(Paragraph(Tracked.read(text, 10 * at), spans=spans))
    assert len(outline(tuple(blocks)).headings) == 3


def test_title_in_three_lines() -> None:
    """A title of three lines in one look is no row of headings."""
    lines = [
        ("关于某某", TITLE),
        ("巡察整改", TITLE),
        ("情况的通报", TITLE),
        ("文。", SONG),
        ("一、甲", SONG),
    ]
    found = outline(_blocks(*lines))
    assert len(found.before) == 4
    assert len(found.headings) == 1


def test_all_in_one_look() -> None:
    """Where short lines are set as the text is, nothing is a heading."""
    assert _read(*[(f"{text}方面", SONG) for text in "甲乙丙丁"], ("文。", SONG)) == []
