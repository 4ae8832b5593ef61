"""Marks, addresses and counts of sections."""

from typing import Any

import pytest

from disclosure.diagnostics import Level
from disclosure.document.item_words import item_words
from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import format_mark, number_in
from disclosure.model.notice import Notice
from disclosure.model.outline import draw_outline, find_faults
from tests.checks.desk import SOUND, to_yaml, verdict_of


def notice(sections: list[dict[str, Any]], **more: Any) -> Notice:
    """Return a notice with these sections."""
    head = {"title": "t", "issuer": "i", "published": "2022-02-23"}
    return Notice.model_validate({**head, "sections": sections, **more})


def tree(*titles: str | tuple[str, list[Any]], **more: Any) -> list[dict[str, Any]]:
    """Return sections from titles, nested by pairs."""
    return [
        {"title": each, **more}
        if isinstance(each, str)
        else {"title": each[0], "sections": tree(*each[1], **more), **more}
        for each in titles
    ]


def marks(notice: Notice) -> list[str]:
    """Return mark and title of every section."""
    return [node.mark + node.section.title for node in draw_outline(notice).nodes]


def test_official_levels() -> None:
    """Marks follow 一、（一）1.（1）① by level, each starting anew."""
    deep = tree(("a", [("b", [("c", [("d", ["e", "f"])]), "g"]), "h"]), "i")
    assert marks(notice(deep)) == [
        "一、a", "（一）b", "1.c", "（1）d", "①e", "②f", "2.g", "（二）h", "二、i",
    ]  # fmt: skip


def test_numbers_that_run_on() -> None:
    """A style that runs on does not restart within a chapter, and does in the next."""
    sections = tree(("a", [("b", ["c", "d"]), ("e", ["f"])]), ("g", [("h", ["i"])]))
    found = marks(notice(sections, numbering={"run_on": ["1."]}))
    assert [mark for mark in found if mark[0].isdigit()] == ["1.c", "2.d", "3.f", "1.i"]


def test_style_of_children() -> None:
    """A section may choose its children's marks; its grandchildren keep theirs."""
    sections = tree(("a", [("b", ["c"])]))
    sections[0]["numbering"] = "1、"
    assert marks(notice(sections)) == ["一、a", "1、b", "1.c"]


def test_mark_as_printed() -> None:
    """A mark as printed replaces the derived one and takes no number from the others."""
    sections = tree("a", "b", "c")
    sections[1]["mark"] = "（附）"
    assert marks(notice(sections)) == ["一、a", "（附）b", "二、c"]
    sections[1]["mark"] = "无"
    assert marks(notice(sections)) == ["一、a", "b", "二、c"]


def test_a_typed_mark_is_counted_on_from() -> None:
    """Behind a mark of the style of its level, numbers go on from it; another counts nothing."""
    sections = tree(("a", ["甲", "乙", "丙"]))
    inner = sections[0]["sections"]
    inner[1]["mark"] = "（三）"
    assert marks(notice(sections)) == ["一、a", "（一）甲", "（三）乙", "（四）丙"]
    inner[1]["mark"] = "（一）"
    assert marks(notice(sections))[1:] == ["（一）甲", "（一）乙", "（二）丙"]
    inner[1]["mark"] = "3."
    assert marks(notice(sections))[1:] == ["（一）甲", "3.乙", "（二）丙"]


def test_a_typed_mark_counts_in_a_style_that_runs_on() -> None:
    """Numbers that run on within a chapter go on from a typed one, too."""
    sections = tree(("a", [("b", ["c", "d"]), ("e", ["f"])]))
    sections[0]["sections"][0]["sections"][1]["mark"] = "5."
    found = marks(notice(sections, numbering={"run_on": ["1."]}))
    assert [mark for mark in found if mark[0].isdigit()] == ["1.c", "5.d", "6.f"]


def test_as_it_was_counted_before() -> None:
    """A version sealed before typed marks were counted is drawn as it was."""
    sections = tree("甲", "乙", "丙")
    sections[1]["mark"] = "三、"
    outline = draw_outline(notice(sections), typed_count=False)
    assert [node.mark for node in outline.nodes] == ["一、", "三、", "二、"]


def test_addresses_are_by_position_or_own() -> None:
    """Ids follow position; a section's own id replaces its own only."""
    sections = tree(("a", ["b", "c"]))
    sections[0]["sections"][0]["id"] = "pinned"
    assert [node.anchor for node in draw_outline(notice(sections)).nodes] == [
        "s-1", "pinned", "s-1-2",
    ]  # fmt: skip


def test_counts() -> None:
    """A section with a response is a problem, an aspect with one is both."""
    sections = [
        {
            "title": "a", "kind": "大类",
            "sections": [
                {"title": "b", "kind": "方面", "outcomes": ["x"]},
                {"title": "c", "kind": "方面", "sections": [{"title": "d", "progress": "x"}]},
                {"title": "e", "kind": "问题"},
            ],
        }
    ]  # fmt: skip
    outline = draw_outline(notice(sections))
    assert (outline.categories, outline.aspects, outline.problems) == (1, 2, 3)
    assert [node.problem for node in outline.nodes] == [0, 1, 0, 2, 3]


