"""Marks, addresses and counts of sections."""

from typing import Any

import pytest

from disclosure.document.item_words import item_words
from disclosure.model.notice import Notice
from disclosure.model.outline import draw_outline, find_faults, format_mark
from disclosure.model.section import Enumeration, MarkStyle


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
        (tree(("a", [("b", [("c", [("d", [("e", ["f"])])])])])), "section.deep"),
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
        (Enumeration.HAN_IS, ("一是", "二是")),
        (Enumeration.ORDINAL, ("第一，", "第二，")),
        (Enumeration.POINT, ("1.", "2.")),
        (Enumeration.BRACKETED, ("（1）", "（2）")),
        (Enumeration.CIRCLED, ("①", "②")),
        (Enumeration.NONE, ("", "")),
    ],
)
def test_words_before_items(style: Enumeration, expected: tuple[str, ...]) -> None:
    """Items are counted in the chosen style, a single one not at all."""
    assert item_words(style, 2) == expected
    assert item_words(style, 1) == ("",)
