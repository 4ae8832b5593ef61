"""Answers, lists, states and marks are understood, print as typed, and lose no character."""

from typing import Any

import pytest

from disclosure.importer.draft import Entry, Fields
from disclosure.importer.fields.body import sections_of
from disclosure.importer.fields.tables import picture_files
from disclosure.importer.reading import Cell, Paragraph, Picture, Table
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading, Outline
from disclosure.model.mark_style import MarkStyle
from tests.importer.fields.trees import (
    Outlined,
    account,
    content,
    load,
    plain,
    printed,
    written,
)

CHAPTER = "一、问题整改情况\n（一）台账不全。\n"


def read(body: str) -> dict[str, Any]:
    """Read a body, see that it prints and accounts for all of it, and return its keys."""
    case = Outlined(body, "关于巡察整改情况的通报")
    entries = sections_of(case.outline)
    assert printed(written(entries)) == "".join(case.said.split())
    whole(case.said, entries)
    found: dict[str, Any] = plain(Fields(entries))
    return found


def whole(said: str, entries: tuple[Entry, ...]) -> None:
    """See that each character that is no blank is accounted for once."""
    found = account(entries)
    assert len(found) == len(set(found))
    assert not "".join(said[at] for at in set(range(len(said))) - set(found)).strip()


def section(text: str) -> dict[str, Any]:
    """Return the section that some lines under a problem's heading make."""
    found: dict[str, Any] = read(CHAPTER + text)["sections"][0]["sections"][0]
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("整改措施：补齐台账。", {"measures": "补齐台账。"}),
        (
            "整改措施：补齐台账。\n整改情况：已补齐。\n整改成效：账实相符。",
            {"measures": "补齐台账。", "progress": "已补齐。", "outcomes": "账实相符。"},
        ),
        (
            "整改成效：账实相符。\n整改措施：补齐台账。",
            {"content": [{"outcomes": "账实相符。"}, {"measures": "补齐台账。"}]},
        ),
        (
            "整改措施：补齐台账。　整改成效：账实相符。",
            {"measures": "补齐台账。", "outcomes": "账实相符。"},
        ),
        (
            "部分台账缺页。\n整改情况：已补齐。\n另有3册仍在查找。",
            {
                "body": "部分台账缺页。",
                "responses": [{"label": "整改情况", "text": ["已补齐。", "另有3册仍在查找。"]}],
            },
        ),
        (
            "整改落实情况：\n已补齐。",
            {"responses": [{"label": "整改落实情况", "own_line": "true", "text": "已补齐。"}]},
        ),
        (
            "整改措施：一是补齐；二是上锁。",
            {"measures": ["补齐；", "上锁。"]},
        ),
        ("整改措施：\n一是补齐；\n二是上锁。", {"measures": ["补齐；", "上锁。"]}),
        ("整改措施：一是补齐台账。", {"measures": "一是补齐台账。"}),
        (
            "整改措施：\n一是补齐，重点是：\n①账；\n②卡。\n二是上锁。",
            {"measures": [{"text": "补齐，重点是：", "items": ["账；", "卡。"]}, "上锁。"]},
        ),
        (
            "整改措施：\n一是补齐。\n已补3册。\n二是上锁。",
            {"measures": [{"text": ["补齐。", "已补3册。"]}, "上锁。"]},
        ),
        (
            "整改措施：为此做到：一是补齐；二是上锁。",
            {"measures": "为此做到：一是补齐；二是上锁。"},
        ),
        (
            "缺3册。\n【整改措施】补齐。\n上锁。\n【整改成效】账实相符。",
            {
                "content": [
                    "缺3册。",
                    {"answer": {"text": ["【整改措施】补齐。", "上锁。"]}},
                    {"answer": {"text": "【整改成效】账实相符。"}},
                ]
            },
        ),
        (
            "存在问题情况：缺3册。\n整改情况：已补。",
            {"body": "存在问题情况：缺3册。", "progress": "已补。"},
        ),
    ],
)
def test_answers(text: str, wanted: dict[str, Any]) -> None:
    """Labels and lists become the short forms where these keep their order, else content."""
    found = section(text)
    assert {key: found[key] for key in found if key != "title"} == wanted


def test_labels_of_the_unit() -> None:
    """A label of one's own that stands more than once is said once for the notice."""
    found = read(CHAPTER + "整改进展：已补齐。\n（二）账目不清。\n整改进展：已核对。")
    assert found["labels"] == {"progress": "整改进展"}
    assert [each["progress"] for each in found["sections"][0]["sections"]] == [
        "已补齐。",
        "已核对。",
    ]


