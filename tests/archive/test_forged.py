"""Archives that somebody forged so that the log agrees: nothing of it passes as clean."""

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.archive.checksums import LISTING, make_listing, read_listing
from disclosure.archive.log import Entry, entry_line, read_lines
from disclosure.archive.store import LOG, Store
from disclosure.archive.verify import RECORD, REQUIRED, verify
from disclosure.files import sha256_hex
from tests.archive.test_verify import add, told

ZEROS = "0" * 64
GOOD = Entry(
    *("first", 1, "2022-03-01T09:00:00+08:00", "更正", "说明", "题名"), *(ZEROS, ZEROS, "", "")
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive of one version."""
    add(Store(tmp_path / "archive"), "a", 1)
    return tmp_path / "archive"


def relog(archive: Path, **values: object) -> None:
    """Let the log of one line say something else."""
    told_ = json.loads((archive / LOG).read_bytes())
    line = json.dumps(told_ | values, ensure_ascii=False).encode("utf-8", "surrogatepass")
    (archive / LOG).write_bytes(line + b"\n")


def forge_listing(archive: Path, data: bytes) -> None:
    """Put a listing into the version, and its digest into the log."""
    (archive / "a/1" / LISTING).write_bytes(data)
    relog(archive, listing=sha256_hex(data))


ROW = f"{ZEROS}  index.html\n"
FORGED = {
    "garbage": lambda good: b"garbage",
    "blank": lambda good: b"\n",
    "empty": lambda good: b"",
    "outside": lambda good: good + f"{ZEROS}  ../x\n".encode(),
    "crlf": lambda good: good.replace(b"\n", b"\r\n"),
    "not-utf-8": lambda good: good + f"{ZEROS}  ".encode() + b"\xff\n",
    "doubled": lambda good: good + good,
    "unsorted": lambda good: b"".join(reversed(good.splitlines(keepends=True))),
    "no-line-end": lambda good: good[:-1],
    "blank-line-inside": lambda good: good.replace(b"\n", b"\n\n", 1),
    "blank-line-last": lambda good: good + b"\n",
    "mark": lambda good: b"\xef\xbb\xbf" + good,
    "tab": lambda good: good.replace(b"  ", b"\t"),
    "upper-case": lambda good: good.upper(),
    "binary-star": lambda good: good.replace(b"  ", b" *"),
    "nul": lambda good: good + f"{ZEROS}  z\0\n".encode(),
    "escape": lambda good: good + f"{ZEROS}  z\x1b[2J\n".encode(),
    "absolute": lambda good: f"{ZEROS}  /etc/passwd\n".encode() + good,
    "itself": lambda good: good + f"{ZEROS}  {LISTING}\n".encode(),
    "one-file": lambda good: ROW.encode(),
    "utf-16": lambda good: good.decode().encode("utf-16"),
}


@pytest.mark.parametrize("how", FORGED)
def test_forged_listing(archive: Path, how: str) -> None:
    """A listing of another form, or without the files of a version, is told though the log has it."""
    good = (archive / "a/1" / LISTING).read_bytes()
    forge_listing(archive, FORGED[how](good))
    (archive / "a/1/index.html").write_bytes(b"forged")
    found = told(archive)
    assert any(place.startswith("a/1/") for place in found)


@pytest.mark.parametrize("name", sorted(REQUIRED))
def test_listing_without_a_file(archive: Path, name: str) -> None:
    """Each file that a version must have is missed when neither folder nor listing has it."""
    folder = archive / "a/1"
    (folder / name).unlink()
    files = {each: (folder / each).read_bytes() for each in REQUIRED - {name}}
    files["files/plan.pdf"] = (folder / "files/plan.pdf").read_bytes()
    forge_listing(archive, make_listing(files))
    assert f"a/1/{name}" in told(archive)


def test_record_knows_the_files(archive: Path) -> None:
    """A page forged with its listing and the log still differs from what record.json lists."""
    folder = archive / "a/1"
    (folder / "index.html").write_bytes(b"forged")
    names = [*REQUIRED, "files/plan.pdf"]
    forge_listing(archive, make_listing({each: (folder / each).read_bytes() for each in names}))
    assert told(archive) == {f"{LOG}:1"}


def test_generated_listings() -> None:
    """Of a thousand listings with a hostile name or a changed byte, none is believed."""
    chance = random.Random(8)
    parts = ["..", ".", "", "a", "b" * 256, "C:", "x\\y", "n\0", "\x1b", "\u202e", "con:", "\ud800"]
    good = make_listing({"a": b"1", "b/c": b"2", "字": b"3"})
    refused = 0
    for _ in range(500):
        name = "/".join(chance.choices(parts, k=chance.randint(1, 5)))
        data = f"{ZEROS}  {name}\n".encode("utf-8", "surrogatepass")
        listed = read_listing(data)
        assert listed is None or all(set(part) <= {"a"} for part in name.split("/")), name
        refused += listed is None
        at = chance.randrange(len(good))
        data = good[:at] + bytes([chance.randrange(256)]) + good[at + 1 :]
        listed = read_listing(data)
        assert listed is None or make_again(listed) == data
    assert refused > 400


def make_again(listed: dict[str, str]) -> bytes:
    """Return the one form in which these rows may stand."""
    return "".join(f"{listed[name]}  {name}\n" for name in sorted(listed)).encode()


HOSTILE_VALUES = [
    *[("sealed", each) for each in ("yesterday", "", "9999-99-99T00:00:00+08:00")],
    *[("sealed", each) for each in ("2022-02-30T09:00:00+08:00", "2022-03-01", "２０２２-03-01T09:00:00+08:00")],
    *[("sealed", each) for each in ("0001-01-01T00:00:00+08:00", "2022-03-01T09:00:00Z", "2022-03-01T24:01:00+08:00")],
    *[("content", each) for each in ("zz", "", "0" * 63, "A" * 64, "٠" * 64)],
    *[("listing", each) for each in ("zz", "")],
    *[("stamp", "x"), ("previous", "x")],
    *[("slug", each) for each in ("\x1b[2J", "../a", "a/b", "A", "", "a\n", "x" * 201, "．")],
    *[(name, f"说{char}明") for name in ("note", "title", "reason") for char in "\x1b\x00\n\r\x7f\x85\u2028\u202e\u2066\ufeff"],
    *[("note", ""), ("title", "\ud842"), ("note", "\udfb7")],
    *[("number", each) for each in (0, -1, True, 1.0, "1", None, 10**30)],
    *[("title", each) for each in (None, 5, [], {})],
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), HOSTILE_VALUES, ids=ascii)
def test_line_with_an_impossible_value(name: str, value: object) -> None:
    """A line with a time, digest, number or text that we never write is no line of ours."""
    assert read_lines(entry_line(GOOD))[0].entry == GOOD
    values = GOOD._asdict() | {name: value}
    row = json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")
    assert read_lines(row + b"\n")[0].entry is None
    assert read_lines(json.dumps(values).encode() + b"\n")[0].entry is None


def test_tables_and_marks_of_chinese_titles_pass() -> None:
    """What loaders let into titles is let into the log: wide blanks, no-break blanks, marks."""
    for title in ("关于　整改", "甲\u00a0乙", "李\u200c四", "𮧵"):
        entry = GOOD._replace(title=title)
        assert read_lines(entry_line(entry))[0].entry == entry


@pytest.mark.parametrize("text", ["[" * 100_000, '{"log":' * 100_000, "9" * 10_000, "\x00"])
def test_deep_json(archive: Path, text: str) -> None:
    """Neither log nor record end the program, however deep they are."""
    (archive / "a/1" / RECORD).write_text(text, encoding="utf-8")
    assert f"a/1/{RECORD}" in told(archive)
    with (archive / LOG).open("ab") as log:
        log.write(text.encode() + b"\n")
    assert f"{LOG}:2" in told(archive)


@pytest.mark.parametrize("place", ["a", "a/1", LOG, "a/1/index.html", "a/1/files"])
def test_links(archive: Path, tmp_path: Path, place: str) -> None:
    """A folder, log or file that is a link is told, though what it leads to is right."""
    aside = tmp_path / "aside"
    (archive / place).rename(aside)
    (archive / place).symlink_to(aside)
    assert any(each.rstrip("/").startswith(place) for each in told(archive))
    assert verify(archive)[1]


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10**12)


SPOILS: list[Callable[[Path], None]] = [_fifo, _folder, _huge]


@pytest.mark.parametrize("spoil", SPOILS)
@pytest.mark.parametrize("name", ["index.html", LISTING, RECORD, "sha256sum.txt.tsr"])
def test_no_file(archive: Path, name: str, spoil: Callable[[Path], None]) -> None:
    """A FIFO, a folder or a file without end in place of a file is told at once."""
    spoil(archive / "a/1" / name)
    assert f"a/1/{name}" in told(archive)


@pytest.mark.parametrize("spoil", SPOILS)
def test_no_log(archive: Path, spoil: Callable[[Path], None]) -> None:
    """The same in place of the log."""
    spoil(archive / LOG)
    assert told(archive) == {LOG}


def test_file_for_folder(archive: Path) -> None:
    """A file where a version's folder should be leaves the version missing."""
    shutil.rmtree(archive / "a/1")
    (archive / "a/1").write_bytes(b"x")
    assert told(archive) == {"a/1/" + LISTING}


def test_deep_folders(archive: Path) -> None:
    """Hundreds of folders in each other are looked through."""
    place = archive / "a/1"
    for _ in range(400):
        place /= "d"
        place.mkdir()
    (place / "x").write_bytes(b"x")
    assert told(archive) == {place.relative_to(archive).as_posix() + "/x"}
