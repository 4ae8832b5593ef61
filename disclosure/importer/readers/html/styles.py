"""How an element is set, as far as it says so itself: hidden, centred, bold."""

import re
from dataclasses import replace
from typing import Final

from disclosure.importer.readers.html.nodes import Node
from disclosure.importer.reading import Look

# Text for machines: what a browser never shows, and no reader of the page has seen.
MACHINE: Final = frozenset(
    {"script", "style", "template", "xml", "head", "object", "svg", "math", "iframe", "noembed"}
    | {"noframes", "audio", "video", "canvas", "datalist", "frameset"}
)
_HIDDEN: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$))",
    re.IGNORECASE,
)
# The text of an article of a 公众号 is shown by its script.
_SHOWN_LATER: Final = "js_content"
_PROPERTY: Final = re.compile(
    r"(?:^|;)\s*(text-align|font-weight|font-size|font-family)\s*:\s*([^;]{1,80})", re.IGNORECASE
)
_SIZE: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*(pt|px)", re.IGNORECASE)
_HEADING: Final = re.compile("h([1-6])")
_POINTS: Final = 0.75  # of a pixel
_BOLD: Final = 600
_LONGEST: Final = 4000


def is_hidden(node: Node) -> bool:
    """Say whether a page does not show an element."""
    given = node.attributes
    if given.get("id") == _SHOWN_LATER:
        return False
    if "hidden" in given or (node.tag == "input" and given.get("type", "").lower() == "hidden"):
        return True
    return bool(_HIDDEN.search(given.get("style", "")[:_LONGEST]))


def look_of(node: Node, around: Look) -> Look:
    """Return the look of an element's text in a surrounding of the look ``around``."""
    look = around
    heading = _HEADING.fullmatch(node.tag)
    if heading:
        look = replace(look, style=node.tag, level=int(heading[1]), bold=True)
    elif node.tag in {"b", "strong"}:
        look = replace(look, bold=True)
    elif node.tag == "center":
        look = replace(look, aligned="center")
    if not node.attributes:
        return look
    align = node.attributes.get("align", "").strip().lower()
    if align in {"left", "center", "right"}:
        look = replace(look, aligned=align)
    face = node.attributes.get("face", "")
    if face:
        look = replace(look, font=_family(face))
    for name, value in _PROPERTY.findall(node.attributes.get("style", "")[:_LONGEST]):
        look = _with(look, name.lower(), value.strip().lower())
    return look


def _with(look: Look, name: str, value: str) -> Look:
    if name == "text-align":
        aligned = {"center": "center", "right": "right", "end": "right"}.get(value, "left")
        return replace(look, aligned=aligned)
    if name == "font-weight":
        heavy = value.startswith("bold") or (value.isdecimal() and int(value[:4]) >= _BOLD)
        return replace(look, bold=heavy)
    if name == "font-family":
        return replace(look, font=_family(value))
    size = _SIZE.match(value)
    if size is None:
        return look
    return replace(look, size=float(size[1]) * (_POINTS if size[2].lower() == "px" else 1))


def _family(value: str) -> str:
    return value.split(",")[0].strip().strip("'\"")
