"""Sheets: A4 with 156 x 225 mm of text, upright or turned, and the numbers below them.

GB/T 9704-2012, 5.2 and 7.5: 37 mm above, 28 mm at the binding, 22 lines of 28 characters; the
page's number in 宋体 of 14 pt between dashes, 7 mm below the text, outside by one character.
"""

from typing import Final, NamedTuple

from disclosure.render.deliveries.word.paragraphs import Paragraph, Words
from disclosure.render.deliveries.word.styles import BREAK, FOOTER, LINE
from disclosure.render.deliveries.word.xml import element, valued

# 156 and 225 mm in twips.
UPRIGHT_WIDTH: Final = 8844
TURNED_WIDTH: Final = 12756
_A4: Final = (11906, 16838)


class _Sheet(NamedTuple):
    """Margins of a sheet in twips; ``footer`` is from the edge to below the number."""

    top: int
    right: int
    bottom: int
    left: int
    footer: int


_UPRIGHT: Final = _Sheet(2098, 1474, 1984, 1588, 1446)
_TURNED: Final = _Sheet(1588, 2098, 1474, 1984, 936)


def section(feet: tuple[str, str], *, turned: bool) -> str:
    """Return the properties of a section that begins on a new page.

    Args:
        feet: relations of the footers of odd and of even pages.
        turned: whether its sheets are.

    """
    sheet = _TURNED if turned else _UPRIGHT
    width, height = reversed(_A4) if turned else _A4
    size: dict[str, str | int] = {"w:w": width, "w:h": height}
    margins = {f"w:{side}": getattr(sheet, side) for side in ("top", "right", "bottom", "left")}
    return element(
        "w:sectPr",
        None,
        *(
            element("w:footerReference", {"w:type": kind, "r:id": foot})
            for kind, foot in zip(("default", "even"), feet, strict=True)
        ),
        valued("w:type", "nextPage"),
        element("w:pgSz", {**size, "w:orient": "landscape"} if turned else size),
        element("w:pgMar", {**margins, "w:header": 851, "w:footer": sheet.footer, "w:gutter": 0}),
        element("w:cols", {"w:space": 425}),
        element("w:docGrid", {"w:type": "lines", "w:linePitch": LINE}),
    )


def footer(declared: dict[str, str], *, even: bool) -> str:
    """Return the footer of odd or of even pages: ``— 3 —``, outside."""
    fields = (
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "begin"})),
        element("w:r", None, element("w:instrText", {"xml:space": "preserve"}, " PAGE ")),
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "separate"})),
        Words("2" if even else "1").xml,
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "end"})),
    )
    inside = Words("— ").xml + "".join(fields) + Words(" —").xml
    side = "left" if even else "right"
    # One character of the page number's own size.
    edge = element("w:ind", {f"w:{side}Chars": 100, f"w:{side}": 280})
    properties = element("w:pPr", None, valued("w:pStyle", FOOTER), edge, valued("w:jc", side))
    return element("w:ftr", declared, element("w:p", None, properties, inside))


def break_paragraph(properties: str) -> Paragraph:
    """Return a paragraph that nobody sees, for a section to end with."""
    return Paragraph(BREAK, section=properties)
