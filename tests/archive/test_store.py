"""Versions are added whole or not at all, whatever happens in between."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.archive.log import Entry, entry_line, head_of
from disclosure.archive.store import LOG, Store
from disclosure.archive.verify import verify
from disclosure.errors import OutputError
from disclosure.files import remove_tree
from tests.archive.test_verify import add
from tests.small_disks import small_disk

ROUNDS = 60


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no fork")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """After kill -9 at random moments the archive is at an old or a new state, and sound."""
    chance = random.Random(1)
    folder = tmp_path / "archive"
    store, kept = Store(folder), 0
    began = time.monotonic()
    add(store, "a", 1)
    once = time.monotonic() - began  # a sync may take long on a machine at work
    for _ in range(ROUNDS):
        child = os.fork()
        if child == 0:
            try:
                for number in range(len(store.versions("a")) + 1, 1000):
                    add(store, "a", number)
            finally:
                os._exit(1)
        time.sleep(chance.random() * 3 * once)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        store.recover()
        lines, faults = verify(folder)
        assert faults == ()
        assert len(lines) >= kept
        if len(lines) == kept:
            once *= 1.05  # the machine is busier now, or the archive larger
        kept = len(lines)
        assert {path.name for path in folder.iterdir()} <= {LOG, "a"}
    assert kept > ROUNDS // 4


def fill(store: Store) -> None:
    """Add versions until there is no room."""
    for number in range(1, 10):
        add(store, "a", number)


def test_full_disk(tmp_path: Path) -> None:
    """When the disk is full, the archive is as it was and the message says so."""
    folder = tmp_path / "disk"
    with small_disk(folder, "size=60k"):
        store = Store(folder)
        with pytest.raises(OutputError, match="full"):
            fill(store)
        before = store.lines()
        assert len(before) >= 1
        store.recover()
        assert verify(folder) == (before, ())


def test_wrong_chain_is_refused(tmp_path: Path) -> None:
    """A line that does not follow the log, or a version that is there, is not added."""
    store = Store(tmp_path)
    add(store, "a", 1)
    head = head_of(store.lines())
    with pytest.raises(OutputError):
        add(store, "a", 1)
    assert head_of(store.lines()) == head
    assert verify(tmp_path)[1] == ()


def interrupted(folder: Path) -> Store:
    """Leave an archive as it is between journal and move: version 2 is staged and journalled."""
    store = Store(folder)
    add(store, "a", 1)
    log = (folder / LOG).read_bytes()
    add(store, "a", 2)
    (folder / LOG).rename(folder / f"{LOG}.new")
    (folder / LOG).write_bytes(log)
    (folder / ".sealing" / "a").mkdir(parents=True)
    (folder / "a" / "2").rename(folder / ".sealing" / "a" / "2")
    return store


def test_own_journal_is_carried_out(tmp_path: Path) -> None:
    """What was journalled by a seal that was killed is completed."""
    store = interrupted(tmp_path / "archive")
    assert store.recover()
    assert len(store.lines()) == 2
    assert verify(store.folder)[1] == ()


def _last(store: Store) -> Entry:
    entry = store.lines()[-1].entry
    assert entry is not None
    return entry


def spoil(store: Store, how: str) -> None:
    """Make the journal one that no seal writes."""
    journal, staged = store.folder / f"{LOG}.new", store.folder / ".sealing" / "a" / "2"
    outside = store.folder.parent / "outside"
    outside.mkdir()
    (outside / "sha256sum.txt").write_bytes(b"x")
    one, two = journal.read_bytes().splitlines(keepends=True)
    skipped = _last(store)._replace(number=2, previous="0" * 64)
    texts = {
        "shorter": b"",
        "other history": one.replace(b"2022", b"2021") + two,
        "two lines": one + two + two,
        "upward": one + two.replace(b'"slug": "a"', b'"slug": "../outside"'),
        "skipped chain": one + entry_line(skipped),
    }
    if how in PLANTED:
        PLANTED[how](store, journal, staged, outside)
    else:
        journal.write_bytes(texts.get(how, how.encode()))


def _link(place: Path, elsewhere: Path) -> None:
    """Put a link in place of what stands there, which moves elsewhere if nothing stands there."""
    if elsewhere.exists():
        remove_tree(place)
    else:
        place.rename(elsewhere)
    place.symlink_to(elsewhere)


def _fifo(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


def _occupy(place: Path) -> None:
    place.mkdir()
    (place / "mine.txt").write_bytes(b"mine")


Plant = Callable[[Store, Path, Path, Path], object]
PLANTED: dict[str, Plant] = {
    "not the listing": lambda _, __, staged, ___: (staged / "sha256sum.txt").write_bytes(b"x"),
    "nothing there": lambda _, __, staged, ___: remove_tree(staged),
    "staged link": lambda _, __, staged, outside: _link(staged, outside),
    "link in it": lambda _, __, staged, outside: _link(
        staged / "notice.json", outside / "sha256sum.txt"
    ),
    "staging link": lambda store, _, __, outside: _link(store.folder / ".sealing", outside / "s"),
    "slug link": lambda store, _, __, outside: _link(store.folder / "a", outside),
    "occupied": lambda store, _, __, ___: _occupy(store.folder / "a" / "2"),
    "link for the journal": lambda _, journal, __, outside: _link(journal, outside / "journal"),
    "fifo": lambda _, journal, __, ___: _fifo(journal),
}


@pytest.mark.parametrize(
    "how",
    ["shorter", "other history", "two lines", "upward", "skipped chain", "not the listing",
     "nothing there", "staged link", "link in it", "staging link", "slug link", "occupied",
     "link for the journal", "fifo", "garbage", "[" * 100_000, "\n", '{"slug": "a"}\n'],
    ids=lambda how: how[:20],
)  # fmt: skip
def test_planted_journal(tmp_path: Path, how: str) -> None:
    """A journal that is not the log with one line more, of what lies there, changes nothing and is gone."""
    store = interrupted(tmp_path / "archive")
    log = (store.folder / LOG).read_bytes()
    spoil(store, how)
    before = {path: path.read_bytes() for path in tmp_path.rglob("outside/*") if path.is_file()}
    with pytest.raises(OutputError) as caught:
        store.recover()
    assert caught.value.code == "archive.journal"
    assert (store.folder / LOG).read_bytes() == log
    assert {path: path.read_bytes() for path in before} == before
    assert not store.unfinished
    assert not store.recover()
    assert not (store.folder / "a" / "2").exists() or how == "occupied"


@pytest.mark.parametrize("kind", ["link", "fifo"])
def test_log_that_is_no_file(tmp_path: Path, kind: str) -> None:
    """A log that is a link or a FIFO is named, and not read."""
    store = Store(tmp_path / "archive")
    add(store, "a", 1)
    log = store.folder / LOG
    log.rename(tmp_path / "moved")
    if kind == "link":
        log.symlink_to(tmp_path / "moved")
    else:
        os.mkfifo(log)
    with pytest.raises(OutputError) as caught:
        store.lines()
    assert caught.value.code == "archive.unreadable"
