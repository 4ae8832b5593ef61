"""Numbers that a browser makes for the items of a list."""

import re
from typing import Final

from disclosure.importer.readers.html.nodes import Node
from disclosure.zh.numerals import chinese_numeral

_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z][a-z\-]*)", re.IGNORECASE)
_HAN: Final = frozenset({"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"})
_TYPES: Final = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST: Final = 99


def marks_of(items: Node) -> dict[Node, str]:
    """Return the number of each item of an ``ol``, as it shows; none where it shows none."""
    style = _style_of(items)
    if style == "none":
        return {}
    number = _number(items.attributes.get("start", ""), 1)
    marks: dict[Node, str] = {}
    for item in items.elements():
        if item.tag != "li":
            continue
        number = _number(item.attributes.get("value", ""), number)
        marks[item] = _mark(number, style)
        number += 1
    return marks


def _style_of(items: Node) -> str:
    found = _STYLE.search(items.attributes.get("style", "")[:1000])
    if found:
        return found[1].lower()
    return _TYPES.get(items.attributes.get("type", "").strip(), "decimal")


def _number(given: str, otherwise: int) -> int:
    return int(given) if re.fullmatch("[0-9]{1,3}", given.strip()) else otherwise


def _mark(number: int, style: str) -> str:
    if style in _HAN and 0 < number <= _MOST:
        return f"{chinese_numeral(number)}、"
    if style.endswith(("alpha", "latin")) and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return f"{letter.upper() if style.startswith('upper') else letter}."
    if style.endswith("roman") and 0 < number < 40:
        roman = _roman(number)
        return f"{roman.upper() if style.startswith('upper') else roman}."
    return f"{number}."


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text
