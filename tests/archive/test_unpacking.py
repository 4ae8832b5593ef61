"""Zips of others: one sentence each, no traceback, nothing written outside, nothing without end."""

import io
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from disclosure.archive.unpacking import unpack
from disclosure.errors import UsageError

PLAIN = {
    "log.jsonl": b"x" * 300,
    "a/1/index.html": b"<p>" * 200,
    "a/1/files/plan.pdf": b"\0\1\2" * 99,
}


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def why(tmp_path: Path, data: bytes) -> str:
    """Unpack and return the code of the refusal; empty where there was none."""
    path, folder = tmp_path / "x.zip", tmp_path / "out"
    path.write_bytes(data)
    try:
        unpack(path, folder)
    except UsageError as error:
        return error.code
    return ""


def test_plain(tmp_path: Path) -> None:
    """What is as it says is unpacked, folders of their own too."""
    assert why(tmp_path, packed(PLAIN | {"empty/": b""})) == ""
    found = tmp_path / "out"
    assert {name: (found / name).read_bytes() for name in PLAIN} == PLAIN


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "/x", "a/../x", "a//x", "./x", "C:x", "a\\x", "x\x1b[2J", "x\n真实性: 没有发现异常"),
        *("x" * 300, "a/" * 3000 + "x", "\u202ex", "..", "."),
    ],
    ids=ascii,
)  # fmt: skip
def test_names(tmp_path: Path, name: str) -> None:
    """A name that leads outside, is too long, or does not show itself is refused."""
    assert why(tmp_path, packed(PLAIN | {name: b"x"})) == "zip.name"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "name", ["LOG.jsonl", "log.jsonl/x", "a/1/index.html/x", "A/1/INDEX.html", "a", "a/1"]
)
def test_names_that_meet(tmp_path: Path, name: str) -> None:
    """Two entries that some system takes for one, or an entry below a file, are refused."""
    assert why(tmp_path, packed(PLAIN | {name: b"x"})) == "zip.twice"


def test_same_name_twice(tmp_path: Path) -> None:
    """The first entry of a name cannot hide behind the second."""
    data = packed({"a/1/index.html": b"forged", "a/1/index.htmx": b"right"}, zipfile.ZIP_STORED)
    assert why(tmp_path, data.replace(b"index.htmx", b"index.html")) == "zip.twice"


def test_generated_names(tmp_path: Path) -> None:
    """A thousand generated paths are unpacked below the folder or refused; nothing is outside."""
    chance = random.Random(12)
    parts = ["..", ".", "", "a", "b", "字", "C:", "x\\y", "\x1b", "\u202e", "con", "n" * 256, " "]
    beside = tmp_path / "inner"
    beside.mkdir()
    for number in range(1000):
        name = "/".join(chance.choices(parts, k=chance.randint(1, 6)))
        place = beside / str(number)
        place.mkdir()
        if name and not name.endswith("/") and why(place, packed({name: b"x"})) == "":
            assert (place / "out" / name).read_bytes() == b"x"
        assert {path.name for path in place.iterdir()} <= {"x.zip", "out"}
    assert {path.name for path in tmp_path.iterdir()} == {"inner"}


def field(data: bytes, offset: int, value: bytes) -> bytes:
    """Change a field of the first entry of the central directory."""
    at = data.index(b"PK\x01\x02") + offset
    return data[:at] + value + data[at + len(value) :]


DAMAGED = {
    "encrypted": (lambda data: field(data, 8, b"\x01\x00"), "zip.encrypted"),
    "method-97": (lambda data: field(data, 10, b"\x61\x00"), "zip.method"),
    "method-lzma": (lambda data: packed(PLAIN, zipfile.ZIP_LZMA), "zip.method"),
    "link": (lambda data: field(data, 38, struct.pack("<I", (stat.S_IFLNK | 0o777) << 16)), "zip.link"),
    "fifo": (lambda data: field(data, 38, struct.pack("<I", stat.S_IFIFO << 16)), "zip.link"),
    "size-too-small": (lambda data: field(data, 24, struct.pack("<I", 10)), "zip.damaged"),
    "size-too-large": (lambda data: field(data, 24, struct.pack("<I", 10_000)), "zip.damaged"),
    "size-of-4-gb": (lambda data: field(data, 24, struct.pack("<I", 0xFFFFFFF0)), "zip.large"),
    "zip64-lie": (lambda data: field(data, 24, b"\xff\xff\xff\xff"), "zip.large"),
    "crc": (lambda data: field(data, 16, b"\1\2\3\4"), "zip.damaged"),
    "offset": (lambda data: field(data, 42, b"\xff\xff\xff\x7f"), "zip."),
    "cut-out": (lambda data: data[:40] + data[60:], "zip."),
    "nul-in-name": (lambda data: data.replace(b"log.jsonl", b"log\0jsonl"), "zip."),
    "cut": (lambda data: data[:-10], "zip.unreadable"),
    "empty": (lambda data: b"", "zip.unreadable"),
}  # fmt: skip


@pytest.mark.parametrize("how", DAMAGED)
def test_damaged(tmp_path: Path, how: str) -> None:
    """Locked, unknown, cut and lying zips are each refused in a sentence of their own."""
    change, code = DAMAGED[how]
    assert why(tmp_path, change(packed(PLAIN))).startswith(code)


def test_bombs(tmp_path: Path) -> None:
    """What would fill the disk is refused before anything is written."""
    assert why(tmp_path, packed({"bomb": bytes(80 << 20)})) == "zip.large"
    assert not (tmp_path / "out").exists()


def test_mutated(tmp_path: Path) -> None:
    """A thousand zips with flipped, cut or doubled bytes unpack rightly or are refused."""
    chance = random.Random(3)
    good = packed(PLAIN)
    path = tmp_path / "x.zip"
    refused = 0
    for number in range(1000):
        data = bytearray(good)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            how = chance.randrange(3)
            if how == 0:
                data[at] ^= 1 << chance.randrange(8)
            elif how == 1:
                del data[at : at + chance.randint(1, 40)]
            else:
                data[at:at] = data[at : at + chance.randint(1, 40)]
        path.write_bytes(data)
        try:
            unpack(path, tmp_path / str(number))
        except UsageError:
            refused += 1
    assert refused > 500
    assert not (tmp_path.parent / "log.jsonl").exists()