def test_enumeration() -> None:
    """The words that most lists have are those of the notice; another list names its own."""
    found = read(
        CHAPTER
        + "整改措施：\n1、补齐；\n2、上锁。\n（二）账目不清。\n整改措施：\n1、核对；\n2、公示。\n"
        "（三）钥匙不全。\n整改措施：一是配齐；二是登记。"
    )
    assert found["enumeration"] == "1、"
    first, _, last = found["sections"][0]["sections"]
    assert first["measures"] == ["补齐；", "上锁。"]
    assert last["responses"] == [
        {"label": "整改措施", "enumeration": "一是", "items": ["配齐；", "登记。"]}
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("整改情况：已补齐。（正在整改）", "正在整改"),
        ("整改情况：已补齐。该问题已完成整改并长期坚持。", "已完成并长期坚持"),
        ("整改情况：已补齐。已完成。", "已完成"),
        ("整改情况：已补3册。该项工作尚未完成整改。", "未完成"),
        ("整改措施：一是补齐；二是上锁。目前，该问题已整改到位。", "已完成"),
        ("整改结果：已整改到位。补齐3册。", "已完成"),
        ("整改措施：补齐。\n整改结果：[正在整改]已补3册。", "正在整改"),
    ],
)
def test_states_in_the_text(text: str, status: str) -> None:
    """A state that the text tells is data, and the text is left as it is."""
    found = read(CHAPTER + text)
    assert found["unprinted"] == ["status"]
    assert found["sections"][0]["sections"][0]["status"] == status


@pytest.mark.parametrize(
    "text",
    [
        "整改措施：已完成。再补3册。",
        "整改情况：已完成整改措施3条。",
        "整改情况：正在整改的有3册。",
        "整改情况：一批问题已完成。",
    ],
)
def test_no_state(text: str) -> None:
    """A sentence that tells more than a state tells none."""
    assert "status" not in section(text)


def test_particulars_behind_the_text() -> None:
    """State, persons and time limit behind the answers are printed as data, each once."""
    found = read(
        CHAPTER + "整改情况：已补齐。\n整改状态：已完成\n责任领导：张某　责任科室：办公室　"
        "完成时限：2023年10月31日\n（二）账目不清。\n整改情况：已核对。\n整改状态：长期坚持\n"
        "责任领导：李某　责任科室：财务科　完成时限：长期坚持"
    )
    assert found["labels"] == {"department": "责任科室", "deadline": "完成时限"}
    assert "unprinted" not in found
    assert found["sections"][0]["sections"][0] == {
        "title": "台账不全。",
        "progress": "已补齐。",
        "status": "已完成",
        "leader": "张某",
        "department": "办公室",
        "deadline": "2023-10-31",
    }


@pytest.mark.parametrize(
    ("line", "data"),
    [
        ("整改时限：2023年6月", {"deadline": "2023-06"}),
        ("整改时限：2024年底前，并长期坚持", {"deadline": "2024年底前，并长期坚持"}),
        ("牵头单位：办公室", {"lead_unit": "办公室"}),
        ("是否属实：部分属实", {"verified": "部分属实"}),
    ],
)
def test_particulars_in_words(line: str, data: dict[str, str]) -> None:
    """Months and words are time limits, too."""
    found = section(f"整改情况：已补齐。\n{line}")
    assert found == {"title": "台账不全。", "progress": "已补齐。", **data}


@pytest.mark.parametrize(
    ("line", "data"),
    [
        ("整改时限：2023.10.31", {"deadline": "2023-10-31"}),
        ("整改时限：2023年09月30日。", {"deadline": "2023-09-30"}),
        ("整改状态：已整改", {"status": "已完成"}),
        ("（责任领导：张某；责任部门：办公室）", {"leader": "张某", "department": "办公室"}),
        ("责任部门：办公室　责任领导：张某", {"leader": "张某", "department": "办公室"}),
    ],
)
def test_particulars_that_print_otherwise(line: str, data: dict[str, str]) -> None:
    """What the program would print otherwise than it is typed stays text, and is data beside it."""
    found = read(f"{CHAPTER}整改情况：已补齐。\n{line}")
    assert found["unprinted"] == list(dict.fromkeys(sorted(data, reverse="leader" in data)))
    problem = found["sections"][0]["sections"][0]
    assert {key: problem[key] for key in data} == data
    assert line in problem["content"]


def test_particulars_within_the_text() -> None:
    """What an answer says of persons and time limits in its own sentence is data, too."""
    text = "已补齐。（责任领导：张某；整改时限：2023年6月）。责任部门：办公室。"
    found = read(f"{CHAPTER}整改情况：{text}")
    assert found["unprinted"] == ["leader", "department", "deadline"]
    assert found["sections"][0]["sections"][0] == {
        "title": "台账不全。",
        "progress": text,
        "leader": "张某",
        "department": "办公室",
        "deadline": "2023-06",
    }


