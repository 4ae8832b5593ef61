"""WebP (RFC 9649) taken apart: chunks that draw are kept, those that tell are named."""

from collections.abc import Iterator
from typing import Final

from disclosure.pictures.anatomy import Anatomy, PictureError, read_exif

_DRAWING: Final = frozenset({b"VP8X", b"ICCP", b"ALPH", b"VP8 ", b"VP8L"})
_FRAMES: Final = frozenset({b"VP8 ", b"VP8L"})
_MOVING: Final = frozenset({b"ANIM", b"ANMF"})
_TELLING: Final = 0x08 | 0x04  # of the flags in VP8X: Exif, XMP
_HEAD = 12  # RIFF, length, WEBP


def is_webp(data: bytes) -> bool:
    """Say whether bytes begin as WebP does."""
    return data[:4] == b"RIFF" and data[8:_HEAD] == b"WEBP"


def take_apart(data: bytes) -> Anatomy:
    """Read a WebP.

    Raises:
        PictureError: it is cut off, damaged, or moves.

    """
    size: tuple[int, int] | None = None
    kept: list[bytes] = []
    told: dict[str, None] = {}
    turn = 1
    end = _HEAD
    for kind, content, whole in _chunks(data):
        end += len(whole)
        if kind in _MOVING:
            raise PictureError("picture.moving")
        if kind in _FRAMES:
            if size is not None:
                raise PictureError("picture.damaged")
            size = _size(kind, content)
        if kind == b"VP8X":
            whole = whole[:8] + bytes((whole[8] & ~_TELLING,)) + whole[9:]
        if kind in _DRAWING:
            kept.append(whole)
        elif kind == b"EXIF":
            found = read_exif(content)
            turn = found.turn
            told |= dict.fromkeys(found.names)
        else:
            told[kind.decode("ascii", "replace").strip()] = None
    if size is None or not all(size):
        raise PictureError("picture.damaged")
    body = b"".join(kept)
    bare = b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body
    if bare != data and not told:
        told["RIFF+"] = None
    return Anatomy(*size, turn, tuple(told), bare)


def _size(kind: bytes, content: bytes) -> tuple[int, int]:
    """Return the size that a frame's own header tells."""
    if kind == b"VP8L":
        bits = int.from_bytes(content[1:5], "little")
        if content[:1] != b"\x2f" or len(content) < 5:
            raise PictureError("picture.damaged")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if content[3:6] != b"\x9d\x01\x2a" or len(content) < 10:
        raise PictureError("picture.damaged")
    width, height = (int.from_bytes(content[at : at + 2], "little") for at in (6, 8))
    return width & 0x3FFF, height & 0x3FFF


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, content and whole of each chunk.

    Raises:
        PictureError: one is cut off.

    """
    at = _HEAD
    last = 8 + int.from_bytes(data[4:8], "little")
    if last > len(data):
        raise PictureError("picture.damaged")
    while at < last:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + length + length % 2
        if length == 0 or end > last:
            raise PictureError("picture.damaged")
        yield data[at : at + 4], data[at + 8 : at + 8 + length], data[at:end]
        at = end
