"""OLE compound files, written sector by sector: with which streams a test wants."""

import struct
from typing import Final

_FREE: Final = 0xFFFFFFFF
_END: Final = 0xFFFFFFFE
_TABLE: Final = 0xFFFFFFFD


def ole_file(*streams: str, start: bytes = b"\xec\xa5" + bytes(10)) -> bytes:
    """Return a file whose directory names ``streams``; the first one begins with ``start``."""
    entries = [_entry("Root Entry", 5), *(_entry(name, 2) for name in streams)]
    while len(entries) % 4:
        entries.append(bytes(128))
    directory = b"".join(entries)
    count = len(directory) // 512
    chain = [*range(3, 2 + count), _END] if count > 1 else [_END]
    # Sector 0: the allocation table, 1: the first stream, from 2 on: the directory.
    table = [_TABLE, _END, *chain]
    table += [_FREE] * (128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 2, 0, 4096, _END, 0, _END, 0
    )
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    return header + struct.pack("<128I", *table) + start.ljust(512, b"\0") + directory


def _entry(name: str, kind: int) -> bytes:
    text = name.encode("utf-16-le")
    entry = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1)
    return entry.ljust(116, b"\xff") + struct.pack("<IQ", 1, 4096)
