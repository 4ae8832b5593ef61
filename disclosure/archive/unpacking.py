"""Unpacking a zip that somebody else may have made: only what is exactly as it says."""

import errno
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, BinaryIO, Final

from disclosure.errors import UsageError
from disclosure.files import explain_os_error
from disclosure.plain_paths import is_plain

_LARGEST: Final = 4 * 1024**3
# Pages deflate to a tenth; what unpacks to more than this is no site, but made to fill a disk.
_MOST_FOLD: Final = 200
_ALWAYS_FINE: Final = 64 * 1024**2
_MOST_ENTRIES: Final = 200_000
_LONGEST_NAME: Final = 1000
_BLOCK: Final = 1024 * 1024
_ENCRYPTED: Final = 0x1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# Parts that are said to lie before the beginning of the file make seeking fail.
_NO_PLACE: Final = frozenset({None, errno.EINVAL, errno.EOVERFLOW})
# All that Python's zipfile and zlib raise over bytes that are not what they say.
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError),
    *(NotImplementedError, RuntimeError, KeyError, IndexError, MemoryError, zipfile.error),
)


def unpack(path: Path, folder: Path) -> None:
    """Unpack a zip into an empty folder.

    Raises:
        UsageError: it is damaged, or holds what no archive of ours holds; some of it may have
            been unpacked.
        OutputError: it cannot be written.

    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise UsageError("zip.unreadable", path=path.as_posix()) from error
    try:
        with file, zipfile.ZipFile(file) as packed:
            members = packed.infolist()
            _check_size(path, members)
            _check_names(path, members)
            for member in members:
                if not member.is_dir():
                    _unpack_one(path, packed, member, folder)
    except _DAMAGE as error:
        raise UsageError("zip.unreadable", path=path.as_posix()) from error
    except OSError as error:
        if error.filename is None and error.errno in _NO_PLACE:
            raise UsageError("zip.unreadable", path=path.as_posix()) from error
        raise explain_os_error(error, folder) from error


def _check_size(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    allowed = min(_LARGEST, max(_ALWAYS_FINE, path.stat().st_size * _MOST_FOLD))
    if len(members) > _MOST_ENTRIES or total > allowed:
        raise UsageError("zip.large", path=path.as_posix())


def _check_names(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    files: set[str] = set()
    folders: set[str] = set()
    for member in members:
        name = member.filename.removesuffix("/")
        if reason := _why_not(member, name):
            raise UsageError(reason, path=path.as_posix(), name=member.filename[:_LONGEST_NAME])
        folded = unicodedata.normalize("NFC", name).casefold()
        above = set(_above(folded))
        if member.is_dir():
            folders.add(folded)
        elif folded in files:
            raise UsageError("zip.twice", path=path.as_posix(), name=name)
        else:
            files.add(folded)
        folders |= above
    if both := sorted(files & folders):
        raise UsageError("zip.twice", path=path.as_posix(), name=both[0])


def _above(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _why_not(member: zipfile.ZipInfo, name: str) -> str:
    """Return why an entry cannot be unpacked; empty where it can."""
    # The name as it stands in the file: zipfile cuts it at a NUL.
    if len(name) > _LONGEST_NAME or not is_plain(name) or "\0" in member.orig_filename:
        return "zip.name"
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "zip.link"
    if member.flag_bits & _ENCRYPTED:
        return "zip.encrypted"
    return "" if member.compress_type in _METHODS else "zip.method"


def _unpack_one(path: Path, packed: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    place = folder / member.filename
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with packed.open(member) as source, place.open("xb") as target:
            size = _copy(source, target, member.file_size)
    except _DAMAGE as error:
        raise UsageError("zip.damaged", path=path.as_posix(), name=member.filename) from error
    if size != member.file_size:
        raise UsageError("zip.damaged", path=path.as_posix(), name=member.filename)


def _copy(source: IO[bytes], target: BinaryIO, limit: int) -> int:
    """Copy until more than ``limit`` has come, and return how much that is."""
    size = 0
    while size <= limit and (block := source.read(_BLOCK)):
        size += len(block)
        target.write(block)
    return size