def test_states_of_offices() -> None:
    """Where each office has a paragraph that begins with its state, all are told."""
    offices = [{"name": "财政局", "status": "已完成"}, {"name": "云口镇", "status": "正在整改"}]
    found = read(CHAPTER + "财政局：已整改。已清理14笔。\n云口镇：正在整改。已清理9笔。")
    assert found["unprinted"] == ["offices"]
    problem = found["sections"][0]["sections"][0]
    assert problem["offices"] == offices
    assert [each["label"] for each in problem["responses"]] == ["财政局", "云口镇"]
    line = "整改情况：已清理。\n各单位整改状态：财政局已完成；云口镇正在整改\n责任领导：张某"
    found = read(CHAPTER + line)
    assert found["sections"][0]["sections"][0]["offices"] == offices
    assert "unprinted" not in found


def test_particulars_before_the_answers() -> None:
    """Where they stand before the answers they stay there."""
    found = section("责任领导：张某\n整改情况：已补齐。")
    assert found == {
        "title": "台账不全。",
        "body": "责任领导：张某",
        "progress": "已补齐。",
        "leader": "张某",
    }


def test_answers_without_label() -> None:
    """The text of a problem is its answer where it has no label, in a report and with a guess."""
    found = section("一是补齐；二是上锁。")
    assert found["content"] == [{"answer": {"items": ["补齐；", "上锁。"]}}]
    tree = Outlined("一、主要任务\n（一）解决台账不全问题。\n逐册核对。", "工作要点")
    assert "answer" not in str(plain(Fields(sections_of(tree.outline))))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n3.己", {"run_on": ["1."]}),
        ("一、甲\n1.乙\n2.丙\n二、丁\n1.戊", {"styles": ["一、", "1."]}),
        ("一、甲\n（一）乙\n二、丙\n1、丁\n三、戊\n（一）己", None),
        ("1.甲\n2.乙", {"styles": ["1."]}),
    ],
)
def test_numbering(body: str, wanted: dict[str, Any] | None) -> None:
    """The numbering is the one with which the fewest marks have to be written."""
    found = read(body)
    assert found.get("numbering") == wanted
    assert "mark" not in str(found)


def test_typed_marks() -> None:
    """A mark that counting would not give is written, and the next is counted from it."""
    found = read("一、甲\n（1）乙\n（3）丙\n（4）丁\n（５）戊")
    assert [each.get("mark") for each in found["sections"][0]["sections"]] == [
        None,
        "（3）",
        None,
        "（５）",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{new}和{",
        "**粗**和*一*",
        "[词](http://a.example)",
        r"路径\*号\{",
        "#号 -号 1.号 <b>",
        "'引'\"号\"",
    ],
)
def test_signs_print_as_typed(text: str) -> None:
    """Whatever could be a mark of ours prints as it stands in the file."""
    found = section(f"整改情况：{text}完。\n整改措施：一是{text}；二是完。")
    assert found["title"] == "台账不全。"


def test_text_between_and_behind_sections() -> None:
    """A paragraph behind sections stays behind them."""
    typed = Tracked.read("一、甲（一）乙。丙。", 0)
    child = Heading(typed[3:6], MarkStyle.BRACKETED_HAN, 1, typed[6:8])
    chapter = Heading(
        typed[:2], MarkStyle.CHAPTER, 1, typed[2:3], blocks=(child, Paragraph(typed[8:]))
    )
    entries = sections_of(Outline((), (chapter,), ()))
    assert printed(written(entries)) == typed.text
    (found,) = plain(Fields(entries))["sections"]
    assert found["content"] == [{"sections": [{"title": "乙。"}]}, "丙。"]


def test_too_deep() -> None:
    """Headings deeper than a notice has sections become text, however deep."""
    heading = None
    for level in range(10_000, 0, -1):
        blocks = (heading,) if heading else ()
        text = Tracked.made(f"题{level}")
        heading = Heading(Tracked.made("（一）"), MarkStyle.BRACKETED_HAN, 1, text, blocks=blocks)
    assert heading is not None
    notice = plain(Fields(sections_of(Outline((), (heading,), ()))))
    deepest = notice
    for _ in range(6):
        (deepest,) = deepest["sections"]
    assert len(deepest["body"]) == 10_000 - 6
    assert deepest["body"][-1] == "（一）题10000"


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    """Return a cell of a table that is no part of the typed text."""
    return Cell((Paragraph(Tracked.made(text)),), columns, rows)


