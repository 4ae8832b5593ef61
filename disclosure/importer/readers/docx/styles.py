"""Styles: names, levels of the outline and looks, each inherited by itself along the bases."""

from dataclasses import dataclass, field, replace
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.fonts import font_of, theme_fonts
from disclosure.importer.readers.docx.package import Package
from disclosure.importer.readers.docx.xml_tree import child, children, is_on, value
from disclosure.importer.reading import Look

_LONGEST_CHAIN: Final = 20
_BODY_LEVEL: Final = 9
_ALIGNED: Final = {"center": "center", "right": "right", "end": "right"}


@dataclass(frozen=True, slots=True)
class Face:
    """How a run is set.

    Attributes:
        look: as the reading tells it.
        hidden: Word does not print it (``w:vanish``).
        colour: of the text, six hexadecimal digits in upper case; empty if not said.
        ground: colour behind it (``w:shd`` or ``w:highlight``); empty if not said.

    """

    look: Look = field(default_factory=Look)
    hidden: bool = False
    colour: str = ""
    ground: str = ""


class Styles:
    """The styles of a file; one without such a part has none, and all is body text."""

    def __init__(self, parts: Package) -> None:
        root = parts.first("styles")
        self._theme = theme_fonts(parts.first("theme"))
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in children(root, "w:style"):
            name = style.get("w:styleId", "")
            self._styles.setdefault(name, style)
            if style.get("w:type") == "paragraph" and is_set(style, "w:default"):
                self._default = name
        self._defaults = child(root, "w:docDefaults/w:rPrDefault/w:rPr")
        self._faces: dict[str, Face] = {}
        self._runs: dict[tuple[object, ...], Face] = {}

    def name(self, style_id: str) -> str:
        """Return the name that Word shows for a style, in lower case; never its id."""
        return value(self._styles.get(style_id), "w:name").strip().lower()

    def chain(self, style_id: str) -> tuple[Element, ...]:
        """Return the style and what it is based on, nearest first; ``""`` is the default style."""
        found: list[Element] = []
        style_id = style_id if style_id in self._styles else self._default
        while style_id in self._styles and len(found) < _LONGEST_CHAIN:
            style = self._styles[style_id]
            if style in found:
                break
            found.append(style)
            style_id = value(style, "w:basedOn")
        return tuple(found)

    def paragraph_look(self, properties: Element | None) -> Look:
        """Return the look of a paragraph with these ``w:pPr``: of its style, and what it says."""
        look = self._face(value(properties, "w:pStyle")).look
        return _paragraph(look, properties)

    def look_of(self, style_id: str, run_properties: Element | None) -> Face:
        """Return how a run is set.

        Args:
            style_id: of the paragraph's style; ``""`` where none is said.
            run_properties: ``w:rPr`` of the run.

        """
        face = self._face(style_id)
        if run_properties is None or not len(run_properties):
            return face
        # Runs by the thousand are set in a few ways.
        key = (style_id, *((each.tag, *each.attrib.items()) for each in run_properties))
        if key not in self._runs:
            self._runs[key] = self._own_face(face, run_properties)
        return self._runs[key]

    def _own_face(self, face: Face, run_properties: Element) -> Face:
        style = value(run_properties, "w:rStyle")
        if style in self._styles:
            for each in reversed(self.chain(style)):
                face = self._run(face, child(each, "w:rPr"))
        return self._run(face, run_properties)

    def _face(self, style_id: str) -> Face:
        if style_id not in self._faces:
            chain = self.chain(style_id)
            face = self._run(Face(), self._defaults)
            for style in reversed(chain):
                face = self._run(face, child(style, "w:rPr"))
                named = _level_of(self.name(style.get("w:styleId", "")))
                look = replace(face.look, level=named) if named else face.look
                face = replace(face, look=_paragraph(look, child(style, "w:pPr")))
            if chain:
                name = self.name(chain[0].get("w:styleId", ""))
                face = replace(face, look=replace(face.look, style=name))
            self._faces[style_id] = face
        return self._faces[style_id]

    def _run(self, face: Face, properties: Element | None) -> Face:
        if properties is None:
            return face
        look = face.look
        size = _points(value(properties, "w:sz"))
        bold = is_on(properties, "w:b")
        hidden = is_on(properties, "w:vanish")
        colour = value(properties, "w:color").upper()
        ground = value(properties, "w:highlight") or value(properties, "w:shd", "w:fill").upper()
        return Face(
            look=replace(
                look,
                font=font_of(child(properties, "w:rFonts"), self._theme) or look.font,
                size=size or look.size,
                bold=look.bold if bold is None else bold,
            ),
            hidden=face.hidden if hidden is None else hidden,
            colour=colour or face.colour,
            ground=ground or face.ground,
        )


def is_set(element: Element, attribute: str) -> bool:
    """Say whether an attribute is on."""
    return element.get(attribute, "0").lower() in ("1", "true", "on")


def _paragraph(look: Look, properties: Element | None) -> Look:
    aligned = value(properties, "w:jc")
    level = value(properties, "w:outlineLvl")
    if aligned:
        look = replace(look, aligned=_ALIGNED.get(aligned, "left"))
    if level.isascii() and level.isdigit():
        look = replace(look, level=int(level) + 1 if int(level) < _BODY_LEVEL else 0)
    return look


def _level_of(name: str) -> int:
    """Return the level that the name of a style says (``heading 2``), or 0."""
    first, _, last = name.rpartition(" ")
    return int(last) if first in ("heading", "标题") and last and last in "123456789" else 0


def _points(half: str) -> float:
    return int(half) / 2 if half.isascii() and half.isdigit() and len(half) < 5 else 0
