"""The parts of a Word file: read from its zip, bounded in number, size and memory."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.bounded_zip import BoundedZip, ZipFault, ZipLimits
from disclosure.importer.readers.docx.xml_tree import MOST_ELEMENTS, children, parse

LARGEST_FILE: Final = 50 * 2**20
LARGEST_XML: Final = 24 * 2**20
ALL_XML: Final = 32 * 2**20
ALL_PICTURES: Final = 64 * 2**20
# A notice of sixty pages has fifty thousand.
MOST_CHARACTERS: Final = 500_000
_LIMITS: Final = ZipLimits(LARGEST_FILE, 3000)
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = "word/document.xml"
_CODES: Final = {
    ZipFault.LARGE: "import.word.large",
    ZipFault.DAMAGED: "import.word.damaged",
    ZipFault.ENCRYPTED: "import.file.encrypted",
    ZipFault.PART_DAMAGED: "import.word.part_damaged",
    ZipFault.PART_NAME: "import.word.part_name",
    ZipFault.PART_TWICE: "import.word.part_twice",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: ``kind`` is the last word of its type, ``target`` a part or URI."""

    kind: str
    target: str
    external: bool


class Package:
    """A Word file's parts, by name without a leading slash; case does not count.

    Raises:
        ImportRefusedError: the file is no zip, protected, damaged, or larger than any notice.

    """

    def __init__(self, data: bytes) -> None:
        self._zip = BoundedZip(data, _LIMITS, _refusal)
        self._xml_left = ALL_XML
        self._elements_left = MOST_ELEMENTS
        self._characters_left = MOST_CHARACTERS
        self._pictures_left = ALL_PICTURES
        self._roots: dict[str, Element] = {}
        self._pictures: dict[str, bytes] = {}
        self._relations: dict[str, Mapping[str, Relation]] = {}
        self._refuse_other_contents()

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the text."""
        for each in self.relations("").values():
            if each.kind == "officeDocument" and not each.external and self.has(each.target):
                return each.target
        return _MAIN

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return self._zip.has(name)

    def root(self, name: str) -> Element | None:
        """Return the tree of a part of XML, the same each time, or none where there is no part."""
        key = name.casefold()
        if not self._zip.has(key):
            return None
        if key not in self._roots:
            data = self._read(key, min(LARGEST_XML, self._xml_left))
            self._xml_left -= len(data)
            root = parse(data, name, self._elements_left)
            self._elements_left -= sum(1 for _ in root.iter())
            self._characters_left -= sum(len(each.text or "") for each in root.iter())
            if self._characters_left < 0:
                raise ImportRefusedError("import.word.large")
            self._roots[key] = root
        return self._roots[key]

    def picture(self, name: str) -> bytes | None:
        """Return the bytes of a part that is no XML, or none where there is no part."""
        key = name.casefold()
        if not self._zip.has(key):
            return None
        if key not in self._pictures:
            data = self._read(key, self._pictures_left)
            self._pictures_left -= len(data)
            self._pictures[key] = data
        return self._pictures[key]

    def relations(self, name: str) -> Mapping[str, Relation]:
        """Return what a part refers to, by id; ``""`` is the file itself."""
        if name not in self._relations:
            folder, part = posixpath.split(name)
            root = self.root(posixpath.join(folder, "_rels", f"{part}.rels"))
            self._relations[name] = {
                each.get("Id", ""): _relation(each, folder)
                for each in children(root, "rel:Relationship")
            }
        return self._relations[name]

    def related(self, kind: str) -> tuple[str, ...]:
        """Return the parts of that kind that the text refers to: ``styles``, ``header``."""
        found = [
            each.target
            for each in self.relations(self.main).values()
            if each.kind == kind and not each.external and self.has(each.target)
        ]
        return tuple(dict.fromkeys(found))

    def first(self, kind: str) -> Element | None:
        """Return the tree of the first part of that kind, or none: ``styles``, ``numbering``."""
        return next((self.root(name) for name in self.related(kind)), None)

    def _read(self, key: str, most: int) -> bytes:
        return b"".join(self._zip.blocks(key, most))

    def _refuse_other_contents(self) -> None:
        types = self.root(_TYPES)
        said = " ".join(
            each.get("ContentType", "").lower()
            for name in ("ct:Override", "ct:Default")
            for each in children(types, name)
        )
        if "macroenabled" in said or any(
            each.endswith("vbaproject.bin") for each in self._zip.names
        ):
            raise ImportRefusedError("import.word.macros")
        if not self.has(self.main):
            raise ImportRefusedError("import.word.no_text_part")


def _refusal(fault: ZipFault, part: str) -> ImportRefusedError:
    return ImportRefusedError(_CODES[fault], **({"part": part} if part else {}))


def _relation(element: Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode", "").lower() == "external":
        return Relation(kind, target, external=True)
    path = posixpath.normpath(posixpath.join("/", folder, unquote(target.replace("\\", "/"))))
    return Relation(kind, path.lstrip("/"), external=False)
