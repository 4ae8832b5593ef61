"""Small pictures for tests, drawn by code, with whatever cameras and programs put into them."""

import io
import random
from typing import Any, Final

from PIL import Image, PngImagePlugin

FORMATS: Final = ("JPEG", "PNG", "WEBP")
SUFFIXES: Final = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def drawn(kind: str = "JPEG", width: int = 24, height: int = 16, **saved: Any) -> bytes:
    """Return a picture, each quarter of it in another colour."""
    image = Image.new("RGB", (width, height), (40, 90, 60))
    for number, colour in enumerate(((200, 40, 30), (30, 60, 200), (230, 220, 120))):
        box = (width // 2 * (number % 2), height // 2 * (number // 2))
        image.paste(colour, (*box, box[0] + width // 2, box[1] + height // 2))
    out = io.BytesIO()
    image.save(out, kind, **saved)
    return out.getvalue()


def exif(turn: int = 1, *, place: bool = True) -> bytes:
    """Return Exif data as a telephone writes them."""
    told = Image.Exif()
    told[0x0112], told[0x010F] = turn, "Telephone of somebody"
    if place:
        told.get_ifd(0x8825)[1] = "N"
    return told.tobytes()


def telling(kind: str = "JPEG", turn: int = 1) -> bytes:
    """Return a picture with Exif data, place and comments in it."""
    if kind == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", "of somebody")
        return drawn(kind, exif=exif(turn), pnginfo=texts)
    if kind == "WEBP":
        return drawn(kind, exif=exif(turn), xmp=b"<x>somebody</x>")
    return drawn(kind, exif=exif(turn), comment=b"of somebody") + b"\0film of somebody"


def noisy(width: int, height: int, kind: str = "JPEG", **saved: Any) -> bytes:
    """Return a picture that no encoder makes small."""
    values = random.Random(1).randbytes(width * height * 3)
    image = Image.frombytes("RGB", (width, height), values)
    out = io.BytesIO()
    image.save(out, kind, **saved)
    return out.getvalue()


def pixels(data: bytes) -> tuple[tuple[int, int], bytes]:
    """Return size and pixels of a picture as a browser shows them, but for its turn."""
    with Image.open(io.BytesIO(data)) as image:
        return image.size, image.convert("RGB").tobytes()
