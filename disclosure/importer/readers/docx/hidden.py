"""Hidden text: what Word does not print, and what is printed so that nobody sees it."""

from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.grounds import WHITES, is_paper, stands_on_colour
from disclosure.importer.readers.docx.styles import Face
from disclosure.importer.readers.docx.xml_tree import child, is_on

# In points. Offices set a blank line small, never a word.
_SMALLEST: Final = 2.0
_THEME_PAPER: Final = frozenset({"background1", "bg1", "light1", "lt1"})


def why_hidden(face: Face, properties: Element | None, paragraph: Element, context: Context) -> str:
    """Return the code of the sentence that says why nobody sees a text, or nothing.

    Args:
        face: of its run, resolved along the styles.
        properties: ``w:rPr`` of the run, for a colour of the theme.
        paragraph: in which it stands.
        context: of the file.

    """
    if face.hidden:
        return "import.word.hidden"
    if 0 < face.look.size <= _SMALLEST:
        return "import.word.tiny"
    is_white = face.colour.upper() in WHITES or _is_theme_paper(properties)
    if is_white and is_paper(face.ground) and not stands_on_colour(paragraph, context):
        return "import.word.white"
    return ""


def hides_mark(properties: Element | None) -> bool:
    """Say whether a paragraph's mark is hidden, so that Word goes on with the next paragraph.

    Args:
        properties: ``w:rPr`` in the paragraph's ``w:pPr``.

    """
    return bool(is_on(properties, "w:vanish") or is_on(properties, "w:specVanish"))


def _is_theme_paper(properties: Element | None) -> bool:
    colour = child(properties, "w:color")
    if colour is None or colour.get("w:themeColor", "") not in _THEME_PAPER:
        return False
    # With a tint or shade it is a grey.
    return not {"w:themeShade", "w:themeTint"} & set(colour.keys())
