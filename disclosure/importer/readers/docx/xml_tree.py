"""XML of a Word file as a tree: bounded in depth and size, without DTD, names made short."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element
from xml.parsers import expat

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.docx.names import short_name

# Files of offices go down to about sixty; the reader calls itself for each table in a cell.
DEEPEST: Final = 200
# A page of text has about a thousand.
MOST_ELEMENTS: Final = 300_000
_SIGN: Final = "}"
_OFF: Final = frozenset({"0", "false", "off"})
# What stands around text or paragraphs and prints nothing itself.
WRAPPERS: Final = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag"})


class _Builder:
    """Builds the tree; refuses what no office writes."""

    def __init__(self, part: str, most: int) -> None:
        self.root: Element | None = None
        self._part = part
        self._most = most
        self._open: list[Element] = []
        self._names: dict[str, str] = {}
        self._text: list[str] = []
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= DEEPEST or self._count > self._most:
            raise ImportRefusedError("import.word.nested", part=self._part)
        element = Element(
            self._short(name), {self._short(key): value for key, value in attributes.items()}
        )
        if self._open:
            self._open[-1].append(element)
        else:
            self.root = element
        self._open.append(element)
        self._text.clear()

    def end(self, _name: str) -> None:
        # Text beside a child is no text of a Word file: only leaves hold any.
        element = self._open.pop()
        if not len(element):
            element.text = "".join(self._text)
        self._text.clear()

    def text(self, text: str) -> None:
        self._text.append(text)

    def doctype(self, *_: object) -> None:
        raise ImportRefusedError("import.word.entities", part=self._part)

    def _short(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = short_name(name)
        return self._names[name]


def parse(data: bytes, part: str, most: int = MOST_ELEMENTS) -> Element:
    """Return the root of a part of at most so many elements.

    Comments and processing instructions are left out; no name in it is looked up anywhere.

    Raises:
        ImportRefusedError: it is no XML, has a DTD, or is deeper or larger than any notice.

    """
    parser = expat.ParserCreate(namespace_separator=_SIGN)
    parser.buffer_text = True
    builder = _Builder(part, most)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise ImportRefusedError("import.word.part_damaged", part=part) from error
    if builder.root is None:
        raise ImportRefusedError("import.word.part_damaged", part=part)
    return builder.root


def value(element: Element | None, path: str, attribute: str = "w:val") -> str:
    """Return the attribute of the child at ``path``, or ``""``."""
    found = child(element, path)
    return "" if found is None else found.get(attribute, "")


def child(element: Element | None, path: str) -> Element | None:
    """Return the first child at ``path`` (``w:pPr/w:rPr``), or none."""
    for name in path.split("/") if "/" in path else (path,):
        if element is None:
            return None
        for each in element:
            if each.tag == name:
                element = each
                break
        else:
            return None
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of that name."""
    return (each for each in (element if element is not None else ()) if each.tag == name)


def is_on(element: Element | None, path: str) -> bool | None:
    """Say whether a property is on, off, or (``None``) not said."""
    found = child(element, path)
    return None if found is None else found.get("w:val", "1").lower() not in _OFF


def chosen(alternate: Element) -> tuple[Element, ...]:
    """Return the children of one alternative of ``mc:AlternateContent``: a choice before fallback.

    WPS writes it without a fallback; then there is the choice only, or nothing.
    """
    for name in ("mc:Choice", "mc:Fallback"):
        found = next((each for each in children(alternate, name) if len(each)), None)
        if found is not None:
            return tuple(found)
    return ()


def unwrapped(element: Element, wrappers: frozenset[str] = WRAPPERS) -> Iterator[Element]:
    """Yield the children, those of content controls, tags and alternatives in their place."""
    waiting = list(reversed(element))
    while waiting:
        each = waiting.pop()
        if each.tag == "mc:AlternateContent":
            waiting.extend(reversed(chosen(each)))
        elif each.tag in wrappers:
            waiting.extend(reversed(each))
        else:
            yield each
