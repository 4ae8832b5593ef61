"""Headings: how they nest, what runs on behind them, and what is none."""

import pytest

from disclosure.importer.outline.headings import outline
from disclosure.importer.reading import Cell, Look, Paragraph, Span, Table
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading
from tests.importer.outline.trees import (
    Tree,
    blocks_of,
    headings_of,
    outlined,
    read,
    texts,
    tree_of,
)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "一、甲方面\n1、乙不够。\n文一。\n2、丙不够。\n二、丁方面\n（一）戊\n1.己\n文二。\n1、庚",
            [
                ("一、甲方面", [("1、乙不够。", ["文一。"]), ("2、丙不够。", [])]),
                ("二、丁方面", [("（一）戊", [("1.己", ["文二。", ("1、庚", [])])])]),
            ],
        ),
        ("（一）甲\n1.乙\n（二）丙", [("（一）甲", [("1.乙", [])]), ("（二）丙", [])]),
        (
            "1、甲\n（一）乙\n（二）丙\n2、丁",
            [("1、甲", [("（一）乙", []), ("（二）丙", [])]), ("2、丁", [])],
        ),
        (
            "第一部分　甲\n一、乙\n二、丙\n第二部分　丁\n一、戊",
            [
                ("第一部分甲", [("一、乙", []), ("二、丙", [])]),
                ("第二部分丁", [("一、戊", [])]),
            ],
        ),
        (
            "一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n3.己\n二、庚\n（一）辛\n4.壬\n（二）癸\n5.子",
            [
                (
                    "一、甲",
                    [("（一）乙", [("1.丙", []), ("2.丁", [])]), ("（二）戊", [("3.己", [])])],
                ),
                ("二、庚", [("（一）辛", [("4.壬", [])]), ("（二）癸", [("5.子", [])])]),
            ],
        ),
        ("1.甲\n2、乙\n3.丙", [("1.甲", []), ("2、乙", []), ("3.丙", [])]),
        (
            "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n1）己\n2）庚\n文。",
            [
                (
                    "一、甲",
                    [
                        (
                            "（一）乙",
                            [
                                (
                                    "1.丙",
                                    [("（1）丁", [("①戊", [("1）己", []), ("2）庚", ["文。"])])])],
                                )
                            ],
                        )
                    ],
                )
            ],
        ),
        (
            "问题1：甲\n文一。\n问题2：乙\n文二。",
            [("问题1：甲", ["文一。"]), ("问题2：乙", ["文二。"])],
        ),
        (
            "一是甲。\n文一。\n二是乙。\n文二。",
            [("一是甲。", ["文一。"]), ("二是乙。", ["文二。"])],
        ),
    ],
)
def test_nesting(text: str, tree: Tree) -> None:
    """Headings nest by the order in which their marks appear, not by a fixed ladder."""
    assert read(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "一、甲不够。局里先后开会4次，抓好落实。",
        "一、甲不够。↵局里先后开会4次，抓好落实。",
    ],
)
def test_run_in(text: str) -> None:
    """A title sentence before its text, on the line or before a soft return, is run in."""
    heading = outlined(text).headings[0]
    assert heading.run_in
    assert heading.title.text == "甲不够。"
    assert tree_of(heading.blocks) == ["局里先后开会4次，抓好落实。"]


def test_run_in_by_look() -> None:
    """Where the look changes for good the title ends, its full stop with it; a word does not."""
    text = "（一）甲乙丙丁不够深入。局里先后开会。又抓落实。"
    end = text.index("。")
    song, kai = Look(font="仿宋_GB2312"), Look(font="楷体_GB2312")
    blocks = (Paragraph(Tracked.read(text, 0), song, spans=(Span(0, end, kai),)),)
    heading = outline(blocks).headings[0]
    assert (heading.title.text, heading.run_in, heading.guess) == ("甲乙丙丁不够深入。", True, "")
    no_stop = "（一）甲乙丙丁不够深入局里先后开会。"
    blocks = (Paragraph(Tracked.read(no_stop, 0), song, spans=(Span(0, end, kai),)),)
    assert outline(blocks).headings[0].title.text == "甲乙丙丁不够深入"
    blocks = (Paragraph(Tracked.read(text, 0), song, spans=(Span(5, 7, Look(bold=True)),)),)
    assert outline(blocks).headings[0].title.text == "甲乙丙丁不够深入。"


@pytest.mark.parametrize(("text", "end"), [("一、整改组织情况", 4), ("1.关于“河长制”的问题。", 6)])
def test_look_that_ends_within_words(text: str, end: int) -> None:
    """An editor cuts a heading into spans anywhere: a change of look within words ends no title."""
    blocks = (Paragraph(Tracked.read(text, 0), spans=(Span(0, end, Look(font="仿宋")),)),)
    heading = outline(blocks).headings[0]
    assert (heading.title.text, heading.run_in) == (text[2:], False)


