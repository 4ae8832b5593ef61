"""PNG (ISO/IEC 15948) taken apart: chunks that draw are kept, those that tell are named."""

import zlib
from collections.abc import Iterator
from typing import Final

from disclosure.pictures.anatomy import Anatomy, PictureError, read_exif

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DRAWING: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"}
    | {b"sBIT", b"bKGD", b"pHYs"}
)
_MOVING: Final = frozenset({b"acTL", b"fcTL", b"fdAT"})
_HEADER = 13


def take_apart(data: bytes) -> Anatomy:
    """Read a PNG.

    Raises:
        PictureError: it is cut off, damaged, or moves.

    """
    size: tuple[int, int] | None = None
    kept = [SIGNATURE]
    told: dict[str, None] = {}
    turn, drawn, end = 1, False, len(SIGNATURE)
    for kind, content, whole in _chunks(data):
        if kind in _MOVING:
            raise PictureError("picture.moving")
        if (kind == b"IHDR") != (size is None):
            raise PictureError("picture.damaged")
        if kind == b"IHDR" and len(content) == _HEADER:
            size = int.from_bytes(content[:4]), int.from_bytes(content[4:8])
        drawn = drawn or kind == b"IDAT"
        end += len(whole)
        if kind in _DRAWING:
            kept.append(whole)
        elif kind[:1].isupper():
            raise PictureError("picture.damaged")  # must be understood, and is not
        elif kind == b"eXIf":
            found = read_exif(content)
            turn = found.turn
            told |= dict.fromkeys(found.names)
        else:
            told[kind.decode("ascii")] = None
    if size is None or not all(size) or not drawn:
        raise PictureError("picture.damaged")
    if end < len(data):
        told["IEND+"] = None
    return Anatomy(*size, turn, tuple(told), b"".join(kept))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, content and whole of each chunk, the last one being the end.

    Raises:
        PictureError: a chunk is cut off, or its checksum is another.

    """
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : end - 4]
        if end > len(data) or not (kind.isalpha() and kind.isascii()):
            raise PictureError("picture.damaged")
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            raise PictureError("picture.damaged")
        yield kind, content, data[at:end]
        at = end
