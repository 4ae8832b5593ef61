"""Zips of others, such as Word files and workbooks: bounded in number, size and memory."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from enum import Enum, auto
from io import BytesIO
from typing import Final, NamedTuple

from disclosure.errors import ImportRefusedError

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY: Final = b"PK\x01\x02"
_BLOCK: Final = 2**16
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class ZipFault(Enum):
    """Why a zip is not read; the last three are faults of one part."""

    LARGE = auto()
    DAMAGED = auto()
    ENCRYPTED = auto()
    PART_DAMAGED = auto()
    PART_NAME = auto()
    PART_TWICE = auto()


class ZipLimits(NamedTuple):
    """How many bytes a file may have, and how many parts."""

    size: int
    parts: int


# The error for a fault, in the words of the kind of file; the text names the part, if any.
Refusal = Callable[[ZipFault, str], ImportRefusedError]


class BoundedZip:
    """The parts of a zip, by name without a leading slash; case does not count.

    Raises:
        ImportRefusedError: as ``refusal`` gives it: no zip, damaged, encrypted, too large, or with
            a name that climbs or stands twice.

    """

    def __init__(self, data: bytes, limits: ZipLimits, refusal: Refusal) -> None:
        self._refusal = refusal
        if not data.startswith(_ZIP):
            raise refusal(ZipFault.DAMAGED, "")
        if len(data) > limits.size or data.count(_ENTRY) > limits.parts:
            raise refusal(ZipFault.LARGE, "")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise refusal(ZipFault.DAMAGED, "") from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = self._name_of(entry)
            if self._entries.setdefault(name, entry) is not entry:
                raise refusal(ZipFault.PART_TWICE, entry.filename)

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in lower case."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return name.casefold() in self._entries

    def blocks(self, name: str, most: int) -> Iterator[bytes]:
        """Yield the bytes of a part, of which there may be ``most``.

        Raises:
            ImportRefusedError: it is damaged or larger.

        """
        entry = self._entries[name.casefold()]
        if entry.file_size > most:
            raise self._refusal(ZipFault.LARGE, "")
        try:
            with self._zip.open(entry) as stream:
                while block := stream.read(_BLOCK):
                    most -= len(block)
                    if most < 0:
                        raise self._refusal(ZipFault.LARGE, "")
                    yield block
        except _BROKEN as error:
            raise self._refusal(ZipFault.PART_DAMAGED, entry.filename) from error

    def _name_of(self, entry: zipfile.ZipInfo) -> str:
        # Some programs write \ for /.
        name = entry.filename.replace("\\", "/").removeprefix("/")
        if ".." in name.split("/") or ":" in name:
            raise self._refusal(ZipFault.PART_NAME, entry.filename)
        if entry.flag_bits & 1:
            raise self._refusal(ZipFault.ENCRYPTED, "")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._refusal(ZipFault.DAMAGED, "")
        return name.casefold()
