"""Reading built pages with a parser that is not ours."""

import unicodedata
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

SPACE = "{http://www.w3.org/1999/xhtml}"
_UNSEEN = {SPACE + name for name in ("head", "script", "style", "template")}


def parse_page(path: Path) -> Element:
    """Parse an HTML file, refusing any parse error."""
    parser = html5lib.HTMLParser(strict=True)
    root: Element = parser.parse(path.read_bytes(), transport_encoding="utf-8")
    return root


def by_class(root: Element, name: str) -> list[Element]:
    """Return the elements of a class in document order."""
    return [each for each in root.iter() if name in each.get("class", "").split()]


def elements(root: Element, tag: str) -> list[Element]:
    """Return the elements of a tag in document order."""
    return list(root.iter(SPACE + tag))


def visible_text(root: Element) -> str:
    """Return what a reader sees, in document order."""
    if root.tag in _UNSEEN or root.get("hidden") is not None:
        return ""
    parts = [root.text or ""]
    for child in root:
        parts += [visible_text(child), child.tail or ""]
    return "".join(parts)


def folded(text: str) -> str:
    """Fold widths (NFKC) and drop white space, for comparing with flattened sources."""
    return "".join(unicodedata.normalize("NFKC", text).split())
