"""A published text becomes a draft that loads, says all of it, and says nothing else."""

from pathlib import Path

import pytest

from disclosure.diagnostics import Level
from disclosure.importer.account import Way
from disclosure.importer.draft import Entry, Fields, Scalar
from disclosure.importer.importing import Imported, ImportOptions, import_file, in_order
from disclosure.source.load_genres import shipped_genres
from tests.conftest import ROOT
from tests.importer.word_files import docx, p, part, r

CASES = sorted(
    path
    for folder in ("word-for-word", "genres")
    for path in (ROOT / "tests" / "cases" / folder).glob("*.txt")
)


def imported(text: str, name: str = "case.txt") -> Imported:
    """Import a text."""
    return import_file(name, text.encode(), ImportOptions(), shipped_genres)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_published_texts_are_accounted_for(path: Path) -> None:
    """Nothing is lost, the draft loads, and it prints the file after the listed changes."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    text = "".join(lines[1:] if lines[0].startswith("# source:") else lines)
    found = imported(text)
    assert [found.account.characters[each.start : each.end] for each in found.account.lost] == []
    assert found.account.total == len("".join(text.split()))
    assert [each.code for each in found.found if each.level is Level.ERROR] == []
    assert found.differences == ()
    assert found.lines["title",] == 1 + found.text.split("\n").index(
        next(row for row in found.text.split("\n") if row.startswith("title:"))
    )


def test_a_count_of_what_is_not_listed_is_left_out() -> None:
    """It could not be declared; the text has it, and the report says so."""
    found = imported(
        "关于整改情况的通报\n2023年3月1日，县委第一巡察组反馈了41个问题。\n"
        "一、加强领导\n已召开会议3次。\n二、抓好整改\n已制定制度2项。\n某局党组\n2023年5月1日\n"
    )
    assert found.loaded
    assert "declared" not in found.text
    assert "import.count_of_nothing" in {each.code for each in found.account.remarks}


def test_two_values_of_one_key_are_one() -> None:
    """Mappings are joined; the keys stand in the order of a notice."""
    labels = [
        Entry("labels", Fields((Entry(key, Scalar(key)),))) for key in ("measures", "outcomes")
    ]
    found = in_order((Entry("lead", Scalar("甲")), *labels, Entry("title", Scalar("乙"))))
    assert [each.key for each in found.entries] == ["title", "labels", "lead"]
    assert isinstance(found.entries[1].value, Fields)
    assert [each.key for each in found.entries[1].value.entries] == ["measures", "outcomes"]


def test_punctuation_may_stay() -> None:
    """Then nothing is normalised."""
    options = ImportOptions(punctuation=False)
    text = "关于整改的通报\n一、加强领导,抓好整改\n已召开会议(3次)。\n".encode()
    found = import_file("case.txt", text, options, shipped_genres)
    assert "加强领导,抓好整改" in found.text
    assert found.account.count(Way.NORMALISED) == 0


def test_the_time_of_publication_is_no_difference() -> None:
    """It is printed with the day, as one of the facts below the title."""
    found = imported(
        "某局关于整改情况的通报\n来源：某局　发布时间：2024-03-05 10:20\n一、加强领导\n已召开会议3次。\n"
    )
    assert 'published_time: "10:20"' in found.text
    assert found.differences == ()


def test_a_day_below_the_title_is_that_of_publication() -> None:
    """Where nothing else says it, with a reason to confirm; of a speech it is another day."""
    body = "一、加强领导\n已召开会议3次。\n"
    found = imported(f"某局关于整改情况的通报\n（2024年1月8日）\n{body}")
    assert found.day == "2024-01-08"
    assert "取题目下面的日期2024-01-08" in found.text
    assert imported(f"在大会上的讲话\n（2024年1月8日）\n同志们：\n{body}").day == ""


def test_a_note_is_no_difference() -> None:
    """The draft names a note in braces, and a page prints it in a place of its own."""
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = part("footnotes", f'<w:footnote w:id="1">{p(r("含修订5项"))}</w:footnote>')
    body = p(r("某局关于整改情况的通报")) + p(r("一、加强领导"))
    body += p(r("制定制度12项"), reference, r("。")) + p(r("某局")) + p(r("2024年1月8日"))
    data = docx(body, parts={"word/footnotes.xml": note})
    found = import_file("a.docx", data, ImportOptions(), shipped_genres)
    assert "12项{①}" in found.text
    assert found.differences == ()


def test_the_head_of_a_table_is_no_title() -> None:
    """A table right below a title stays whole; its columns are no labels."""
    found = imported(
        "某县整改情况公开表\n序号\t问题\t措施\t状态\n1\t甲\t约谈\t已完成\n2\t乙\t补学\t已完成\n"
    )
    assert "title: 某县整改情况公开表\n" in found.text
    assert "head:" not in found.text
    assert found.differences == ()


def test_a_state_behind_a_list_is_taken() -> None:
    """A state that the last item tells, with its label, is the state of the problem."""
    found = imported(
        "某局关于整改情况的通报\n一、学习不深\n整改情况：一是开展学习。二是补记笔记。整改状态：已完成\n"
        "二、作风不实\n整改情况：约谈2人。整改状态：已完成。\n"
    )
    assert found.text.count("status: 已完成") == 2


def test_a_line_in_brackets_is_no_title() -> None:
    """When a text was adopted stands above it, where the title is missing; it is told so."""
    found = imported(
        "（2019年9月28日某市第十二次会议通过）\n一、总则\n为了加强管理，制定本办法。\n"
    )
    assert "\ntitle: （" not in found.text
    assert "文中没有找到标题" in found.text


def test_a_sentence_that_names_a_part_is_no_heading() -> None:
    """第一部分，… has no title of its own: no title begins with a comma."""
    found = imported(
        "某局关于整改情况的说明\n一、主要内容\n第一部分，提高服务水平，共3条。\n第二部分，完善制度。\n"
    )
    assert "title: ，" not in found.text
    assert "第一部分，提高服务水平，共3条。" in found.text
