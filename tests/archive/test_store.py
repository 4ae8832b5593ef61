"""Versions are added whole or not at all, whatever happens in between."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from disclosure.archive.log import head_of
from disclosure.archive.store import LOG, Store
from disclosure.archive.verify import verify
from disclosure.errors import OutputError
from tests.archive.test_verify import add
from tests.conftest import ROOT

ROUNDS = 200
SEALER = """
import sys
from pathlib import Path
from disclosure.archive.store import Store
from tests.archive.test_verify import add
store = Store(Path(sys.argv[1]))
store.recover()
print("ready", flush=True)
number = len(store.versions("a"))
while True:
    number += 1
    add(store, "a", number)
"""


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """After kill -9 at 200 random moments the archive is at an old or a new state, and sound."""
    chance = random.Random(1)
    script = tmp_path / "sealer.py"
    script.write_text(SEALER, encoding="utf-8")
    folder = tmp_path / "archive"
    store, kept = Store(folder), 0
    for _ in range(ROUNDS):
        process = subprocess.Popen(
            [sys.executable, str(script), str(folder)],
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(chance.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        store.recover()
        lines, faults = verify(folder)
        assert faults == ()
        assert len(lines) >= kept
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
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount a small disk")
    try:
        store = Store(folder)
        with pytest.raises(OutputError, match="full"):
            fill(store)
        before = store.lines()
        assert len(before) >= 1
        store.recover()
        assert verify(folder) == (before, ())
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_wrong_chain_is_refused(tmp_path: Path) -> None:
    """A line that does not follow the log, or a version that is there, is not added."""
    store = Store(tmp_path)
    add(store, "a", 1)
    head = head_of(store.lines())
    with pytest.raises(OutputError):
        add(store, "a", 1)
    assert head_of(store.lines()) == head
    assert verify(tmp_path)[1] == ()
