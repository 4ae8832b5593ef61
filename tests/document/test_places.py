"""Where paragraphs stand: each changed one is told under its section."""

from pathlib import PurePosixPath

import pytest

from disclosure.document.places import Part, by_place, place_name, places_of
from disclosure.model.outline import Outline
from disclosure.model.wording import compare_paragraphs
from disclosure.page_texts import page_texts
from disclosure.source.load import load_notice

TEXTS = page_texts().document
HEAD = "title: 通报\nissuer: 某局\npublished: 2022-02-23\nlead: 现公布如下。\nsections:\n"
CHAPTER = "  - title: 整改情况\n    sections:\n"
LINES = ["通报", "", "发布单位：某局", "", "现公布如下。", "", "一、整改情况"]
END = ["", "联系方式：", "电话：0360-5550339"]


def outline(*problems: str) -> Outline:
    """Return the outline of a notice with these problems."""
    rows = "".join(
        f"      - {{title: {title}, kind: 问题, outcomes: [已办。]}}\n" for title in problems
    )
    loaded, found = load_notice((HEAD + CHAPTER + rows).encode(), PurePosixPath("a.yaml"))
    assert loaded is not None, found
    return loaded.outline


def named(lines: list[str], found: Outline) -> list[tuple[str, str]]:
    """Return each line with the name of its place."""
    places = places_of(lines, found)
    texts = [line for line in lines if line]
    names = [
        each.value if isinstance(each, Part) else place_name(each, "问题", TEXTS) for each in places
    ]
    return list(zip(texts, names, strict=True))


def test_sections_and_what_has_none() -> None:
    """Lines stand under the innermost heading above them; what has none begins or ends the text."""
    lines = [*LINES, "（一）招商不力", "甲。", "（二）台账不全", "乙。", *END]
    assert named(lines, outline("招商不力", "台账不全")) == [
        ("通报", "beginning"),
        ("发布单位：某局", "beginning"),
        ("现公布如下。", "beginning"),
        ("一、整改情况", "一、整改情况"),
        ("（一）招商不力", "问题1：招商不力"),
        ("甲。", "问题1：招商不力"),
        ("（二）台账不全", "问题2：台账不全"),
        ("乙。", "问题2：台账不全"),
        ("联系方式：", "ending"),
        ("电话：0360-5550339", "ending"),
    ]


def test_heading_printed_otherwise() -> None:
    """A heading that an older program printed otherwise is passed over, and the next one is found."""
    lines = [*LINES, "（三）招商不力", "甲。", "（二）台账不全", "乙。"]
    found = dict(named(lines, outline("招商不力", "台账不全")))
    assert found["甲。"] == "一、整改情况"
    assert found["乙。"] == "问题2：台账不全"


def test_number_in_the_heading() -> None:
    """A problem whose heading gives its number is not numbered twice."""
    lines = [*LINES, "（一）问题1：招商不力", "甲。"]
    assert named(lines, outline("问题1：招商不力"))[-1][1] == "问题1：招商不力"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (["甲。"], ["甲一。"], [("问题1：招商不力", True)]),
        ([], ["甲。"], [("问题1：招商不力", True)]),
        (["甲。"], [], [("问题1：招商不力", True)]),
    ],
)
def test_changes_by_section(old: list[str], new: list[str], told: list[tuple[str, bool]]) -> None:
    """Whatever came, went or changed is told under its section."""
    one = outline("招商不力")
    texts = [[*LINES, "（一）招商不力", *each, *END] for each in (old, new)]
    changes = compare_paragraphs(*([line for line in text if line] for text in texts))
    first, second = ((one, places_of(text, one)) for text in texts)
    found = by_place(changes, first, second)
    assert [
        (place_name(each.place, "问题", TEXTS), each.is_new)
        for each in found
        if not isinstance(each.place, Part)
    ] == told


def test_problem_that_is_gone() -> None:
    """The text of a problem that is gone stands under its old heading, which is told as gone."""
    old, new = outline("招商不力", "台账不全"), outline("台账不全")
    before = [*LINES, "（一）招商不力", "甲。", "（二）台账不全", "乙。"]
    after = [*LINES, "（一）台账不全", "乙二。"]
    changes = compare_paragraphs(*([line for line in text if line] for text in (before, after)))
    found = by_place(changes, (old, places_of(before, old)), (new, places_of(after, new)))
    names = {
        place_name(each.place, "问题", TEXTS): each.is_new
        for each in found
        if not isinstance(each.place, Part)
    }
    assert names == {"问题1：招商不力": False, "问题1：台账不全": True}
