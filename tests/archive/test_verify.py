"""Every way of touching an archive is named: bytes, files and lines of the log."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from disclosure.archive.checksums import LISTING, TOKEN_FILE, make_listing, read_listing
from disclosure.archive.log import Entry, entry_line, head_of, read_lines
from disclosure.archive.store import LOG, Store
from disclosure.archive.verify import RECORD, REQUIRED, verify
from disclosure.files import sha256_hex

FIRST = datetime.fromisoformat("2022-03-01T09:00:00+08:00")
FILES = ("index.html", "notice.json", "notice.yaml", "files/plan.pdf", RECORD, LISTING, TOKEN_FILE)


def add(store: Store, slug: str, number: int) -> str:
    """Add a small version and return the head."""
    import json

    entry = Entry(
        slug=slug,
        number=number,
        sealed=(FIRST + timedelta(days=number - 1)).isoformat(),
        reason="进展更新",
        note=f"第{number}次",
        title="关于整改情况的通报",
        content=sha256_hex(f"{slug} {number}".encode()),
        listing="",
        stamp="",
        previous=head_of(store.lines()),
    )
    told = {
        name: value for name, value in entry._asdict().items() if name not in {"listing", "stamp"}
    }
    names = (REQUIRED | {"files/plan.pdf"}) - {RECORD}
    files = {name: f"{name} of {slug} {number}\n".encode() for name in names}
    listed = [{"名称": name, "sha256": sha256_hex(data)} for name, data in files.items()]
    record = {"log": told, "文件": listed}
    files[RECORD] = json.dumps(record, ensure_ascii=False).encode()
    files[LISTING] = make_listing(files)
    files[TOKEN_FILE] = b"token of " + files[LISTING]
    entry = entry._replace(listing=sha256_hex(files[LISTING]), stamp=sha256_hex(files[TOKEN_FILE]))
    return store.append(entry, files)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an archive of two notices with five versions."""
    folder = tmp_path_factory.mktemp("whole")
    store = Store(folder)
    for slug, number in (("a", 1), ("b", 1), ("a", 2), ("b", 2), ("a", 3)):
        add(store, slug, number)
    return folder


@pytest.fixture
def archive(whole: Path, tmp_path: Path) -> Path:
    """Give a copy that a test may spoil."""
    return Path(shutil.copytree(whole, tmp_path / "archive"))


def told(folder: Path, head: str = "") -> set[str]:
    """Return the places that verify names."""
    return {fault.place for fault in verify(folder, head)[1]}


def test_sound(archive: Path) -> None:
    """An archive as it was sealed has no fault, with and without its head."""
    lines, faults = verify(archive)
    assert (len(lines), faults) == (5, ())
    assert verify(archive, head_of(lines))[1] == ()
    # Known from an earlier day: the log has grown since.
    assert verify(archive, lines[2].digest)[1] == ()


def test_empty(tmp_path: Path) -> None:
    """An archive in which nothing was sealed is sound."""
    assert verify(tmp_path) == ((), ())


