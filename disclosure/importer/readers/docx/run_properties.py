"""What the properties of a run say of its text besides its look."""

from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.docx.symbol_fonts import is_symbol_font
from disclosure.importer.readers.docx.xml_tree import child, is_on, value


def properties_of(run: Element, revisions: Revisions) -> Element | None:
    """Return ``w:rPr`` of a run, or what it was before a change of format.

    Args:
        run: ``w:r``, or that of an equation.
        revisions: which text is read.

    """
    properties = child(run, "w:rPr")
    if revisions is Revisions.ORIGINAL:
        before = child(properties, "w:rPrChange/w:rPr")
        return properties if before is None else before
    return properties


def symbol_font(properties: Element | None) -> str:
    """Return the font of letters if it is one of symbols, or nothing."""
    fonts = child(properties, "w:rFonts")
    if fonts is None:
        return ""
    named = (fonts.get("w:ascii", ""), fonts.get("w:hAnsi", ""))
    return next((each for each in named if is_symbol_font(each)), "")


def told_of_setting(properties: Element | None) -> str:
    """Return the code that tells of text which a page prints plainly, or nothing.

    Several characters combined in the place of one; raised or lowered ones; what is struck out
    by hand, which is no revision.
    """
    combined = value(properties, "w:eastAsianLayout", "w:combine").lower()
    if combined in ("1", "true", "on"):
        return "import.word.combined"
    if is_on(properties, "w:strike") or is_on(properties, "w:dstrike"):
        return "import.word.struck"
    raised = value(properties, "w:vertAlign") in ("superscript", "subscript")
    return "import.word.raised" if raised else ""


def address(text: str) -> str:
    """Return the address of a link if a reader can follow it, or nothing.

    A file of the office's machine, say, is none.
    """
    text = text.strip()
    return text if text.lower().startswith(("http://", "https://", "mailto:")) else ""


def is_set_mark(note: Element) -> bool:
    """Say whether the author gave a note, by its reference, a mark by hand."""
    return note.get("w:customMarkFollows", "0").lower() in ("1", "true", "on")
