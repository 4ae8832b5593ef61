"""Which format a picture has, by its bytes and never by its name, and what is in it."""

from enum import StrEnum
from typing import Final, NamedTuple

from disclosure.pictures import jpeg, png, webp
from disclosure.pictures.anatomy import Anatomy, PictureError

# Of a picture as it is published: no telephone loads more in a few seconds, none unpacks more.
MOST_BYTES: Final = 2 * 1024 * 1024
MOST_PIXELS: Final = 16_000_000
MOST_SIDE: Final = 8192
_FTYP: Final = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"hevc": "HEIC", b"avif": "AVIF"}
_OTHERS: Final = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
)


class Format(StrEnum):
    """The formats that every browser shows, and that hold no scripts."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How names of its files end; servers go by that."""
        return (".jpg", ".jpeg") if self is Format.JPEG else (f".{self.lower()}",)


class Look(NamedTuple):
    """A picture as it was found: its format, and what is in it."""

    format: Format
    anatomy: Anatomy


def look(data: bytes) -> Look:
    """Take a picture apart.

    Args:
        data: its bytes.

    Raises:
        PictureError: it has another format, is damaged, or moves.

    """
    if data.startswith(jpeg.SIGNATURE):
        return Look(Format.JPEG, jpeg.take_apart(data))
    if data.startswith(png.SIGNATURE):
        return Look(Format.PNG, png.take_apart(data))
    if webp.is_webp(data):
        return Look(Format.WEBP, webp.take_apart(data))
    found = _other_format(data)
    raise PictureError("picture.format", found) if found else PictureError("picture.unknown")


def _other_format(data: bytes) -> str:
    """Return the name of a format that pages do not take; empty for none that is known."""
    if data[4:8] == b"ftyp":
        return _FTYP.get(data[8:12], "")
    if b"<svg" in data[:4096].lower():
        return "SVG"
    return next((name for start, name in _OTHERS if data.startswith(start)), "")
