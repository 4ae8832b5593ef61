"""Bookmarks say which problem and which value a stretch of the Word file is."""

from disclosure.document.blocks import Table
from disclosure.render.deliveries.word.anchors import Bookmarks, problem_mark, value_mark
from tests.render.deliveries.parcels import EVERY
from tests.render.deliveries.word.word_files import W, composed, made, parts_of


def test_names_follow_from_ids_and_paths() -> None:
    """Names are short, plain, and the same each time; what is long is a digest of itself."""
    assert problem_mark("s-2-1-3") == "p_s_2_1_3"
    assert value_mark(("sections", 0, "sections", 12, "title")) == "_v_s_0_s_12_title"
    long = value_mark(("sections", 0, "content", 3, "answer", "items", 2, "text", 0, "closing"))
    assert len(long) <= 40
    assert long != value_mark(("sections", 0, "content", 3, "answer", "items", 2, "text", 1))
    assert value_mark(("funds", "追缴")).isascii()


def test_every_problem_and_its_values_are_marked() -> None:
    """Each problem has its bookmark, and so has every value of the text."""
    document = composed(EVERY).document
    begun = parts_of(made(EVERY))["word/document.xml"].iter(W + "bookmarkStart")
    names = {each.get(W + "name") for each in begun}
    problems = {n.anchor for n in composed(EVERY).source.outline.nodes if n.problem}
    assert {problem_mark(anchor) for anchor in problems} <= names
    assert problems
    blocks = (block for block in document.blocks if not isinstance(block, Table))
    assert {value_mark(value.path) for block in blocks for value in block.values} <= names


def test_no_name_twice() -> None:
    """A second bookmark of the same name is left out, its text stays."""
    bookmarks = Bookmarks()
    assert "bookmarkStart" in bookmarks.around("甲", "p_a")
    assert bookmarks.around("乙", "p_a") == "乙"
