"""All characters of a stretch of a Word file, whatever becomes of them."""

from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.symbols import symbol
from disclosure.importer.readers.docx.xml_tree import chosen

# XML's blanks; at the ends of a text they count only where the file says so.
_XML_BLANKS: Final = " \t\r\n"
_AS_BLANK: Final = str.maketrans("\t\r\n", "   ")
_SIGNS: Final = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
# Inside of these, the same names mean something else (``w:tab`` is a stop).
PROPERTIES: Final = frozenset(
    {
        *("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr"),
        *("w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:rubyPr"),
    }
)
_LINES: Final = frozenset({"w:p", "v:textpath"})
TEXTS: Final = frozenset({"w:t", "w:delText", "m:t", "a:t"})


def text_of_leaf(element: Element) -> str:
    """Return the text of a ``w:t``, as Word takes it."""
    text = element.text or ""
    if element.tag[:2] == "w:" and element.get("xml:space") != "preserve":
        text = text.strip(_XML_BLANKS)
    return text.translate(_AS_BLANK)


def sign_of(tag: str) -> str:
    """Return the character that an empty element stands for: a tab, a soft return; or nothing."""
    return _SIGNS.get(tag, "")


def plain_text(*elements: Element) -> str:
    """Return all characters of these elements: deleted and hidden ones, boxes and watermarks.

    Of alternatives one is read; codes of fields are none. A line end stands between paragraphs.
    """
    parts: list[str] = []
    waiting = list(reversed(elements))
    while waiting:
        each = waiting.pop()
        if each.tag in PROPERTIES:
            continue
        if each.tag == "mc:AlternateContent":
            waiting.extend(reversed(chosen(each)))
            continue
        if each.tag in _LINES and parts and not parts[-1].endswith("\n"):
            parts.append("\n")
        parts.append(_own_text(each))
        waiting.extend(reversed(each))
    return "".join(parts)


def _own_text(element: Element) -> str:
    if element.tag in TEXTS:
        return text_of_leaf(element)
    if element.tag == "w:sym":
        raw, sign = symbol(element)
        return sign or raw
    if element.tag == "v:textpath":
        return element.get("string", "") + "\n"
    return sign_of(element.tag)
