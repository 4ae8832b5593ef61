"""Whole notices: headings by printed mark and by nesting, as they were counted by reading."""

import json
from collections import Counter

import pytest

from disclosure.model.mark_style import MarkStyle
from tests.conftest import ROOT
from tests.importer.outline.trees import headings_of, outlined, texts

TEXTS = ROOT / "tests" / "cases" / "word-for-word"
NAMES = ("00-seed", "10-fullwidth", "12-two-level", "13-triplet-status", "15-64-problems")
LEVELS = {
    MarkStyle.CHAPTER: "h1",
    MarkStyle.BRACKETED_HAN: "h2",
    MarkStyle.POINT: "h3",
    MarkStyle.WIDE_POINT: "h3",
    MarkStyle.COMMA: "h3",
    MarkStyle.BRACKETED: "h4",
    MarkStyle.NARROW_BRACKETED: "h4",
}


@pytest.mark.parametrize("name", NAMES)
def test_headings_as_counted(name: str) -> None:
    """Each notice has the headings of its sidecar file, by mark and by depth, and no fault."""
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").partition("\n")[2]
    expected = json.loads((TEXTS / f"{name}.expected.json").read_text(encoding="utf-8"))
    found = outlined(text)
    headings = headings_of(found.headings)
    levels = Counter(LEVELS[heading.style] for _, heading in headings)
    depth = Counter(str(depth) for depth, _ in headings)
    assert {level: levels[level] for level in expected["levels"]} == expected["levels"]
    assert dict(depth) == expected["depth"]
    assert found.remarks == ()
    assert not any(heading.guess for _, heading in headings)


@pytest.mark.parametrize("name", NAMES)
def test_ends_of_notices(name: str) -> None:
    """Title and lead stand before the headings; invitation, contacts, signature behind them."""
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").partition("\n")[2]
    found = outlined(text)
    before, after = texts(found.before), texts(found.after)
    assert (
        before[0]
        == json.loads((TEXTS / f"{name}.expected.json").read_text(encoding="utf-8"))["title"]
    )
    assert after[0].startswith(("欢迎广大干部群众", "公示时间"))
    assert sum(len(block) for block in after) < 200


@pytest.mark.parametrize("name", NAMES)
def test_no_character_is_lost(name: str) -> None:
    """Every character that is no blank stands in the outline once, in the order of the text."""
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").partition("\n")[2]
    found = outlined(text)
    said = [*texts(found.before)]
    for _, heading in headings_of(found.headings):
        said += [heading.mark.text, heading.title.text, *texts(heading.blocks)]
    said += texts(found.after)
    assert "".join("".join(said).split()) == "".join(text.split())