def table_of(table: Table) -> dict[str, Any]:
    """Return the block that a table becomes, having loaded it."""
    case = Outlined("一、甲\n[表]\n以上。", tables={"表": table})
    entries = sections_of(case.outline)
    load(written(entries))
    found: dict[str, Any] = plain(Fields(entries))["sections"][0]["content"][0]["table"]
    return found


def test_table() -> None:
    """Two rows of heads and merged cells are written as the model has them."""
    table = Table(
        (
            (cell("序号", rows=2), cell("单位", rows=2), cell("其中", columns=2)),
            (cell("反馈"), cell("完成")),
            (cell("1", rows=2), cell("甲镇"), cell("12"), cell("*")),
            (cell("乙镇"), cell("9"), cell("")),
        ),
        head_rows=2,
    )
    assert table_of(table) == {
        "head": [["序号", "单位", "其中", "←"], ["↑", "↑", "反馈", "完成"]],
        "merge": "true",
        "rows": [["1", "甲镇", "12", "*"], ["↑", "乙镇", "9", ""]],
    }


def test_words_above_and_below() -> None:
    """The caption of a table and its note, and what stands below a picture, belong to them."""
    table = Table(
        ((cell("项目"), cell("金额"), cell("状态")), (cell("水费"), cell("3"), cell("好")))
    )
    body = (
        "一、甲\n情况如下：\n资金整改情况表（单位：元）\n[表]\n注：不含利息。\n以上。\n[图]\n整改前"
    )
    case = Outlined(body, tables={"表": table, "图": Picture(b"", ".png", "渠道")})
    entries = sections_of(case.outline)
    (found,) = plain(Fields(entries))["sections"]
    whole(case.said, entries)
    _, block, _, picture = found["content"]
    assert block["table"]["caption"] == "资金整改情况表（单位：元）"
    assert block["table"]["columns"] == ["项目", "金额", "状态"]
    assert block["table"]["note"] == "注：不含利息。"
    assert picture["picture"] == {"file": "picture-1.png", "alt": "渠道", "caption": "整改前"}


def test_table_without_head() -> None:
    """A table of two columns whose first names the rows has row heads."""
    table = Table(((cell("整改目标"), cell("2025年底前完成。")), (cell("责任人"), cell("张某"))))
    assert table_of(table) == {
        "row_heads": "true",
        "rows": [["整改目标", "2025年底前完成。"], ["责任人", "张某"]],
    }


def test_table_of_a_problem() -> None:
    """A table that names measures row by row has row heads, and its section is a problem."""
    rows = ((cell("整改目标"), cell("全部复绿")), (cell("整改措施"), cell("复绿42亩")))
    case = Outlined("一、整改情况\n（一）未复绿。\n[表]", tables={"表": Table(rows)})
    (chapter,) = plain(Fields(sections_of(case.outline)))["sections"]
    (found,) = chapter["sections"]
    assert found["kind"] == "问题"
    assert found["tables"][0]["row_heads"] == "true"


def test_table_too_large() -> None:
    """A table that spreads over more columns than any page has is text."""
    case = Outlined("一、甲\n[表]", tables={"表": Table((tuple(cell("甲") for _ in range(300)),))})
    (found,) = plain(Fields(sections_of(case.outline)))["sections"]
    assert len(found["body"]) == 300


def test_picture() -> None:
    """A picture gets a name, and words in its place that have to be written."""
    case = Outlined("一、甲\n[图]", tables={"图": Picture(b"", ".PNG")})
    (found,) = plain(Fields(sections_of(case.outline)))["sections"]
    assert found["content"] == [{"picture": {"file": "picture-1.png", "alt": "图片"}}]


def test_pictures_are_named_through_the_whole_text() -> None:
    """A picture before the first heading has the first name; the section's has the second."""
    first, second = Picture(b"1", ".png"), Picture(b"2", ".jpg", alt="渠道")
    tree = Outlined("一、甲\n[图]", tables={"图": second}).outline
    whole_text = Outline((first, *tree.before), tree.headings, ())
    (found,) = plain(Fields(sections_of(whole_text)))["sections"]
    assert found["content"] == [{"picture": {"file": "picture-2.jpg", "alt": "渠道"}}]
    assert [file for file, _ in picture_files(whole_text)] == ["picture-1.png", "picture-2.jpg"]


