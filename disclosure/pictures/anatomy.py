"""What a reader of one format finds in a picture; common to JPEG, PNG and WebP."""

import struct
from typing import Final, NamedTuple

_ORIENTATION: Final = 0x0112
_GPS: Final = 0x8825
_MOST_TAGS: Final = 512
_UPRIGHT: Final = 1
_TURNS: Final = 8


class PictureError(Exception):
    """Bytes that are no picture for a page.

    Attributes:
        code: of the message.
        found: what they are instead, where that is known.

    """

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(code, found)
        self.code = code
        self.found = found


class Anatomy(NamedTuple):
    """A picture taken apart.

    Attributes:
        width: in pixels, as stored.
        height: the same.
        turn: orientation as in Exif, 1 (upright) to 8.
        told: names of what it holds besides what it shows, each once, in order.
        bare: its bytes without that; not a pixel is another.

    """

    width: int
    height: int
    turn: int
    told: tuple[str, ...]
    bare: bytes


class Exif(NamedTuple):
    """What matters of Exif data (CIPA DC-008): the orientation, and whether it tells the place."""

    turn: int
    place: bool

    @property
    def names(self) -> tuple[str, ...]:
        """What there is to tell of it."""
        return ("Exif", "GPS") if self.place else ("Exif",)


def read_exif(tiff: bytes) -> Exif:
    """Read the first directory of Exif data; of damaged data, what browsers do: nothing."""
    tiff = tiff.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4], "")
    turn, place = _UPRIGHT, False
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(min(count, _MOST_TAGS) if order else 0):
            at = start + 2 + 12 * number
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, at)
            if tag == _ORIENTATION and _UPRIGHT <= value <= _TURNS:
                turn = value
            place = place or tag == _GPS
    except struct.error:
        pass
    return Exif(turn, place)
