"""A text file gives its paragraphs; broken lines are joined only where that is certain."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from disclosure.importer.readers.plain import read_plain
from disclosure.importer.reading import Table
from tests.importer.readers.accounting import codes_of, lines_of, unaccounted

PARAGRAPHS = [
    "中共云岭县某局党组关于巡察整改进展情况的通报",
    "根据县委统一部署，县委第二巡察组对局党组开展了巡察，并于十月反馈了意见。按照有关要求，现将整改进展情况予以公布，欢迎广大干部群众监督。",
    "一、提高政治站位，扛牢政治责任",
    "（一）深化思想认识。局党组把抓好巡察整改作为检验忠诚的重要标尺，先后召开党组会议六次、专题会议四次，研究部署整改工作，逐条逐项推进落实。",
]


def broken(indent: str) -> str:
    """Return the text as an editor breaks it at thirty characters."""
    lines = []
    for paragraph in PARAGRAPHS:
        lines += textwrap.wrap(indent + paragraph, 30)
    return "\n".join(lines)


def test_a_line_is_a_paragraph() -> None:
    """Lines, with or without empty ones between, are paragraphs; the first is nothing special."""
    text = "# source: constructed\n" + "\n\n".join(f"　　{each}" for each in PARAGRAPHS)
    assert lines_of(read_plain(text.encode())) == ["# source: constructed", *PARAGRAPHS]


def test_broken_lines_are_joined() -> None:
    """A text broken at one width throughout comes back in whole paragraphs, and that is said."""
    reading = read_plain(broken("　　").encode())
    assert lines_of(reading) == PARAGRAPHS
    assert codes_of(reading) == ["import.file.healed"]
    assert unaccounted(reading) == []


def test_broken_lines_without_indents() -> None:
    """Without indents a full line goes on unless it ends a sentence or a mark follows."""
    assert lines_of(read_plain(broken("").encode())) == PARAGRAPHS


def test_lines_of_different_widths_stay() -> None:
    """Contact lines and short paragraphs are no broken text."""
    lines = ["联系电话：0555-2234567", "电子邮箱：office@example.com", "邮政地址：云岭县人民路1号"]
    assert lines_of(read_plain("\n".join(lines).encode())) == lines


def test_a_signature_stands_at_the_right() -> None:
    """What is far indented is set at the right."""
    reading = read_plain(("现予公布。\n" + "　" * 20 + "2023年4月18日").encode())
    assert [block.look.aligned for block in reading.blocks] == ["left", "right"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_nothing_is_lost(text: str) -> None:
    """Every character that is no blank is kept or said."""
    if "\0" in text:
        text = text.replace("\0", "")
    assert unaccounted(read_plain(text.encode())) == []


def test_lines_of_one_count_are_joined() -> None:
    """Figures are half as wide; what was broken after so many characters is joined as well."""
    text = (
        "今年上半年共召开会议12次、印发文件345份，办理事项6789件，同比增长12.4%，其余事项按期办理。"
        * 3
    )
    broken_at = [text[at : at + 35] for at in range(0, len(text), 35)]
    lines = ["　　一、总体情况", *broken_at, "　　二、下一步工作"]
    assert lines_of(read_plain("\n".join(lines).encode())) == [
        "一、总体情况",
        text,
        "二、下一步工作",
    ]


def test_an_address_that_was_broken_is_one_word() -> None:
    """Lines within a mailbox or a web address are joined without a blank."""
    line = "有意见的，请于公布之日起十五个工作日内发电子邮件至邮箱office-of-the@examp"
    text = f"　　{line}\nle.com，或者向局办公室反映，我们将认真听取，及时办理，并将办理结果告知\n本人。"
    lines = [*[f"　　{PARAGRAPHS[1][:35]}", PARAGRAPHS[1][35:]], text]
    assert "office-of-the@example.com，或者" in "".join(
        lines_of(read_plain("\n".join(lines).encode()))
    )


def test_marks_of_a_mail_are_dropped() -> None:
    """The head of a mail and its marks of quotation are said, and are not of the notice."""
    mail = "From: a@example.com\nSubject: 通报\n\n" + "\n".join(f"> {each}" for each in PARAGRAPHS)
    reading = read_plain(mail.encode())
    assert lines_of(reading) == PARAGRAPHS
    assert codes_of(reading) == ["import.file.mail_head"] * 2 + ["import.file.markup"] * 4
    assert unaccounted(reading) == []


def test_one_sign_is_no_quotation() -> None:
    """A text in which a single line begins with > keeps it."""
    lines = ["> 10 毫米的裂缝已修补。", "时间：2023年5月6日", "主题：党日活动"]
    assert lines_of(read_plain("\n".join(lines).encode())) == lines


def test_numbers_of_pages_are_dropped() -> None:
    """A line that is a page's number goes; a figure alone stays."""
    reading = read_plain("一、总体情况\n- 1 -\n已完成。\n—12—\n第 3 页 共 3 页\n12\n".encode())
    assert lines_of(reading) == ["一、总体情况", "已完成。", "12"]
    assert codes_of(reading) == ["import.file.page_number"] * 3


def test_a_pasted_table_is_one() -> None:
    """Lines with the same tabs are rows; a label and a value apart by a tab are none."""
    text = "整改情况公开表\n序号\t问题\t状态\n1\t甲\t已完成\n2\t\t已完成\n联系人：\t张某\n电话：\t0555-2234567"
    reading = read_plain(text.encode())
    table = reading.blocks[1]
    assert isinstance(table, Table)
    assert [[len(cell.blocks) for cell in row] for row in table.rows] == [[1, 1, 1]] * 2 + [
        [1, 0, 1]
    ]
    assert len(reading.blocks) == 4
    assert unaccounted(reading) == []