def test_notes() -> None:
    """A reference to a note stays one, other braces do not; in a title it is only printed."""
    case = Outlined("一、甲{①}\n收入{①}含{x}。")
    notes = (("①", (Paragraph(Tracked.made("含结转。")),)),)
    entries = sections_of(case.outline, notes)
    found = plain(Fields(entries))
    assert found["sections"] == [{"title": "甲①", "body": r"收入{①}含\{x}。"}]
    assert found["notes"] == [{"mark": "①", "text": "含结转。"}]
    assert printed(written(entries)) == "一、甲①收入①含{x}。①含结转。"


def test_kinds_by_count() -> None:
    """The levels that have as many sections as the text states are its categories and aspects."""
    body = (
        "一、总体\n巡察反馈2大类3个方面3个问题。\n二、整改情况\n（一）甲\n1.乙不到位\n整改情况：好。\n"
        "2.丙不到位\n整改情况：好。\n（二）丁\n3.戊不到位\n整改情况：好。"
    )
    found = read(body)["sections"][1]["sections"]
    assert [each["kind"] for each in found] == ["大类", "大类"]
    assert [each["kind"] for each in found[0]["sections"]] == ["方面", "方面"]


def test_labels_are_no_aspects() -> None:
    """A numbered label is no aspect, though there are as many of them as the text states."""
    body = (
        "一、总体\n巡察反馈2个方面。\n二、整改情况\n（一）学习不深入\n1.整改情况：已开展学习3次。\n"
        "2.整改状态：已完成"
    )
    section = read(body)["sections"][1]["sections"][0]
    assert [each.get("kind") for each in section["sections"]] == [None, None]


def test_problem_without_answer() -> None:
    """A problem of which nothing is said is one where the stated count needs it."""
    body = "一、整改情况\n巡察反馈2个问题。\n（一）台账不全\n整改情况：好。\n（二）账目不清"
    assert read(body)["sections"][0]["sections"][1] == {"title": "账目不清", "kind": "问题"}


def test_one_answer_for_several() -> None:
    """An answer behind the last of several bare findings is the answer to all of them."""
    found = section("1.未招标。\n2.拆分。\n整改情况：已核查。\n整改状态：已完成")
    assert found == {
        "title": "台账不全。",
        "content": [
            {"sections": [{"title": "未招标。"}, {"title": "拆分。"}]},
            {"progress": "已核查。"},
        ],
        "status": "已完成",
    }


def test_answers_under_titles() -> None:
    """Sections called 整改措施 and 整改成效 are the answer of the problem above them, and none."""
    text = "1.整改措施。补齐台账。\n2.整改成效。账实相符。该问题已完成整改。\n责任领导：张某"
    found = section(text)
    assert (found["kind"], found["status"], found["leader"]) == ("问题", "已完成", "张某")
    (below,) = found["content"]
    assert [each["kind"] for each in below["sections"]] == ["无", "无"]
    assert below["sections"][0]["content"] == [{"answer": {"text": "补齐台账。"}}]


def test_list_made_of_headings() -> None:
    """Under a label that stands alone, what looks like headings below are items of a list."""
    found = section("整改措施：\n1、补齐，重点是：\n①账；\n②卡。\n2、上锁。\n整改情况：已补齐。")
    assert found["measures"] == [{"text": "补齐，重点是：", "items": ["账；", "卡。"]}, "上锁。"]
    assert found["progress"] == "已补齐。"


def test_unheaded() -> None:
    """A text without headings is content, its answers and lists among it."""
    found = content(
        "管护责任人须做到：\n1.每周巡查；\n2.非汛期清障。\n整改情况：已移交。\n特此公示。"
    )
    assert found == {
        "enumeration": "1.",
        "content": [
            "管护责任人须做到：",
            {"list": {"items": ["每周巡查；", "非汛期清障。"]}},
            {"answer": {"label": "整改情况", "text": ["已移交。", "特此公示。"]}},
        ],
    }


def test_soft_return() -> None:
    """A soft return within a paragraph ends a line, as a paragraph does."""
    typed = Tracked.read("一、甲整改措施：补齐。\n整改情况：已补。", 0)
    chapter = Heading(typed[:2], MarkStyle.CHAPTER, 1, typed[2:3], blocks=(Paragraph(typed[3:]),))
    entries = sections_of(Outline((), (chapter,), ()))
    (found,) = plain(Fields(entries))["sections"]
    assert (found["measures"], found["progress"]) == ("补齐。", "已补。")
    whole(typed.text, entries)


def test_labels_without_a_blank() -> None:
    """In a line of such labels, one may follow what is said closely: a PDF broke its line there."""
    found = section(
        "整改情况：已补齐。\n责任领导：局长、副局长责任科室：办公室　完成时限：长期坚持"
    )
    assert found["leader"] == "局长、副局长"
    assert (found["department"], found["deadline"]) == ("办公室", "长期坚持")
