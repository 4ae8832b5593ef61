"""What a paragraph stands on: white text on a coloured cell is no hidden text."""

from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.xml_tree import value

WHITES: Final = frozenset({"FFFFFF", "WHITE"})
# What is said of a ground that is the paper's.
_PAPER: Final = frozenset({"", "AUTO", "NONE", "#FFFFFF", "BG1", "LT1", *WHITES})
_SHAPES: Final = frozenset({"v:shape", "v:rect", "v:roundrect", "v:oval"})


def is_paper(ground: str) -> bool:
    """Say whether a ground, as properties name it, has the colour of the paper."""
    return ground.upper() in _PAPER


def stands_on_colour(paragraph: Element, context: Context) -> bool:
    """Say whether a paragraph, its cell, its table's style or its box has a colour of its own.

    Args:
        paragraph: of the part that is read.
        context: of the file.

    """
    part = context.part or context.parts.main
    known = context.progress.grounded
    if part not in known:
        known[part] = _grounded(context.parts.root(part), context)
    return id(paragraph) in known[part]


def _grounded(root: Element | None, context: Context) -> frozenset[int]:
    found: set[int] = set()
    styled: dict[str, bool] = {}
    waiting = [] if root is None else [(root, False)]
    while waiting:
        element, coloured = waiting.pop()
        said = _own_ground(element)
        if said is None and element.tag == "w:tbl":
            style = value(element, "w:tblPr/w:tblStyle")
            if style not in styled:
                styled[style] = _is_coloured(style, context)
            said = styled[style] or None
        coloured = coloured if said is None else said
        if element.tag == "w:p" and coloured:
            found.add(id(element))
        waiting.extend((each, coloured) for each in element)
    return frozenset(found)


def _own_ground(element: Element) -> bool | None:
    """Say whether an element gives what it holds a colour, or the paper's, or (none) neither."""
    tag = element.tag
    if tag in ("w:p", "w:tc", "w:tbl"):
        fill = value(element, f"{tag}Pr/w:shd", "w:fill")
    elif tag == "wps:wsp":
        named = value(element, "wps:spPr/a:solidFill/a:schemeClr", "val")
        fill = value(element, "wps:spPr/a:solidFill/a:srgbClr", "val") or named
    else:
        # "white [3212]": a colour, and its place in the palette.
        fill = element.get("fillcolor", "").partition(" ")[0] if tag in _SHAPES else ""
    return not is_paper(fill) if fill else None


def _is_coloured(style_id: str, context: Context) -> bool:
    """Say whether a table's style has a colour; which rows take it is not worked out."""
    return any(
        style.get("w:type") == "table"
        and any(not is_paper(each.get("w:fill", "")) for each in style.iter("w:shd"))
        for style in context.styles.chain(style_id)
    )
