"""Fonts for Han text: as a run names them, or as the theme does."""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.xml_tree import child, children, value

_HANS: Final = "Hans"


def theme_fonts(theme: Element | None) -> Mapping[str, str]:
    """Return the theme's families for Han text, by what a run calls them: ``majorEastAsia``."""
    scheme = child(theme, "a:themeElements/a:fontScheme")
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = child(scheme, f"a:{kind}Font")
        hans = (
            each.get("typeface", "")
            for each in children(fonts, "a:font")
            if each.get("script") == _HANS
        )
        found[f"{kind}EastAsia"] = value(fonts, "a:ea", "typeface") or next(hans, "")
    return found


def font_of(fonts: Element | None, theme: Mapping[str, str]) -> str:
    """Return the family that ``w:rFonts`` gives Han text, or ``""``: the theme wins over a name."""
    if fonts is None:
        return ""
    return theme.get(fonts.get("w:eastAsiaTheme", ""), "") or fonts.get("w:eastAsia", "")
