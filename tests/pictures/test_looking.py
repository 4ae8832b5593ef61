"""Pictures are known by their bytes, and lose what they tell without losing a pixel."""

import random
import struct
import zlib

import pytest

from disclosure.pictures.anatomy import PictureError, read_exif
from disclosure.pictures.looking import Format, look
from tests.pictures.drawn import FORMATS, drawn, exif, pixels, telling

_SOF2 = b"\xff\xc2"


def refused(data: bytes) -> tuple[str, str]:
    """Return why a picture is refused."""
    with pytest.raises(PictureError) as caught:
        look(data)
    return caught.value.code, caught.value.found


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_told_goes(kind: str) -> None:
    """Exif, place, comments and what hangs on behind go; every pixel and the size stay."""
    data = telling(kind)
    seen = look(data)
    bare = seen.anatomy.bare
    assert seen.format.upper() == kind
    assert {"Exif", "GPS"} < set(seen.anatomy.told)
    assert b"somebody" in data
    assert b"somebody" not in bare
    assert b"Exif" not in bare
    assert pixels(bare) == pixels(data)
    again = look(bare).anatomy
    assert (again.told, again.bare) == ((), bare)
    assert (again.width, again.height) == (24, 16)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("turn", range(1, 9))
def test_turn(kind: str, turn: int) -> None:
    """The orientation is known before it goes."""
    assert look(telling(kind, turn)).anatomy.turn == turn


@pytest.mark.parametrize(
    ("kind", "saved"),
    [
        ("JPEG", {"progressive": True}),
        ("JPEG", {"restart_marker_blocks": 1}),
        ("JPEG", {"icc_profile": b"profile" * 20_000}),
        ("PNG", {}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
    ],
)
def test_clean_ones_stay(kind: str, saved: dict[str, object]) -> None:
    """What tells nothing keeps its bytes; a colour profile belongs to what is shown."""
    data = drawn(kind, **saved)
    anatomy = look(data).anatomy
    assert (anatomy.told, anatomy.bare) == ((), data)


def test_thumbnail_goes() -> None:
    """A JFIF thumbnail may show what was cut away."""
    data = drawn()
    plain = data[: data.index(b"JFIF\0") + 14]
    thumbnail = plain[:4] + struct.pack(">H", 16 + 3) + plain[6:-2] + b"\1\1\xff\0\0"
    seen = look(thumbnail + data[len(plain) :]).anatomy
    assert seen.told == ("JFIF",)
    assert seen.bare == data


@pytest.mark.parametrize(
    "segment",
    [
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>", "XMP"),
        (0xED, b"Photoshop 3.0\0", "IPTC"),
        (0xE2, b"MPF\0", "APP2"),
        (0xEA, b"x", "APP10"),
    ],
)
def test_segments(segment: tuple[int, bytes, str]) -> None:
    """Segments of other programs go by their names."""
    marker, payload, name = segment
    data = drawn()
    put = bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload
    anatomy = look(data[:2] + put + data[2:]).anatomy
    assert (anatomy.told, anatomy.bare) == ((name,), data)


@pytest.mark.parametrize("kind", FORMATS)
def test_cut_off(kind: str) -> None:
    """A picture that ends early is damaged, wherever it ends."""
    data = drawn(kind)
    for length in range(12, len(data)):
        assert refused(data[:length])[0] == "picture.damaged", length


def test_every_bit_of_a_png_counts() -> None:
    """No byte of a PNG can be another without being noticed."""
    data = drawn("PNG")
    for at in range(8, len(data)):
        changed = data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :]
        with pytest.raises(PictureError):
            look(changed)


@pytest.mark.parametrize("kind", FORMATS)
def test_any_bytes(kind: str) -> None:
    """Whatever is done to a picture, it is taken apart or refused; what is left tells nothing."""
    chance, data = random.Random(kind), bytearray(telling(kind))
    for _ in range(300):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            anatomy = look(bytes(changed)).anatomy
        except PictureError:
            continue
        assert look(anatomy.bare).anatomy.told == ()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"GIF89a", "GIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"BM\0\0", "BMP"),
        (b"II*\0", "TIFF"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_other_formats(data: bytes, name: str) -> None:
    """Another format is called by its name, whatever the file is called."""
    assert refused(data) == ("picture.format", name)


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"<html>", b"RIFF1234WAVE"])
def test_no_picture(data: bytes) -> None:
    """What is none at all is said to be none."""
    assert refused(data) == ("picture.unknown", "")


def test_moving() -> None:
    """Pictures that move are refused."""
    chunk = b"acTL" + struct.pack(">II", 2, 0)
    data = drawn("PNG")
    moving = data[:33] + struct.pack(">I", 8) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert refused(moving + data[33:]) == ("picture.moving", "")
    body = drawn("WEBP")[12:] + b"ANIM\6\0\0\0" + bytes(6)
    riff = b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
    assert refused(riff) == ("picture.moving", "")


def test_coding_that_no_browser_shows() -> None:
    """Arithmetic coding is told as such."""
    data = drawn(progressive=True).replace(_SOF2, b"\xff\xca", 1)
    assert refused(data) == ("picture.coding", "")


def test_exif_of_any_bytes() -> None:
    """Damaged Exif data are read as none, as browsers do; of both byte orders."""
    told = exif(6).removeprefix(b"Exif\0\0")
    assert read_exif(told) == (6, True)
    for length in range(len(told)):
        read_exif(told[:length])
    big = b"MM\0*" + struct.pack(">IHHHIHH", 8, 1, 0x0112, 3, 1, 8, 0)
    assert read_exif(big) == (8, False)


def test_names() -> None:
    """Servers go by the ending, so each format has its own."""
    endings = [suffix for kind in Format for suffix in kind.suffixes]
    assert endings == [".jpg", ".jpeg", ".png", ".webp"]
