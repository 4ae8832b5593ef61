"""XML as text: elements in the order in which they are given, and nothing that XML forbids."""

import re
from collections.abc import Mapping
from typing import Final

from disclosure.characters import REFUSED
from disclosure.errors import OutputError

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Not xml.sax.saxutils: that loads half of urllib.
_MARKUP: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKUP_AND_ENDS: Final = {
    **_MARKUP,
    **str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}),
}
_AROUND = 30
# A mapping of text to int is none of text to either, to the type checker.
Attributes = Mapping[str, str] | Mapping[str, int] | Mapping[str, str | int]


def element(name: str, attributes: Attributes | None = None, *children: str) -> str:
    """Return an element.

    Args:
        name: with its prefix.
        attributes: in order.
        children: XML, in the order that the schema wants.

    """
    inside = "".join(children)
    given = "".join(f' {key}="{_quoted(str(value))}"' for key, value in (attributes or {}).items())
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def valued(name: str, value: str | int) -> str:
    """Return an element of Word's whose only attribute is its value."""
    return element(name, {"w:val": value})


def content(text: str) -> str:
    """Return text as the content of an element.

    Raises:
        OutputError: a character acts on readers instead of being read, or is none of XML's.

    """
    return _sound(text).translate(_MARKUP)


def _quoted(text: str) -> str:
    return _sound(text).translate(_MARKUP_AND_ENDS)


def _sound(text: str) -> str:
    if found := re.search(f"[{REFUSED}]", text):
        near = text[max(0, found.start() - _AROUND) : found.start()]
        point = f"U+{ord(found[0]):04X}"
        raise OutputError("output.control", path="notice.docx", point=point, near=near)
    return text
