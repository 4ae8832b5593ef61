"""Automatic numbers: defined in ``numbering.xml``, counted along the text as Word does."""

import re
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.number_formats import is_beyond, number_text
from disclosure.importer.readers.docx.package import Package
from disclosure.importer.readers.docx.styles import Styles
from disclosure.importer.readers.docx.xml_tree import child, children, is_on, value

_LEVELS: Final = 9
_PLACE: Final = re.compile("%([1-9])")
# Of a level's text, in Word's own dialog, and of what we print of it.
_LONGEST_TEXT: Final = 255
_LONGEST_MARK: Final = 60
_BULLET: Final = "•"
_PRIVATE: Final = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a paragraph as Word prints it; ``beyond``: its format has no sign so high."""

    text: str
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    text: str
    start: int
    restart: int | None
    legal: bool
    hidden: bool
    style: str


@dataclass(frozen=True, slots=True)
class _Num:
    """A ``w:num``: what it counts with, its levels, and where it starts anew at first use."""

    counters: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The automatic numbers of a file, from its first paragraph on.

    Paragraphs are to be asked for once each, in the order of the text.
    """

    def __init__(self, parts: Package, styles: Styles) -> None:
        self._styles = styles
        root = parts.first("numbering")
        self._abstract = {
            each.get("w:abstractNumId", ""): each for each in children(root, "w:abstractNum")
        }
        self._elements = {each.get("w:numId", ""): each for each in children(root, "w:num")}
        self._nums: dict[str, _Num | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()

    def next_mark(self, properties: Element | None) -> Mark | None:
        """Count a paragraph with these ``w:pPr``, and return its number if it has one."""
        number, level = self._place(properties)
        num = self._num(number)
        if num is None or level not in num.levels:
            return None
        counters = self._counters.setdefault(num.counters, {})
        if level in num.starts and (number, level) not in self._used:
            counters[level] = num.starts[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = num.levels[level].start
        self._used.add((number, level))
        for deeper in [each for each in counters if each > level]:
            restart = num.levels[deeper].restart if deeper in num.levels else None
            if restart is None or level < restart:
                del counters[deeper]
        return _printed(num, counters, level)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """Return numId and level: each is inherited by itself, from the nearest that says it."""
        chain = self._styles.chain(value(properties, "w:pStyle"))
        said = [properties, *(child(style, "w:pPr") for style in chain)]
        number = next(filter(None, (value(each, "w:numPr/w:numId") for each in said)), "")
        direct = value(properties, "w:numPr/w:ilvl")
        num = self._num(number)
        if num is not None and not direct:
            linked = {each.style: n for n, each in num.levels.items() if each.style}
            for style in chain:
                level = value(style, "w:pPr/w:numPr/w:ilvl")
                if style.get("w:styleId", "") in linked:
                    return number, linked[style.get("w:styleId", "")]
                if level:
                    return number, _int(level)
        return number, _int(direct)

    def _num(self, number: str) -> _Num | None:
        if number not in self._nums:
            self._nums[number] = self._defined(self._elements.get(number))
        return self._nums[number]

    def _defined(self, num: Element | None) -> _Num | None:
        name = value(num, "w:abstractNumId")
        abstract = self._abstract.get(name)
        link = value(abstract, "w:numStyleLink")
        if link:
            # The levels are those of another list, which a style of lists names.
            other = next(
                filter(None, (value(s, "w:pPr/w:numPr/w:numId") for s in self._styles.chain(link))),
                "",
            )
            name = value(self._elements.get(other), "w:abstractNumId") or name
            abstract = self._abstract.get(name)
        if num is None or abstract is None:
            return None
        levels = {
            _int(each.get("w:ilvl", "")): _level(each) for each in children(abstract, "w:lvl")
        }
        starts: dict[int, int] = {}
        for override in children(num, "w:lvlOverride"):
            at = _int(override.get("w:ilvl", ""))
            own = child(override, "w:lvl")
            if own is not None:
                levels[at] = _level(own)
            start = value(override, "w:startOverride")
            if start:
                starts[at] = _int(start)
        return _Num(name, {n: each for n, each in levels.items() if n < _LEVELS}, starts)


def _level(element: Element) -> _Level:
    formats = child(element, "w:numFmt")
    if formats is None:
        # Formats that Word came to know later stand in an alternative, with a plain one beside.
        formats = next((each for each in reversed(list(element.iter("w:numFmt")))), None)
    restart = value(element, "w:lvlRestart")
    return _Level(
        kind=formats.get("w:val", "") if formats is not None else "decimal",
        text=value(element, "w:lvlText")[:_LONGEST_TEXT],
        start=_int(value(element, "w:start")),
        restart=_int(restart) if restart else None,
        legal=is_on(element, "w:isLgl") or False,
        hidden=is_on(element, "w:rPr/w:vanish") or False,
        style=value(element, "w:pStyle"),
    )


def _printed(num: _Num, counters: dict[int, int], level: int) -> Mark:
    own = num.levels[level]
    if own.hidden:
        return Mark("")
    if own.kind == "bullet":
        private = any(ord(sign) in _PRIVATE for sign in own.text)
        return Mark(_BULLET if private or not own.text.strip() else own.text.strip())
    beyond = False

    def put(match: re.Match[str]) -> str:
        nonlocal beyond
        at = int(match[1]) - 1
        if at > level or at not in num.levels:
            return ""
        kind = "decimal" if own.legal else num.levels[at].kind
        number = counters.get(at, num.levels[at].start)
        beyond = beyond or is_beyond(number, kind)
        return number_text(number, kind)

    return Mark(_PLACE.sub(put, own.text).strip()[:_LONGEST_MARK], beyond)


def _int(text: str) -> int:
    """Return the number, 0 where there is none or none that a list has."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