def test_spans_of_the_rest() -> None:
    """What runs on keeps the looks of its own characters."""
    text = "一、甲不够。乙丙丁。"
    link = Span(6, 8, Look(bold=True), "https://example.com")
    heading = outline((Paragraph(Tracked.read(text, 0), spans=(link,)),)).headings[0]
    rest = heading.blocks[0]
    assert isinstance(rest, Paragraph)
    assert (rest.text.text, rest.spans) == ("乙丙丁。", (Span(0, 2, Look(bold=True), link.link),))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "一、甲方面（一）乙。文一。\n（二）丙。文二。\n二、丁方面（三）戊。文三。\n（四）己。文四。",
            [
                ("一、甲方面", [("（一）乙。", ["文一。"]), ("（二）丙。", ["文二。"])]),
                ("二、丁方面", [("（三）戊。", ["文三。"]), ("（四）己。", ["文四。"])]),
            ],
        ),
        (
            "一、甲方面。（一）乙方面。1.丙。文。",
            [("一、甲方面。", [("（一）乙方面。", [("1.丙。", ["文。"])])])],
        ),
        ("一、甲乙。1.丙丙；2.丁丁。", [("一、甲乙。", ["1.丙丙；2.丁丁。"])]),
        ("一、落实第二条第（一）项\n文。", [("一、落实第二条第（一）项", ["文。"])]),
    ],
)
def test_several_on_a_line(text: str, tree: Tree) -> None:
    """Headings that follow one another on a line are parted; lists in sentences are not."""
    assert read(text) == tree


def test_missing_number_within_a_line() -> None:
    """A heading that lost its line is found where its number is the one missing."""
    text = "一、甲\n（一）乙。文一。（二）丙。文二。\n（三）丁。\n文三。\n又文。二、戊\n三、己"
    found = outlined(text)
    assert tree_of(found.headings) == [
        (
            "一、甲",
            [
                ("（一）乙。", ["文一。"]),
                ("（二）丙。", ["文二。"]),
                ("（三）丁。", ["文三。", "又文。"]),
            ],
        ),
        ("二、戊", []),
        ("三、己", []),
    ]
    assert found.remarks == ()
    assert [h.guess for _, h in headings_of(found.headings)].count(
        "import.guess.heading_within_line"
    ) == 2
    assert len(read("（一）乙。文一。（二）丙。文二。\n（四）丁。\n（五）戊。")) == 3


def test_marks_made_by_word() -> None:
    """An automatic mark counts as a typed one, and stands nowhere in the file."""
    blocks = tuple(
        Paragraph(Tracked.read(text, at * 10), mark=mark)
        for at, (mark, text) in enumerate(
            [("一、", "甲"), ("（一）", "乙"), ("1．", "丙。文。"), ("二、", "丁"), ("•", "戊")]
        )
    )
    found = outline(blocks)
    assert tree_of(found.headings) == [
        ("一、甲", [("（一）乙", [("1．丙。", ["文。"])])]),
        ("二、丁", ["戊"]),
    ]
    assert found.headings[0].mark == Tracked.made("一、")


def test_typed_and_made_mark() -> None:
    """A mark that is typed and made as well is one mark, and this is said."""
    paragraph = Paragraph(Tracked.read("一、甲", 0), mark="一、", place="第1段")
    found = outline((paragraph,))
    assert found.headings[0].mark == Tracked.read("一、", 0)
    assert [(each.code, each.place) for each in found.remarks] == [
        ("import.outline.twice", "第1段")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2023.11.30 召开会议",
        "1.15亿元已到位",
        "10月底前完成",
        "一、二季度完成投资",
        "第一、二批项目",
        "3.5%的项目",
        "7、8月份开展检查",
        "一是开会；二是检查。",
        "①开会；②检查。②检查",
        "9.单独的一条",
        "2023年：",
        "1.",
    ],
)
def test_lookalikes(line: str) -> None:
    """Dates, amounts, lists of ordinals, sentences that count, and lone numbers are text."""
    text = f"一、甲\n文。\n{line}\n二、乙\n文。"
    if line.startswith("①"):
        line = "开会：" + line
        text = f"一、甲\n文。\n{line}\n二、乙\n文。"
    assert read(text) == [("一、甲", ["文。", line]), ("二、乙", ["文。"])]


def test_ordinals_that_are_due() -> None:
    """二、三农 is the second heading where the second is due."""
    assert read("一、甲\n二、三农工作\n三、乙") == [
        ("一、甲", []),
        ("二、三农工作", []),
        ("三、乙", []),
    ]


