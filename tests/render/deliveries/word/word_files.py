"""Word files taken apart: their parts, and what a reader sees, numbers counted as Word does."""

import functools
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import open_renderer
from tests.conftest import ROOT
from tests.render.deliveries.parcels import NOTICES, loaded, site

FOLDERS = (ROOT / "tests/cases/word-for-word", ROOT / "tests/cases/genres")
CASES = (*NOTICES, *(path for folder in FOLDERS for path in sorted(folder.glob("*.yaml"))))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
DIGITS = "零一二三四五六七八九"


@functools.cache
def composed(path: Path) -> Composed:
    """Return a notice with its pictures, ready for every writer."""
    notice = loaded(path)
    folder = path.with_suffix("")
    files = {each.name: each.read_bytes() for each in folder.glob("*")}
    source = NoticeSource(path.stem, notice.notice, notice.figures, notice.outline, files)
    return compose(source, open_renderer(site(), ROOT / "templates"))


@functools.cache
def made(path: Path) -> bytes:
    """Return the Word file of a notice."""
    return render_docx(composed(path))


def text_of(path: Path) -> bytes:
    """Return ``notice.txt`` of a notice."""
    return plain_text(composed(path))


def parts_of(data: bytes) -> dict[str, Element]:
    """Return the XML of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {
            name: fromstring(package.read(name))  # noqa: S314 - made here
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


def value(parent: Element, *names: str) -> str:
    """Return the value of the element at the end of a path; empty where there is none."""
    found = parent.find("/".join(W + name for name in names))
    return "" if found is None else found.get(W + "val", "")


class Counter:
    """Counts paragraphs after ECMA-376, 17.9: by definition, anew below a higher level."""

    def __init__(self, parts: dict[str, Element]) -> None:
        numbering = parts["word/numbering.xml"]
        self._definitions = {
            each.get(W + "abstractNumId"): {
                level.get(W + "ilvl"): level for level in each.iter(W + "lvl")
            }
            for each in numbering.iter(W + "abstractNum")
        }
        self._instances = {each.get(W + "numId"): each for each in numbering.iter(W + "num")}
        self._styles = {
            each.get(W + "styleId"): each.find(f"{W}pPr/{W}numPr")
            for each in parts["word/styles.xml"].iter(W + "style")
        }
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, paragraph: Element) -> str:
        """Return what Word prints before a paragraph; empty for nothing."""
        given = paragraph.find(f"{W}pPr/{W}numPr")
        if given is None:
            given = self._styles.get(value(paragraph, "pPr", "pStyle"))
        if given is None or value(given, "numId") == "0":
            return ""
        name, level = value(given, "numId"), int(value(given, "ilvl") or 0)
        instance = self._instances[name]
        definition = value(instance, "abstractNumId")
        counts = self._counts.setdefault(definition, {})
        counts[level] = counts.get(level, 0) + 1
        for override in instance.iter(W + "lvlOverride"):
            if int(override.get(W + "ilvl", "")) == level and (name, level) not in self._begun:
                counts[level] = int(value(override, "startOverride"))
        self._begun.add((name, level))
        for lower in [each for each in counts if each > level]:
            del counts[lower]
        look = self._definitions[definition][str(level)]
        assert value(look, "suff") == "nothing"
        shown = numeral(counts[level], value(look, "numFmt"))
        return value(look, "lvlText").replace(f"%{level + 1}", shown)


def numeral(number: int, form: str) -> str:
    """Return a number as Word prints it in one of its forms."""
    if form == "decimalEnclosedCircle":
        return chr(0x245F + number) if number <= 20 else str(number)
    if form == "decimal":
        return str(number)
    assert form == "chineseCountingThousand"
    assert number < 100
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] * (tens > 1) + "十" if tens else "") + (DIGITS[ones] if ones else "")


def lines_of(data: bytes) -> list[str]:
    """Return the paragraphs of a Word file as a reader sees them, links spelt out."""
    parts = parts_of(data)
    counter = Counter(parts)
    addresses = {
        each.get("Id", ""): each.get("Target", "") for each in parts["word/_rels/document.xml.rels"]
    }
    return [
        counter.number(paragraph) + "".join(_said(paragraph, addresses))
        for paragraph in parts["word/document.xml"].iter(W + "p")
    ]


def _said(parent: Element, addresses: dict[str, str]) -> Iterator[str]:
    for child in parent:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag == W + "br":
            yield "\n"
        elif child.tag == W + "tab":
            yield "\t"
        elif child.tag == DRAWN:
            yield f"[图：{child.get('descr')}]"
        elif child.tag != W + "pPr":
            yield from _said(child, addresses)
        if child.tag == W + "hyperlink":
            address = addresses[child.get(R + "id", "")]
            if "".join(_said(child, addresses)) != address:
                yield f"（{address}）"
