"""JPEG (ITU-T T.81) taken apart: segments that draw are kept, those that tell are named."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from disclosure.pictures.anatomy import Anatomy, PictureError, read_exif

SIGNATURE: Final = b"\xff\xd8\xff"
_FIRST, _RESTART, _START, _END, _SCAN = 0xC0, 0xD0, 0xD8, 0xD9, 0xDA
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive
# Lossless, hierarchical, arithmetic: no browser shows them.
_UNSHOWN: Final = frozenset({*range(0xC3, 0xD0)} - {0xC4, 0xC8})
_DRAWING: Final = frozenset({*_FRAMES, _SCAN, 0xC4, 0xDB, 0xDD})
_JFIF, _EXIF, _ICC, _PHOTOSHOP, _ADOBE, _COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
_NEXT_MARKER: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_THUMBNAIL = 14  # JFIF: width and height of the thumbnail, then its pixels


class _Segment(NamedTuple):
    marker: int
    payload: bytes
    whole: bytes  # with marker and length; of a scan, with its coded data


def take_apart(data: bytes) -> Anatomy:
    """Read a JPEG.

    Raises:
        PictureError: it is cut off, damaged, or coded in a way that browsers do not show.

    """
    size: tuple[int, int] | None = None
    kept: list[bytes] = [data[:2]]
    told: dict[str, None] = {}
    turn = 1
    scans = 0
    for segment in _segments(data):
        marker, payload = segment.marker, segment.payload
        if marker in _UNSHOWN:
            raise PictureError("picture.coding")
        if marker in _FRAMES:
            if size is not None or len(payload) < 6:
                raise PictureError("picture.damaged")
            size = int.from_bytes(payload[3:5]), int.from_bytes(payload[1:3])
        scans += marker == _SCAN
        left, names = _kept(segment)
        kept.append(left)
        told |= dict.fromkeys(names)
        if marker == _EXIF and payload.startswith(b"Exif\0\0"):
            turn = read_exif(payload).turn
    if size is None or not all(size) or not scans:
        raise PictureError("picture.damaged")
    kept.append(b"\xff\xd9")
    if sum(map(len, kept)) < len(data) and not told:
        told["EOI+"] = None  # fill bytes, or what was hung on behind the end
    return Anatomy(*size, turn, tuple(told), b"".join(kept))


def _kept(segment: _Segment) -> tuple[bytes, tuple[str, ...]]:
    """Return what is left of a segment, and the names of what goes."""
    marker, payload, whole = segment
    if marker in _DRAWING:
        return whole, ()
    if marker == _JFIF and payload.startswith(b"JFIF\0") and len(payload) >= _THUMBNAIL:
        if len(payload) == _THUMBNAIL:
            return whole, ()
        return b"\xff\xe0\x00\x10" + payload[: _THUMBNAIL - 2] + b"\0\0", ("JFIF",)
    if (marker == _ICC and payload.startswith(b"ICC_PROFILE\0")) or (
        marker == _ADOBE and payload.startswith(b"Adobe") and len(payload) == 12
    ):
        return whole, ()  # without these, colours would be others
    if marker == _EXIF and payload.startswith(b"Exif\0\0"):
        return b"", read_exif(payload).names
    if marker == _EXIF and payload.startswith(b"http://ns.adobe.com/"):
        return b"", ("XMP",)
    return b"", ({_PHOTOSHOP: "IPTC", _COMMENT: "COM"}.get(marker, f"APP{marker & 0x0F}"),)


def _segments(data: bytes) -> Iterator[_Segment]:
    """Yield the segments between start and end.

    Raises:
        PictureError: it is cut off, or what should be a segment is none.

    """
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if data[at : at + 1] != b"\xff" or len(data) < at + 2:
            raise PictureError("picture.damaged")
        marker = data[at + 1]
        if marker == _END:
            return
        length = int.from_bytes(data[at + 2 : at + 4])
        end = at + 2 + length
        if marker < _FIRST or _RESTART <= marker <= _START or length < 2 or end > len(data):
            raise PictureError("picture.damaged")
        payload = data[at + 4 : end]
        if marker == _SCAN:
            after = _NEXT_MARKER.search(data, end)
            if after is None:
                raise PictureError("picture.damaged")
            end = after.start()
        yield _Segment(marker, payload, data[at:end])
        at = end