def test_items_under_labels() -> None:
    """Items under a label are no headings, and the count of the headings goes on behind them."""
    text = (
        "一、甲\n1.乙不够。\n整改措施：\n（1）丙。\n（2）丁。\n整改成效：\n（1）戊。\n（2）己。\n"
        "2.庚不够。\n整改措施：\n1.辛。\n2.壬。\n3.癸。\n3.子不够。"
    )
    found = outlined(text)
    labels = ["整改措施：", "（1）丙。", "（2）丁。", "整改成效：", "（1）戊。", "（2）己。"]
    assert tree_of(found.headings) == [
        (
            "一、甲",
            [
                ("1.乙不够。", labels),
                ("2.庚不够。", ["整改措施：", "1.辛。", "2.壬。", "3.癸。"]),
                ("3.子不够。", []),
            ],
        )
    ]
    assert found.remarks == ()


def test_list_begun_in_the_text() -> None:
    """A list whose first item stands in the text above goes on as text."""
    text = "1.甲不够。整改情况：（1）乙；\n（2）丙；\n（3）丁。\n2.戊不够。\n文。"
    assert read(text) == [
        ("1.甲不够。", ["整改情况：（1）乙；", "（2）丙；", "（3）丁。"]),
        ("2.戊不够。", ["文。"]),
    ]


def test_label_before_real_headings() -> None:
    """Numbered lines with text of their own are headings under a label as well."""
    text = "一、甲\n整改情况：\n1.乙不够。\n文一。\n2.丙不够。\n文二。"
    assert read(text) == [
        ("一、甲", ["整改情况：", ("1.乙不够。", ["文一。"]), ("2.丙不够。", ["文二。"])])
    ]


def test_tables_are_not_read() -> None:
    """A cell with 一、 is no heading; the table stays whole under its heading."""
    cell = Cell((Paragraph(Tracked.read("一、甲", 4)),))
    table = Table(((cell,),))
    found = outline((Paragraph(Tracked.read("一、乙", 0)), table))
    assert [heading.blocks for heading in found.headings] == [(table,)]


def test_contents_page() -> None:
    """A contents page is dropped, with its name, its leaders and pages; each line is said."""
    text = (
        "某某报告\n目　录\n一、甲方面……1\n（一）乙\t2\n（二）丙 3\n二、丁方面……5\n引言。\n"
        "一、甲方面\n（一）乙\n文一。\n（二）丙\n文二。\n二、丁方面\n文三。"
    )
    found = outlined(text)
    assert texts(found.before) == ["某某报告", "引言。"]
    assert [heading.title.text for _, heading in headings_of(found.headings)] == [
        "甲方面",
        "乙",
        "丙",
        "丁方面",
    ]
    dropped = [text[each.start : each.end] for each in found.remarks]
    assert dropped == ["目　录", "一、甲方面……1", "（一）乙\t2", "（二）丙 3", "二、丁方面……5"]
    assert {each.fate.value for each in found.remarks} == {"dropped"}


def test_repeated_lists_are_no_contents() -> None:
    """Items that a text has twice, and a text that is there twice, lose nothing."""
    items = "（一）甲；\n（二）乙；\n（三）丙。"
    rules = f"第一条\n{items}\n第二条\n{items}"
    # What an article lists is a list, so there is no heading.
    assert texts(outlined(rules).before) == rules.split("\n")
    whole = "一、甲\n文一。\n二、乙\n文二。\n三、丙\n文三。"
    found = outlined(f"{whole}\n{whole}")
    assert len(found.headings) == 6
    assert [each.code for each in found.remarks] == ["import.outline.restarted"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("1.甲\n3.乙", ["missing 第2行 3."]),
        ("1.甲\n2.乙\n6.丙\n7.丁", ["skipped 第3行 6."]),
        ("（一）甲\n（二）乙\n（二）丙", ["repeated 第3行 （二）"]),
        ("1.甲\n2.乙\n1.丙\n2.丁", ["restarted 第3行 1."]),
        ("1.甲\n2.乙\n3.丙\n2.丁", ["backwards 第4行 2."]),
        ("一、甲\n1.乙\n2.丙\n二、丁\n3.戊", []),
        ("一、甲\n1.乙\n2.丙\n二、丁\n1.戊", []),
        ("一、甲\n2.乙\n3.丙", ["missing 第2行 2."]),
    ],
)
def test_faults_of_numbers(text: str, codes: list[str]) -> None:
    """What is wrong with numbers is said with its place, and nothing is renumbered."""
    found = outlined(text)
    said = [
        f"{each.code.rpartition('.')[2]} {each.place} {each.params['mark']}"
        for each in found.remarks
    ]
    assert said == codes
    assert [heading.mark.text for _, heading in headings_of(found.headings)] == [
        line[: -len(line.lstrip("一二三四（）0123456789.、"))] for line in text.split("\n")
    ]


