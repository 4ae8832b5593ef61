"""Numbers made by Word, as Word prints them (H1 to H4)."""

import random

import pytest

from disclosure.importer.readers.docx.number_formats import number_text
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.zh.numerals import circled_number, ordinal
from tests.importer.word_files import docx, levels, num, p
from tests.importer.word_reading import codes, lines, read

OFFICIAL = levels(
    ("chineseCountingThousand", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3．"),
    ("decimalEnclosedCircle", "%4"),
)


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("chineseCountingThousand", "一 十 二十一 一百零一"),
        ("chineseCounting", "一 十 二十一 一〇一"),
        ("taiwaneseCountingThousand", "一 十 二十一 一百零一"),
        ("japaneseCounting", "一 十 二十一 百一"),
        ("ideographDigital", "一 一〇 二一 一〇一"),
        ("decimalEnclosedCircle", "① ⑩ 21 101"),
        ("decimalFullWidth", "１ １０ ２１ １０１"),
        ("decimal", "1 10 21 101"),
        ("chineseLegalSimplified", "壹 壹拾 贰拾壹 壹佰零壹"),
        ("ideographTraditional", "甲 癸 21 101"),
        ("upperRoman", "I X XXI CI"),
        ("lowerLetter", "a j u wwww"),
        ("unheardOf", "1 10 21 101"),
    ],
)
def test_formats(kind: str, printed: str) -> None:
    """Each format prints 1, 10, 21 and 101 as Word does."""
    assert [number_text(n, kind) for n in (1, 10, 21, 101)] == printed.split()


def test_official_levels() -> None:
    """Four levels print 一、（一）1．①, the lower ones anew under each higher one, all listed."""
    reading = read(
        docx(
            p("甲事", number=(1, 0)) + p("乙事", number=(1, 1)) + p("丙事", number=(1, 2))
            + p("丁事", number=(1, 3)) + p("戊事", number=(1, 3)) + p("己事", number=(1, 1))
            + p("庚事", number=(1, 2)) + p("辛事", number=(1, 0)) + p("壬事", number=(1, 1)),
            numbering=OFFICIAL + num(1),
        )
    )  # fmt: skip
    assert lines(reading) == [
        "一、甲事", "（一）乙事", "1．丙事", "①丁事", "②戊事", "（二）己事", "1．庚事", "二、辛事", "（一）壬事",
    ]  # fmt: skip
    assert codes(reading) == ["number_made"] * 9
    assert "一、" not in reading.characters


def test_twenty_one() -> None:
    """The twenty-first is 二十一、; a twenty-first circle is 21, and listed."""
    body = "".join(p(f"第{n}件", number=(1, 0)) for n in range(21))
    body += "".join(p(f"第{n}项", number=(1, 3)) for n in range(21))
    reading = read(docx(body, numbering=OFFICIAL + num(1)))
    said = lines(reading)
    assert (said[20], said[40], said[41]) == ("二十一、第20件", "⑳第19项", "21第20项")
    assert codes(reading).count("circle") == 1


def test_old_doc_formats() -> None:
    """What LibreOffice makes of a .doc, taiwaneseCountingThousand for （一）, prints the same."""
    numbering = levels(
        ("taiwaneseCountingThousand", "%1、"), ("taiwaneseCountingThousand", "（%2）")
    )
    body = p("甲", number=(1, 0)) + p("乙", number=(1, 1))
    assert lines(read(docx(body, numbering=numbering + num(1)))) == ["一、甲", "（一）乙"]


def test_several_levels_in_one_number() -> None:
    """A number of several levels prints each in its own format, or all as digits (isLgl)."""
    numbering = (
        levels(("chineseCounting", "第%1章"), ("decimal", "%1.%2"))
        + '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    )
    body = (
        p("甲", number=(1, 0))
        + p("乙", number=(1, 1))
        + p("丙", number=(2, 0))
        + p("丁", number=(2, 1))
    )
    said = lines(read(docx(body, numbering=numbering + num(1) + num(2, 1))))
    assert said == ["第一章甲", "一.1乙", "一丙", "1.1丁"]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="b1"><w:name w:val="公文基础"/><w:basedOn w:val="a"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="b2"><w:name w:val="公文二级"/><w:basedOn w:val="b1"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="s"><w:name w:val="Subtitle"/><w:basedOn w:val="a"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
"""


def test_number_of_a_style() -> None:
    """The number comes from the style, its level from there and its list from the base (H2)."""
    body = (
        p("甲事", style="b1")
        + p("乙事", style="b2")
        + p("副题", style="s")
        + p("无号", style="b2", number=(0, 0))
    )
    reading = read(docx(body, styles=STYLES, numbering=OFFICIAL + num(1)))
    assert lines(reading) == ["一、甲事", "（一）乙事", "副题", "无号"]


def test_level_that_names_its_style() -> None:
    """Where a level of the list names the style, the style is of that level."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="b1"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
    )
    assert lines(read(docx(p("甲", style="b1"), styles=STYLES, numbering=numbering + num(1)))) == [
        "（一）甲"
    ]


