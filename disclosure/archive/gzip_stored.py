"""gzip without deflating (RFC 1952, RFC 1951 3.2.4): the same bytes on every machine.

What deflate makes of the same bytes depends on the zlib at hand (zlib-ng, as in Windows' Python
and in some distributions, makes others). Every reader of gzip reads stored blocks.
"""

import io
import struct
import zlib
from typing import BinaryIO

_HEADER = b"\x1f\x8b\x08" + bytes(5) + b"\x00\xff"  # no name, no time, unknown system
_BLOCK = 0xFFFF


class StoredMember:
    """Collects what is written; ``flush`` writes it to ``out`` as one member of a gzip file."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._held = io.BytesIO()

    def write(self, data: bytes) -> int:
        """Take more of the member."""
        return self._held.write(data)

    def flush(self) -> None:
        """Write the member, unless nothing was taken since the last."""
        data = self._held.getvalue()
        self._held = io.BytesIO()
        if not data:
            return
        self._out.write(_HEADER)
        for start in range(0, len(data), _BLOCK):
            block = data[start : start + _BLOCK]
            final = start + _BLOCK >= len(data)
            self._out.write(struct.pack("<BHH", final, len(block), len(block) ^ 0xFFFF))
            self._out.write(block)
        self._out.write(struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF))
