"""Revisions: either text is read, and each is told once (H9)."""

import pytest

from disclosure.importer.readers.docx.reader import read_docx
from disclosure.importer.readers.docx.revisions import Revisions
from tests.importer.word_files import docx, p, r, tbl, tc, tr
from tests.importer.word_inside import BY, WHO, deleted, ins, inside


def mark(kind: str) -> str:
    """Return properties of a paragraph whose mark is inserted or deleted."""
    return f"<w:rPr><w:{kind} {BY}/></w:rPr>"


def moved(kind: str, text: str) -> str:
    """Return a moved run."""
    return f"<w:{kind} {BY}>{r(text)}</w:{kind}>"


FIGURE = p(r("到位资金"), ins(r("3.25")), deleted("2.35"), r("万元。"))
FIVE = (
    FIGURE
    + p(ins(r("新增一段。")), properties=mark("ins"))
    + p(r("上半句，"), properties=mark("del"))
    + p(r("下半句。"))
    + p(r("前。"), moved("moveFrom", "移动的话。"))
    + p(moved("moveTo", "移动的话。"), r("后。"))
    + p(r("楷体字", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"))
)


def test_final_text() -> None:
    """What was inserted and moved to is read; what was deleted and moved from is not."""
    found = inside(FIVE)
    assert found.texts == [
        "到位资金3.25万元。",
        "新增一段。",
        "上半句，",
        "下半句。",
        "前。",
        "移动的话。后。",
        "楷体字",
    ]
    assert [each.joins_next for each in found.paragraphs] == [False] * 2 + [True] + [False] * 4


def test_original_text() -> None:
    """The text before all changes is read, and an inserted paragraph is not there."""
    found = inside(FIVE, Revisions.ORIGINAL)
    assert found.texts == [
        "到位资金2.35万元。",
        "",
        "上半句，",
        "下半句。",
        "前。移动的话。",
        "后。",
        "楷体字",
    ]
    assert [each.gone for each in found.paragraphs] == [False, True] + [False] * 5


@pytest.mark.parametrize("revisions", Revisions)
def test_each_is_told_once(revisions: Revisions) -> None:
    """Five revisions are five lines, with author, day and both texts."""
    words = {
        "replaced": {"old": "2.35", "new": "3.25", **WHO},
        "inserted_paragraph": {"text": "新增一段。", **WHO},
        "deleted_mark": {"text": "", **WHO},
        "moved": {"text": "移动的话。", **WHO},
        "reformatted": {"text": "楷体字", **WHO},
    }
    assert inside(FIVE, revisions).told == list(words.items())


def test_whole_paragraph_deleted() -> None:
    """It is gone from the final text and stands in the original one; told once either way."""
    body = p(deleted("删去的段。"), properties=mark("del"))
    final, original = inside(body), inside(body, Revisions.ORIGINAL)
    assert final.paragraphs[0].gone
    assert final.dropped("deleted_paragraph") == "删去的段。"
    assert original.text == "删去的段。"
    assert original.codes == ["deleted_paragraph"]


@pytest.mark.parametrize("revisions", Revisions)
def test_deleted_again(revisions: Revisions) -> None:
    """What one inserted and another deleted is in neither text."""
    found = inside(p(r("甲"), ins(deleted("乙")), r("丙")), revisions)
    assert found.text == "甲丙"
    assert found.told == [("undone", {"text": "乙", **WHO})]


def test_one_insertion_in_several_elements_is_one() -> None:
    """Word parts an insertion where looks change; it is told once."""
    found = inside(p(r("甲"), ins(r("乙")), ins(r("丙", "<w:b/>")), r("丁")))
    assert found.told == [("inserted", {"text": "乙丙", **WHO})]


def test_two_authors_are_two() -> None:
    """Revisions side by side of two people are no replacement."""
    other = f'<w:ins w:id="2" w:author="李某">{r("3")}</w:ins>'
    found = inside(p(deleted("2"), other))
    assert found.text == "3"
    assert found.told == [
        ("deleted", {"text": "2", **WHO}),
        ("inserted", {"text": "3", "author": "李某", "day": "—"}),
    ]


def test_format_of_before() -> None:
    """The original text has the looks of before the change."""
    body = p(r("字", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"))
    assert inside(body).paragraphs[0].spans[0].look.bold
    assert inside(body, Revisions.ORIGINAL).paragraphs[0].spans == ()


def test_deleted_picture_and_note() -> None:
    """A deleted picture is not taken, a deleted reference has no note, and both are told."""
    gone = '<w:drawing><a:blip r:embed="image1"/></w:drawing>'
    found = inside(p(r("甲"), f"<w:del {BY}><w:r>{gone}</w:r></w:del>"))
    assert found.paragraphs[0].pictures == ()
    assert found.told == [("deleted", {"text": "[…]", **WHO})]


def test_lone_end_of_a_move() -> None:
    """Where only one end of a move is left in the file, that end is told."""
    body = p(moved("moveTo", "移来的话。"))
    assert inside(body).told == [("moved", {"text": "移来的话。", **WHO})]
    assert inside(body).text == "移来的话。"


def test_rows() -> None:
    """A row is told once, with the cells in it; one that is not in the text is left out whole."""
    change = f"<w:ins {BY}/>"
    cell = tc(p(ins(r("甲")), properties=mark("ins")), p(ins(r("乙"))))
    body = tbl(tr(cell, properties=change), tr("丙"))
    final = read_docx(docx(body), Revisions.FINAL)
    original = read_docx(docx(body), Revisions.ORIGINAL)
    assert [each.code for each in final.remarks] == ["import.word.inserted_row"]
    assert [each.code for each in original.remarks] == ["import.word.inserted_row"]
    assert [len(each.rows) for each in (*final.blocks, *original.blocks)] == [2, 1]
    assert original.characters[: original.remarks[0].end] == "甲\n乙"
