"""The parts of a workbook: read from its zip, bounded in number, size and memory."""

import posixpath
from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.bounded_zip import BoundedZip, ZipFault, ZipLimits

LARGEST_FILE: Final = 20 * 2**20
LARGEST_XML: Final = 32 * 2**20
DEEPEST: Final = 60
# Two thousand rows of thirty cells have half of that.
MOST_ELEMENTS: Final = 300_000
_LIMITS: Final = ZipLimits(LARGEST_FILE, 2000)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGN: Final = "}"
_CODES: Final = {
    ZipFault.LARGE: "ledger.large",
    ZipFault.ENCRYPTED: "ledger.encrypted",
}

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str, str], None]


class Package:
    """A workbook's parts, by name without a leading slash; case does not count.

    Raises:
        ImportRefusedError: the file is another kind, protected, damaged, or larger than any table.

    """

    def __init__(self, data: bytes) -> None:
        _refuse_other_kinds(data)
        self._zip = BoundedZip(data, _LIMITS, _refusal)
        self._left = LARGEST_XML
        self._elements_left = MOST_ELEMENTS
        if any(name.endswith("vbaproject.bin") for name in self._zip.names):
            raise ImportRefusedError("ledger.macros")
        if not self.has("xl/workbook.xml"):
            raise ImportRefusedError("ledger.no_sheet")

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return self._zip.has(name)

    def walk(self, name: str, start: Start, end: End) -> None:
        """Read a part of XML from its beginning to its end; nothing where there is no part.

        Nothing in it is looked up anywhere; a DTD is refused.

        Args:
            name: of the part.
            start: is told of each element, by its name without namespace, and its attributes.
            end: is told of its end, with the text that stands in it after its last child.

        Raises:
            ImportRefusedError: it is no XML, too large, or too deep.

        """
        if not self.has(name):
            return
        parser = expat.ParserCreate(namespace_separator=_SIGN)
        parser.buffer_text = True
        text: list[str] = []
        depth = 0

        def opened(full: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self._elements_left -= 1
            if depth > DEEPEST:
                raise ImportRefusedError("ledger.damaged")
            if self._elements_left < 0:
                raise ImportRefusedError("ledger.large")
            text.clear()
            start(_local(full), attributes)

        def closed(full: str) -> None:
            nonlocal depth
            depth -= 1
            end(_local(full), "".join(text))
            text.clear()

        def refuse(*_: object) -> None:
            raise ImportRefusedError("ledger.entities")

        parser.StartElementHandler = opened
        parser.EndElementHandler = closed
        parser.CharacterDataHandler = text.append
        parser.StartDoctypeDeclHandler = refuse
        try:
            for block in self._zip.blocks(name, self._left):
                self._left -= len(block)
                parser.Parse(block, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise ImportRefusedError("ledger.damaged") from error

    def relations(self, name: str) -> Mapping[str, str]:
        """Return the parts that a part refers to, by id; addresses elsewhere are left out."""
        folder, part = posixpath.split(name)
        found: dict[str, str] = {}

        def start(local: str, given: Mapping[str, str]) -> None:
            if local == "Relationship" and given.get("TargetMode", "").lower() != "external":
                target = posixpath.join("/", folder, given.get("Target", "").replace("\\", "/"))
                found[given.get("Id", "")] = posixpath.normpath(target).lstrip("/")

        self.walk(posixpath.join(folder, "_rels", f"{part}.rels"), start, lambda *_: None)
        return found


def _local(name: str) -> str:
    return name.rpartition(_SIGN)[2]


def _refusal(fault: ZipFault, _part: str) -> ImportRefusedError:
    return ImportRefusedError(_CODES.get(fault, "ledger.damaged"))


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_ZIP):
        return
    if not data:
        raise ImportRefusedError("ledger.empty")
    if data.startswith(_OLE):
        locked = any(
            name.encode("utf-16-le") in data for name in ("EncryptionInfo", "EncryptedPackage")
        )
        raise ImportRefusedError("ledger.encrypted" if locked else "ledger.old")
    raise ImportRefusedError("ledger.no_sheet")