def test_guesses() -> None:
    """A title that is a sentence, an item of a list, a title before a colon: each is a guess."""
    sentence = "局里" + "认真对照反馈意见逐条研究，" * 5 + "抓好落实。"
    text = (
        f"1.{sentence}又开会。\n2.甲甲；\n3.乙乙：丙丙丙，丁丁。\n4.戊戊　{'己' * 30}，庚。\n5.辛。"
    )
    assert [heading.guess.rpartition(".")[2] for heading in outlined(text).headings] == [
        "title_long",
        "heading_in_list",
        "title_by_colon",
        "title_by_blank",
        "",
    ]


def test_titles_before_commas_and_labels() -> None:
    """What is answered is the title, its comma with it; 问题： says what follows and is none."""
    answer = "一是" + "局里先后召开会议逐条研究，" * 5 + "抓好落实。"
    titles = {
        f"1.针对“学习不够，落实不力”的问题，{answer}": "针对“学习不够，落实不力”的问题，",
        f"1.关于学习不够的问题，{answer}": "关于学习不够的问题，",
        "1.针对学习不够问题，开会3次。": "针对学习不够问题，开会3次。",
        "1.反馈问题：学习不够。整改情况：开会3次。": "反馈问题：学习不够。",
        "1.整改措施：开会3次，学习2次。": "整改措施：",
        "1.自8:30起办公，到17:30止。": "自8:30起办公，到17:30止。",
        "1.实施“学习：行动”计划，抓好落实。": "实施“学习：行动”计划，抓好落实。",
        "1.落实“不忘初心。牢记使命。”要求。开会3次。": "落实“不忘初心。牢记使命。”要求。",
    }
    for line, title in titles.items():
        heading = outlined(line).headings[0]
        assert heading.title.text == title
        assert heading.run_in is (line != f"1.{title}")


def test_long_heading_with_text_below() -> None:
    """A long paragraph is a heading for certain where its text stands below on its own."""
    long = "关于" + "学习内容有缺失、" * 8 + "的问题。"
    found = outlined(f"1.{long}\n开会3次。\n2.{long}")
    assert [heading.guess for heading in found.headings] == ["", "import.guess.title_long"]


def test_last_item_of_a_list() -> None:
    """Where the items before it end in a semicolon, the last one is as much of a list."""
    found = outlined("一、甲\n（1）乙；\n（2）丙；\n（3）丁。\n二、戊")
    assert [bool(heading.guess) for _, heading in headings_of(found.headings)] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_no_headings() -> None:
    """A text without headings is all before, and its signature after."""
    found = outlined("某某公告\n现将有关情况公告。\n某某县水利局\n2023年4月1日")
    assert texts(found.before) == ["某某公告", "现将有关情况公告。"]
    assert found.headings == ()
    assert texts(found.after) == ["某某县水利局", "2023年4月1日"]


def test_soft_returns_hold_a_whole_text() -> None:
    """Lines of one paragraph are read as paragraphs where several of them have marks."""
    assert read("引言。↵一、甲↵文一。↵（一）乙↵文二。↵二、丙") == [
        ("一、甲", ["文一。", ("（一）乙", ["文二。"])]),
        ("二、丙", []),
    ]


def test_hostile_text_is_read_in_linear_time() -> None:
    """Thousands of marks on one line, or brackets that never close, hold nothing up."""
    for text in ("一、" * 5000, "（" * 9000, "1.甲" * 3000, "一、甲" + "（1）" * 3000):
        assert not isinstance(outline(blocks_of(text)), Heading)
    lines = "↵".join(f"{number}.甲" for number in range(1, 900))
    assert len(read(lines)) == 899


def test_two_chapters_on_a_line() -> None:
    """A chapter whose number is missing, on the line of the one before, is one of its own."""
    text = "一、总体情况\n文一。\n二、主动公开情况三、依申请公开情况\n文二。\n四、存在问题\n文三。"
    titles = [each.title.text for each in outlined(text).headings]
    assert titles == ["总体情况", "主动公开情况", "依申请公开情况", "存在问题"]
    (whole,) = (each.title.text for each in outlined("一、甲乙情况二、丙丁戊己").headings)
    assert whole == "甲乙情况二、丙丁戊己"


@pytest.mark.parametrize("line", ["①甲；②乙。", "①清退资金，②完善制度，③公开账目。"])
def test_a_list_on_one_line(line: str) -> None:
    """Circled numbers that follow one another on a line are a list; alone they begin a heading."""
    assert read(f"一、甲\n{line}\n二、乙\n文。") == [("一、甲", [line]), ("二、乙", ["文。"])]
    assert read("一、甲\n①丙\n文。\n②丁\n文。") == [
        ("一、甲", [("①丙", ["文。"]), ("②丁", ["文。"])])
    ]