def test_one_counter_for_an_abstract_list() -> None:
    """Two lists on one definition count together; a new start holds at its first use only (H3)."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = levels(("decimal", "%1.")) + num(1) + num(2, 0, start)
    body = "".join(p("事", number=(n, 0)) for n in (1, 1, 2, 1, 2))
    assert lines(read(docx(body, numbering=numbering))) == ["1.事", "2.事", "1.事", "2.事", "3.事"]


def test_list_that_a_style_links() -> None:
    """A list may take its levels from one that a style of lists names."""
    numbering = (
        levels(("decimal", "%1)"))
        + '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="l"/></w:abstractNum>'
        + num(1) + num(2, 1)
    )  # fmt: skip
    styles = '<w:style w:type="numbering" w:styleId="l"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert lines(read(docx(p("甲", number=(2, 0)), styles=styles, numbering=numbering))) == ["1)甲"]


def test_lower_level_that_goes_on() -> None:
    """A level with lvlRestart 0 counts through."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    )
    body = "".join(p("事", number=(1, level)) for level in (0, 1, 0, 1))
    assert lines(read(docx(body, numbering=numbering + num(1)))) == [
        "1、事",
        "1)事",
        "2、事",
        "2)事",
    ]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("一、甲事", "number_twice"), ("一 、甲事", "number_twice"), ("三、甲事", "number_differs")],
)
def test_typed_as_well(typed: str, code: str) -> None:
    """A number that is typed and automatic prints once, as typed, and is listed (H4)."""
    reading = read(docx(p(typed, number=(1, 0)), numbering=OFFICIAL + num(1)))
    assert lines(reading) == [typed]
    assert codes(reading) == [code]


@pytest.mark.parametrize("text", ["一是甲事", "（一）甲事", "2023年的事", "三个问题", "1.5万元"])
def test_no_typed_number(text: str) -> None:
    """What only looks like a number, or is one of another kind, leaves the automatic one."""
    assert lines(read(docx(p(text, number=(1, 0)), numbering=OFFICIAL + num(1)))) == [f"一、{text}"]
    decimal = levels(("decimal", "%1."))
    assert lines(read(docx(p(text, number=(1, 0)), numbering=decimal + num(1)))) == [f"1.{text}"]


def test_bullets() -> None:
    """A bullet of a symbol font is a plain one, one of the text's font stands as it is."""
    numbering = levels(("bullet", "\uf0b7"), ("bullet", "◆")) + num(1)
    assert lines(
        read(docx(p("甲", number=(1, 0)) + p("乙", number=(1, 1)), numbering=numbering))
    ) == ["•甲", "◆乙"]


def test_unknown_list() -> None:
    """A paragraph of a list that is nowhere has no number."""
    assert lines(read(docx(p("甲", number=(7, 0))))) == ["甲"]


def test_number_that_is_hidden() -> None:
    """A level whose number is hidden counts and prints none; blanks around a number are none."""
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{}"/>{}</w:lvl>'.format
    inside = level(0, "%1、 ", "") + level(1, "%2", "<w:rPr><w:vanish/></w:rPr>")
    numbering = f'<w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum>' + num(1)
    assert lines(
        read(docx(p("甲", number=(1, 0)) + p("乙", number=(1, 1)), numbering=numbering))
    ) == ["1、甲", "乙"]


def test_number_before_a_change() -> None:
    """Where the text before its changes is read, so is the number that a paragraph had (H9)."""
    change = '<w:pPrChange w:id="1" w:author="某"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    data = docx(p("甲", number=(1, 0), properties=change), numbering=OFFICIAL + num(1))
    assert lines(read(data)) == ["一、甲"]
    assert lines(read(data, Revisions.ORIGINAL)) == ["（一）甲"]


def outline(seed: int) -> tuple[str, list[str]]:
    """Return a random outline of four levels as numbered paragraphs, and what is to be printed."""
    chance = random.Random(seed)
    counts = [0] * 4
    body, printed = "", []
    level = 0
    for _ in range(chance.randint(1, 60)):
        counts[level] += 1
        counts[level + 1 :] = [0] * (3 - level)
        number = counts[level]
        circle = circled_number(number) if number <= 20 else str(number)
        mark = (f"{ordinal(number)}、", f"（{ordinal(number)}）", f"{number}．", circle)[level]
        text = chance.choice(("甲事", "一是乙事", "3.5万元", "丙事。丁事"))
        body += p(text, number=(1, level))
        printed.append(mark + text)
        level = chance.randint(0, min(level + 1, 3))
    return body, printed


@pytest.mark.parametrize("seed", range(20))
def test_random_outlines(seed: int) -> None:
    """Any outline of official levels prints as one writes it by hand."""
    body, printed = outline(seed)
    assert lines(read(docx(body, numbering=OFFICIAL + num(1)))) == printed


@pytest.mark.slow
def test_many_random_outlines() -> None:
    """The same for a thousand."""
    for seed in range(20, 1020):
        test_random_outlines(seed)
