"""Zips that are the same on every machine: no clock, no system, nothing deflated.

What deflate makes of the same bytes depends on the zlib at hand; see ``archive/gzip_stored``.
"""

import io
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import BinaryIO, Final

_OLDEST: Final = datetime(1980, 1, 1, tzinfo=UTC)  # the first moment that zip knows
_STEPS: Final = 20 * 365 * 24 * 1800  # of two seconds, in twenty years
_ANY: Final = 0  # what no system is taken for
_UNIX: Final = 3
_REGULAR: Final = 0o100000


def pack(
    package: zipfile.ZipFile,
    name: str,
    content: bytes | BinaryIO,
    *,
    moment: datetime = _OLDEST,
    executable: bool = False,
    modes: bool = True,
) -> int:
    """Add a file to a zip, and return its size in bytes.

    Args:
        package: open for writing.
        name: with slashes.
        content: its bytes, or a file that is read from its beginning.
        moment: its time; zip counts in steps of two seconds.
        executable: whether it is a program, for systems that want to know.
        modes: say what may be done with it, as Unix does.

    """
    member = zipfile.ZipInfo(name, moment.timetuple()[:6])
    member.create_system = _UNIX if modes else _ANY
    if modes:
        member.external_attr = (_REGULAR | (0o755 if executable else 0o644)) << 16
    if isinstance(content, bytes):
        package.writestr(member, content)
        return len(content)
    member.file_size = content.seek(0, 2)
    content.seek(0)
    with package.open(member, "w") as target:
        shutil.copyfileobj(content, target)
    return member.file_size


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by name, in their order; it says nothing of rights."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in files.items():
            pack(package, name, data, modes=False)
    return out.getvalue()


def moment_of(data: bytes) -> datetime:
    """Return a moment that follows from a file's bytes.

    Who goes by times to see whether a file is another one, as Python does for its bytecode,
    would take a file with a fixed time for the one that it replaces.
    """
    return _OLDEST + timedelta(seconds=2 * (zlib.crc32(data) % _STEPS))