VERSIONS = ("a/1/", "b/1/", "a/2/", "b/2/", "a/3/")


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", FILES)
def test_every_byte(archive: Path, version: str, name: str) -> None:
    """Any flipped byte of any file of any version is told of that file."""
    path = archive / version / name
    data = path.read_bytes()
    for position in range(0, len(data), max(1, len(data) // 24)):
        path.write_bytes(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
        assert version + name in told(archive), position
    path.write_bytes(data)
    assert told(archive) == set()


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("how", ["deleted", "cut", "grown", "renamed", "emptied", "linked"])
def test_every_file(archive: Path, version: str, name: str, how: str) -> None:
    """A file that is lost, cut, grown, renamed, emptied or made a link is named."""
    path = archive / version / name
    data = path.read_bytes()
    if how == "deleted":
        path.unlink()
    elif how == "renamed":
        path.rename(path.with_name("other.txt"))
    elif how == "linked":
        path.rename(archive.parent / "elsewhere")
        path.symlink_to(archive.parent / "elsewhere")
    else:
        path.write_bytes({"cut": data[:-1], "grown": data + b"\n", "emptied": b""}[how])
    found = told(archive)
    assert version + name in found
    if how == "renamed" and name != LISTING:
        other = path.with_name("other.txt").relative_to(archive).as_posix()
        assert other in found


@pytest.mark.parametrize(
    "place", ["a/1/new.txt", "a/1/files/new.txt", "a/4/index.html", "c/1/x", "new.txt"]
)
def test_something_put_in(archive: Path, place: str) -> None:
    """A file that nobody sealed is named, wherever it is put."""
    path = archive / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"new")
    assert told(archive) == {place}


def _spoil_log(archive: Path, change: Callable[[list[bytes]], list[bytes]]) -> set[str]:
    path = archive / LOG
    rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(change(rows)))
    return told(archive)


@pytest.mark.parametrize("number", range(5))
def test_line_lost(archive: Path, number: int) -> None:
    """A lost line is told: by the line that followed it, and by the folder nobody answers for."""
    found = _spoil_log(archive, lambda rows: rows[:number] + rows[number + 1 :])
    assert any(place.startswith(VERSIONS[number]) for place in found)
    if number < 4:
        assert f"{LOG}:{number + 1}" in found


@pytest.mark.parametrize("number", range(5))
def test_line_doubled(archive: Path, number: int) -> None:
    """A doubled line is told at its place."""
    found = _spoil_log(archive, lambda rows: rows[: number + 1] + rows[number:])
    assert f"{LOG}:{number + 2}" in found


@pytest.mark.parametrize("first", range(5))
@pytest.mark.parametrize("last", range(5))
def test_lines_swapped(archive: Path, first: int, last: int) -> None:
    """Lines that changed places are told at the first of them."""

    def swap(rows: list[bytes]) -> list[bytes]:
        rows[first], rows[last] = rows[last], rows[first]
        return rows

    found = _spoil_log(archive, swap)
    assert (f"{LOG}:{min(first, last) + 1}" in found) == (first != last)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(5))
def test_every_byte_of_a_line(archive: Path, number: int) -> None:
    """Any flipped byte of any line of the log is told, of the last line too."""
    path = archive / LOG
    rows = path.read_bytes().splitlines(keepends=True)
    start = sum(len(row) for row in rows[:number])
    data = path.read_bytes()
    for position in range(start, start + len(rows[number])):
        path.write_bytes(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
        found = told(archive)
        near = {f"{LOG}:{number + 1}", f"{LOG}:{number + 2}", VERSIONS[number] + LISTING}
        assert found & near or any(each.startswith(VERSIONS[number]) for each in found), position


def test_tail_cut_off(archive: Path) -> None:
    """Whoever takes the last version away with its line is found out by the head alone."""
    head = head_of(verify(archive)[0])
    shutil.rmtree(archive / "a/3")
    assert _spoil_log(archive, lambda rows: rows[:-1]) == set()
    faults = verify(archive, head)[1]
    assert [(fault.code, fault.place) for fault in faults] == [("archive.tail", LOG)]


def test_forged_anew(archive: Path) -> None:
    """Even a version forged with a right listing breaks the line that knows its digest."""
    folder = archive / "b/1"
    (folder / "index.html").write_bytes(b"forged")
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LISTING
    }
    (folder / LISTING).write_bytes(make_listing(files))
    assert told(archive) == {"b/1/" + LISTING}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x\n",
        f"{'0' * 64} a\n",
        f"{'0' * 64}  ../a\n",
        f"{'0' * 64}  /a\n",
        f"{'0' * 64}  a",
        f"{'0' * 64}  a\n" * 2,
        "\xff",
    ],
)
def test_listing_of_another_kind(text: str) -> None:
    """What is no listing of ours is not taken for one; an empty one lists nothing."""
    assert read_listing(text.encode("latin-1")) == ({} if text == "" else None)


def test_line_of_another_kind() -> None:
    """A line that says the same in other words is none of ours."""
    digest = "0" * 64
    entry = Entry("a", 1, "2022-03-01T09:00:00+08:00", "r", "n", "t", digest, digest, "", "")
    line = entry_line(entry)
    assert read_lines(line)[0].entry == entry
    for other in (
        line.replace(b": ", b":"),
        b" " + line,
        line.replace(b'"a"', b"1"),
        b"[]\n",
        b"\xff\n",
    ):
        assert read_lines(other)[0].entry is None
