"""Equations: one line for what is set in two dimensions."""

import re
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.plain_text import plain_text
from disclosure.importer.readers.docx.xml_tree import child, value

# What needs no brackets above or below a line.
_ONE: Final = re.compile(r"[\w.%‰]*")


def linear(element: Element) -> list[Element | str] | None:
    """Return what stands for a part of an equation, one after the other.

    Args:
        element: of any name.

    Returns:
        Elements to go on with, and characters that are put between them; none for an element
        whose children simply follow one another.

    """
    make = {
        "m:f": _fraction,
        "m:sSup": _raised,
        "m:sSub": _raised,
        "m:sSubSup": _raised,
        "m:rad": _root,
        "m:d": _brackets,
        "m:nary": _sum,
    }.get(element.tag)
    if make is None:
        return None
    parts = make(element)
    taken = {id(each) for each in parts}
    # What has no place in such a formula is text all the same.
    return [*parts, *(each for each in element if id(each) not in taken)]


def _fraction(element: Element) -> list[Element | str]:
    return [*_bracketed(child(element, "m:num")), "/", *_bracketed(child(element, "m:den"))]


def _raised(element: Element) -> list[Element | str]:
    found: list[Element | str] = []
    for name, sign in (("m:e", ""), ("m:sub", "_"), ("m:sup", "^")):
        part = child(element, name)
        if part is not None and (name == "m:e" or len(part)):
            found += [sign, *_bracketed(part)] if sign else [part]
    return found


def _root(element: Element) -> list[Element | str]:
    degree = child(element, "m:deg")
    before: list[Element | str] = [] if degree is None else [degree]
    return [*before, "√", *_bracketed(child(element, "m:e"))]


def _brackets(element: Element) -> list[Element | str]:
    found: list[Element | str] = [_sign(element, "m:dPr/m:begChr", "(")]
    first = True
    for each in element:
        if each.tag == "m:e":
            found += [each] if first else [_sign(element, "m:dPr/m:sepChr", "|"), each]
            first = False
    return [*found, _sign(element, "m:dPr/m:endChr", ")")]


def _sum(element: Element) -> list[Element | str]:
    return [
        _sign(element, "m:naryPr/m:chr", "∫"),
        *_raised(_without_base(element)),
        *_base(element),
    ]


def _without_base(element: Element) -> Element:
    limits = Element(element.tag)
    limits.extend(each for each in element if each.tag in ("m:sub", "m:sup"))
    return limits


def _base(element: Element) -> list[Element | str]:
    base = child(element, "m:e")
    return [] if base is None else [base]


def _bracketed(part: Element | None) -> list[Element | str]:
    if part is None:
        return []
    return [part] if _ONE.fullmatch(plain_text(part)) else ["(", part, ")"]


def _sign(element: Element, path: str, otherwise: str) -> str:
    return otherwise if child(element, path) is None else value(element, path, "m:val")
