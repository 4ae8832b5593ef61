"""What editors of CMS and 公众号 would throw away is not there to begin with."""

import re
from pathlib import Path

import pytest

from tests.pages import SPACE
from tests.render.deliveries.parcels import NOTICES, delivery, parse

PLAIN_TAGS = {
    "p",
    "strong",
    "em",
    "span",
    "table",
    "tr",
    "th",
    "td",
    "tbody",
    "h2",
    "h3",
    "h4",
    "br",
    "a",
}
STYLED = {"style", "href", "border", "cellspacing", "cellpadding"}


def outline(name: str, path: Path) -> tuple[set[str], set[str]]:
    """Return the tags and the attributes of a delivery's body."""
    root = parse(name, delivery(path)[name])
    body = root.find(f".//{SPACE}body") if name == "wechat.html" else root
    assert body is not None
    inside = [each for each in body.iter() if each is not body]
    tags = {str(each.tag).removeprefix(SPACE) for each in inside}
    return tags, {key for each in inside for key in each.keys()}  # noqa: SIM118 - an element


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_fragments(path: Path) -> None:
    """Fragments have plain tags, no id, no class, and one of them no style either."""
    tags, attributes = outline("fragment.html", path)
    assert tags <= PLAIN_TAGS
    assert attributes <= STYLED
    tags, attributes = outline("fragment-plain.html", path)
    assert tags <= PLAIN_TAGS
    assert attributes <= STYLED - {"style"}


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_wechat(path: Path) -> None:
    """公众号 gets sections with styles in pixels: no link, id, class, style element or script."""
    tags, attributes = outline("wechat.html", path)
    assert tags <= (PLAIN_TAGS | {"section"}) - {"a"}
    assert attributes <= STYLED - {"href"}
    text = delivery(path)["wechat.html"].decode()
    assert "<style" not in text
    assert "<script" not in text
    styles = " ".join(re.findall(r'style="([^"]*)"', text))
    # A length without a unit or in any other unit is lost in its editor.
    numbers = re.findall(r"(?<![\w#])\d+(?:\.\d+)?([a-z%]*)", styles)
    assert {"px"} <= set(numbers) <= {"px", "%"}
    assert set(re.findall(r"([\d.]+)%", styles)) <= {"100"}


@pytest.mark.parametrize("name", ["fragment.html", "wechat.html"])
@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_every_block_says_its_looks(path: Path, name: str) -> None:
    """No paragraph, heading, cell or stress leaves its looks to the page around it."""
    root = parse(name, delivery(path)[name])
    for each in root.iter():
        tag = str(each.tag).removeprefix(SPACE)
        if tag in {"p", "h2", "h3", "h4", "th", "td", "table", "strong", "a", "span"}:
            assert each.get("style"), tag


def test_fragments_are_not_too_important() -> None:
    """Readers can still enlarge the text with the tools of the page around it."""
    for path in NOTICES:
        assert b"!important" not in delivery(path)["fragment.html"]
