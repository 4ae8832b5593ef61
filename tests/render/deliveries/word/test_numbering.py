"""Marks of headings and items as automatic numbers: begun anew, run on, typed, out of count."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import format_mark
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.deliveries.word.numbering import UNCOUNTED, Counted, Level, Lists, read_mark
from disclosure.render.renderer import open_renderer
from tests.conftest import ROOT
from tests.render.deliveries.parcels import site
from tests.render.deliveries.word.word_files import W, lines_of, parts_of, value
from tests.render.test_particulars import composed, loaded

LEVELS = tuple(
    Level(style)
    for style in (*list(MarkStyle)[:4], MarkStyle.CIRCLED, MarkStyle.NONE)
)  # fmt: skip


def file_of(data: dict[str, Any]) -> bytes:
    """Return the Word file of a notice."""
    return render_docx(composed(loaded(data), open_renderer(site(), ROOT / "templates")))


def numbered(data: bytes) -> list[str]:
    """Return the lines of a file that Word puts a number before, with the number."""
    document = parts_of(data)["word/document.xml"]
    paragraphs = document.iter(W + "p")
    counted = [_is_counted(paragraph) for paragraph in paragraphs]
    return [line for line, wanted in zip(lines_of(data), counted, strict=True) if wanted]


def _is_counted(paragraph: Element) -> bool:
    return value(paragraph, "pPr", "numPr", "numId") not in {"", "0"}


def chapter(title: str, *titles: str, **more: Any) -> dict[str, Any]:
    """Return a section with sections of these titles below it."""
    return {"title": title, "sections": [{"title": each, "body": "文。"} for each in titles]} | more


def test_levels_begin_anew_below_each_heading() -> None:
    """（一） begins anew in each chapter by the one list of the outline, without an override."""
    data = file_of({"sections": [chapter("甲", "子", "丑"), chapter("乙", "寅")]})
    assert numbered(data) == ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅"]
    numbering = parts_of(data)["word/numbering.xml"]
    assert not list(numbering.iter(W + "startOverride"))


def test_marks_that_run_on() -> None:
    """Marks that run through a chapter count on, and begin anew in the next chapter."""
    inner = [chapter("子", "1甲", "1乙"), chapter("丑", "1丙")]
    sections = [{"title": "甲", "sections": inner}, {"title": "乙", "sections": inner}]
    data = file_of({"numbering": {"run_on": ["1."]}, "sections": sections})
    assert [each for each in numbered(data) if each[1] == "."] == [
        *("1.1甲", "2.1乙", "3.1丙"),
        *("1.1甲", "2.1乙", "3.1丙"),
    ]
    document = parts_of(data)["word/document.xml"]
    lists = [value(p, "pPr", "numPr", "numId") for p in document.iter(W + "p")]
    points = [each for each, line in zip(lists, lines_of(data), strict=True) if line[1:2] == "."]
    assert len(set(points)) == 2


def test_typed_mark_is_text_and_is_counted_on_from() -> None:
    """A mark that somebody typed is in the text; the next one counts on from it."""
    data = file_of(
        {
            "sections": [
                {"title": "甲", "mark": "三、"},
                {"title": "乙"},
                {"title": "丙", "mark": "无"},
            ]
        }
    )
    lines = lines_of(data)
    assert numbered(data) == ["四、乙"]
    assert {"三、甲", "丙"} < set(lines)


def test_own_numbering_of_a_section() -> None:
    """A section that numbers what is below it in another way has a list of its own."""
    data = file_of({"sections": [chapter("甲", "子", "丑", numbering="1、"), chapter("乙", "寅")]})
    assert numbered(data) == ["一、甲", "1、子", "2、丑", "二、乙", "（一）寅"]


def test_items_of_each_list_begin_anew() -> None:
    """Items are numbered by Word, each list from its beginning, lists in items among them."""
    item = {"text": "分：", "items": ["细一。", "细二。"], "enumeration": "一是"}
    section = {
        "title": "甲",
        "measures": ["其一。", item, "其三。"],
        "outcomes": ["其一。", "其二。"],
    }
    data = file_of({"sections": [section]})
    assert numbered(data) == [
        "一、甲",
        *("一是其一。", "二是分：", "一是细一。", "二是细二。", "三是其三。"),
        *("一是其一。", "二是其二。"),
    ]


def test_run_in_heading_is_a_run_of_its_own() -> None:
    """Title and text are one paragraph of the text; the title's run has the heading's look."""
    sections = [chapter("甲", "子", numbering="1、")]
    sections[0]["sections"][0] |= {"run_in": "true"}
    document = parts_of(file_of({"sections": sections}))["word/document.xml"]
    (paragraph,) = (p for p in document.iter(W + "p") if "".join(p.itertext()) == "子文。")
    assert value(paragraph, "pPr", "pStyle") == "GwText"
    runs = [value(run, "rPr", "rStyle") for run in paragraph.iter(W + "r")]
    assert runs == ["GwHeading2Char", ""]


@pytest.mark.parametrize("style", [each for each in MarkStyle if each is not MarkStyle.NONE])
def test_marks_are_known(style: MarkStyle) -> None:
    """The marks of every style are read back, and those beyond Word's formats are text."""
    assert read_mark(format_mark(style, 7)) == (style, 7)
    assert read_mark("问题七：") is None
    assert read_mark("100、") == (MarkStyle.COMMA, 100)


def test_level_below_a_typed_mark_is_a_list_of_its_own() -> None:
    """What stands below a heading that Word does not count is not counted by its outline."""
    lists = Lists(LEVELS, "")
    assert lists.heading(1, "甲、", typed=True) is UNCOUNTED
    assert lists.heading(2, "（一）", typed=False) == Counted(2)
    assert lists.heading(1, "一、", typed=False) == Counted(1)
    assert lists.heading(2, "（一）", typed=False) == Counted(1, 1)


def test_mark_out_of_count_sets_the_count() -> None:
    """A mark that breaks the count is printed as it is, and its list is begun with it."""
    lists = Lists(LEVELS, "")
    assert lists.heading(1, "一、", typed=False).num == 1
    third = lists.heading(1, "三、", typed=False)
    assert third.num != 1
    assert lists.heading(1, "四、", typed=False) == third
