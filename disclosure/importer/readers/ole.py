"""Which streams an OLE compound file holds ([MS-CFB]): enough to tell what kind of file it is."""

import struct
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_IN_HEADER: Final = 109  # sectors of the allocation table that the header itself names
_END: Final = 0xFFFFFFFA  # numbers from here on are no sectors
_ENTRY: Final = 128
_MOST: Final = 4096  # sectors of a directory; a document has a handful


def stream_names(data: bytes) -> dict[str, int]:
    """Return the names of streams and storages with the first sector of each.

    Broken files give what could be read; cyclic chains end.
    """
    if len(data) < _HEADER or not data.startswith(MAGIC):
        return {}
    shift = struct.unpack_from("<H", data, 30)[0]
    size = 1 << shift if shift in {9, 12} else 512
    table = _table(data, size)
    names: dict[str, int] = {}
    sector, seen = struct.unpack_from("<I", data, 48)[0], 0
    while sector < _END and seen < _MOST:
        start = (sector + 1) * size
        for at in range(start, min(start + size, len(data) - _ENTRY + 1), _ENTRY):
            length = min(struct.unpack_from("<H", data, at + 64)[0], 64)
            name = data[at : at + max(0, length - 2)].decode("utf-16-le", "replace")
            if name:
                names[name] = struct.unpack_from("<I", data, at + 116)[0]
        seen += 1
        sector = table[sector] if sector < len(table) else _END
    return names


def stream_start(data: bytes, sector: int, length: int) -> bytes:
    """Return the first bytes of a stream that does not lie among the small ones."""
    shift = struct.unpack_from("<H", data, 30)[0]
    size = 1 << shift if shift in {9, 12} else 512
    start = (sector + 1) * size
    return data[start : start + length]


def _table(data: bytes, size: int) -> list[int]:
    count = min(struct.unpack_from("<I", data, 44)[0], _IN_HEADER)
    table: list[int] = []
    for number in struct.unpack_from(f"<{count}I", data, 76):
        start = (number + 1) * size
        if number < _END and start + size <= len(data):
            table.extend(struct.unpack_from(f"<{size // 4}I", data, start))
    return table