@pytest.mark.parametrize(
    ("sections", "code"),
    [
        ([{"title": "a", "id": "x"}, {"title": "b", "id": "x"}], "section.same_id"),
        ([{"title": "a", "id": "s-9"}], "section.reserved_id"),
        (tree(("a", [("b", [("c", [("d", [("e", [("f", ["g"])])])])])])), "section.deep"),
    ],
)
def test_faults(sections: list[dict[str, Any]], code: str) -> None:
    """Addresses alike, reserved ids and too many levels are faults."""
    found = notice(sections)
    assert [fault.code for fault in find_faults(found, draw_outline(found))] == [code]


def test_a_hundred_chapters() -> None:
    """Beyond ninety-nine the marks are Arabic rather than a crash."""
    assert marks(notice(tree(*["a"] * 100)))[-1] == "100、a"
    assert format_mark(MarkStyle.NONE, 3) == ""


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (MarkStyle.HAN_IS, ("一是", "二是")),
        (MarkStyle.ORDINAL, ("第一，", "第二，")),
        (MarkStyle.POINT, ("1.", "2.")),
        (MarkStyle.BRACKETED, ("（1）", "（2）")),
        (MarkStyle.CIRCLED, ("①", "②")),
        (MarkStyle.COMMA, ("1、", "2、")),
        (MarkStyle.WIDE_POINT, ("1．", "2．")),
        (MarkStyle.NARROW_BRACKETED, ("(1)", "(2)")),
        (MarkStyle.CHAPTER, ("一、", "二、")),
        (MarkStyle.BRACKETED_HAN, ("（一）", "（二）")),
        (MarkStyle.PART, ("第一部分\u3000", "第二部分\u3000")),
        (MarkStyle.PROBLEM, ("问题1：", "问题2：")),
        (MarkStyle.NONE, ("", "")),
    ],
)
def test_words_before_items(style: MarkStyle, expected: tuple[str, ...]) -> None:
    """Items are counted in the chosen style, a single one not at all."""
    assert item_words(style, 2) == expected
    assert item_words(style, 1) == ("",)


@pytest.mark.parametrize("style", [style for style in MarkStyle if style is not MarkStyle.NONE])
def test_styles_of_sections(style: MarkStyle) -> None:
    """A style is named by its first mark, which is the one that is printed first."""
    sections = tree(("a", ["b", "c"]))
    sections[0]["numbering"] = style.value
    first, second = marks(notice(sections))[1:]
    assert first.replace("\u3000", "") == f"{style.value}b"
    assert second != f"{style.value}c"


def test_six_levels() -> None:
    """Six levels are printed, the sixth in the last style given."""
    deep = tree(("a", [("b", [("c", [("d", [("e", ["f"])])])])]))
    styles = ["第一部分", "一、", "（一）", "1．", "(1)", "①"]
    found = notice(deep, numbering={"styles": styles})
    assert find_faults(found, draw_outline(found)) == []
    assert marks(found) == ["第一部分\u3000a", "一、b", "（一）c", "1．d", "(1)e", "①f"]


@pytest.mark.parametrize("style", [style for style in MarkStyle if style is not MarkStyle.NONE])
@pytest.mark.parametrize("number", [1, 9, 10, 11, 20, 99, 100, 131])
def test_a_mark_is_read_as_it_is_printed(style: MarkStyle, number: int) -> None:
    """Which number a mark is, is read back from it."""
    if style is MarkStyle.CIRCLED and number > 20:
        return  # beyond ⑳ it is printed in brackets
    mark = format_mark(style, number)
    assert number_in(style, mark) == number
    assert number_in(style, mark.strip()) == number


def test_a_mark_in_wide_digits_is_read() -> None:
    """（２） is the second of its style, as a mark and in the rule that looks for gaps."""
    assert number_in(MarkStyle.BRACKETED, "（２）") == 2
    sections = tree("a", "b", "c", "d")
    for section, mark in zip(sections, ("（1）", "（２）", "", "（５）"), strict=True):
        section |= {"mark": mark} if mark else {}
    data = SOUND | {"sections": sections, "numbering": {"styles": ["（1）"]}}
    assert marks(notice(sections, numbering=data["numbering"]))[2] == "（3）c"
    found = verdict_of(to_yaml(data)).diagnostics
    assert [each.code for each in found if each.level is Level.ERROR] == ["structure.marks"]


@pytest.mark.parametrize(
    "mark",
    ["（附）", "（二三）", "（零）", "无", "", "附件1", "（三", "三", "（三）（四）", "（3）"],
)
def test_what_is_no_mark_of_the_style_is_no_number(mark: str) -> None:
    """A mark of another form or style counts nothing."""
    assert number_in(MarkStyle.BRACKETED_HAN, mark) == 0
    assert number_in(MarkStyle.NONE, mark) == 0
