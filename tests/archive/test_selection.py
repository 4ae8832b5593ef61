"""What cannot be carried to every system, or would lead out of the archive, is not handed over."""

from pathlib import Path

import pytest

from disclosure.archive.log import Entry
from disclosure.archive.selection import Version, select
from disclosure.archive.store import Store
from disclosure.errors import OutputError
from tests.archive.test_verify import add


def entries(store: Store) -> tuple[Entry, ...]:
    """Return every line of the log."""
    return tuple(line.entry for line in store.lines() if line.entry)


@pytest.mark.parametrize(
    "name",
    [
        "a:b",
        "a\\b",
        "~root",
        "CON",
        "nul.txt",
        "com1.pdf",
        "end.",
        "end ",
        "what?",
        "a\x07b",
        "a|b",
    ],
)
def test_unsafe_name(tmp_path: Path, name: str) -> None:
    """A name that other systems take for a place of theirs, or cannot write, is refused."""
    store = Store(tmp_path)
    add(store, "a", 1)
    (tmp_path / "a/1/files" / name).write_bytes(b"x")
    with pytest.raises(OutputError) as caught:
        select(store, entries(store))
    assert (caught.value.code, caught.value.params["path"]) == ("export.name", f"a/1/files/{name}")


@pytest.mark.parametrize("other", ["Plan.PDF", "\uff50lan.pdf"])
def test_names_that_differ_little(tmp_path: Path, other: str) -> None:
    """Names that differ by case only are refused; full-width letters are other letters."""
    store = Store(tmp_path)
    add(store, "a", 1)
    (tmp_path / "a/1/files" / other).write_bytes(b"x")
    if other.isascii():
        with pytest.raises(OutputError, match=r"export\.same_name"):
            select(store, entries(store))
    else:
        assert len(select(store, entries(store)).items) == 16


def test_names_of_two_normal_forms(tmp_path: Path) -> None:
    """Names that differ only in how an accent is written are refused."""
    store = Store(tmp_path)
    add(store, "a", 1)
    for name in ("caf\u00e9", "cafe\u0301"):
        (tmp_path / "a/1/files" / name).write_bytes(b"x")
    with pytest.raises(OutputError, match=r"export\.same_name"):
        select(store, entries(store))


@pytest.mark.parametrize("slug", ["../out", "/etc", "a/../../out", ".."])
def test_way_out(tmp_path: Path, slug: str) -> None:
    """A log that leads out of the archive is refused before anything is read."""
    store = Store(tmp_path / "archive")
    add(store, "a", 1)
    led = entries(store)[0]._replace(slug=slug)
    with pytest.raises(OutputError, match=r"export\.name"):
        select(store, (led,))


@pytest.mark.parametrize("time", ["", "yesterday", "2022-13-01T00:00:00+08:00"])
def test_time(tmp_path: Path, time: str) -> None:
    """A time that is none is said, not guessed."""
    store = Store(tmp_path)
    add(store, "a", 1)
    with pytest.raises(OutputError, match=r"export\.time"):
        select(store, (entries(store)[0]._replace(sealed=time),))


def test_changed_after_verification(tmp_path: Path) -> None:
    """A file that is not the listed one when it is read is not handed over."""
    store = Store(tmp_path)
    add(store, "a", 1)
    selection = select(store, entries(store))
    (tmp_path / "a/1/ledger.csv").write_bytes(b"x")
    with pytest.raises(OutputError, match=r"export\.changed"):
        selection.versions[0].items["ledger.csv"].read()


def test_field_of_the_record(tmp_path: Path) -> None:
    """Fields come as one line each; a list is joined, and what is not there is empty."""
    store = Store(tmp_path)
    add(store, "a", 1)
    record = {"关键词": ["巡察", "整改"], "题名": "一\n二", "版本号": 3}
    version = Version(entries(store)[0], record, {})
    assert [version.field(name) for name in ("关键词", "题名", "版本号", "无")] == [
        "巡察；整改", "一 二", "3", "",
    ]  # fmt: skip
