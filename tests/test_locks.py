"""Locks: one at a time, also where the file system has none, and beside what they guard."""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.locks import exclusive
from disclosure.pipeline.build import build_site
from disclosure.project.lock_places import sealing_lock, signing_lock, site_lock
from tests.conftest import ROOT, Project
from tests.small_disks import make_read_only, small_disk

# A program whose file system answers as many network shares do.
WITHOUT = """
import errno, fcntl, sys, time
def flock(descriptor, how):
    raise OSError(errno.{name}, "x")
fcntl.flock = flock
"""


@pytest.fixture(params=["ENOLCK", "EOPNOTSUPP", "ENOSYS", "EINVAL"])
def without_locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the system answer as a file system without locks does."""

    def flock(descriptor: int, how: int) -> None:
        raise OSError(getattr(errno, request.param), "no locks here")

    monkeypatch.setattr(fcntl, "flock", flock)
    return str(request.param)


def test_lock(tmp_path: Path) -> None:
    """Of two that want one lock the second is told at once; afterwards it is free again."""
    lock = tmp_path / "lock"
    with exclusive(lock):
        with pytest.raises(OutputError) as caught, exclusive(lock):
            pass
        assert caught.value.code == "output.busy"
    with exclusive(lock):
        pass


def test_file_in_place_of_a_lock(tmp_path: Path, without_locks: str) -> None:
    """Without locks a file keeps the second out, names the first, and is gone afterwards."""
    lock, told = tmp_path / ".x.lock", []
    with exclusive(lock, notify=lambda: told.append(1)) as held:
        owner = json.loads((tmp_path / ".x.lock.held").read_bytes())
        assert (owner["pid"], held(), told) == (os.getpid(), True, [1])
        with pytest.raises(OutputError) as caught, exclusive(lock):
            pass
        assert caught.value.code == "output.held"
        assert caught.value.params["path"].endswith(".x.lock.held")
        assert held()
    assert [path.name for path in tmp_path.iterdir()] == [".x.lock"]


def test_dead_owner_is_replaced(tmp_path: Path) -> None:
    """The file of a process that was killed does not lock for ever; its number may even be taken."""
    lock = tmp_path / ".x.lock"
    code = WITHOUT.format(name="ENOLCK") + (
        "from pathlib import Path\nfrom disclosure.locks import exclusive\n"
        "with exclusive(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(600)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(lock)],
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    with pytest.raises(OutputError, match="held"), exclusive(lock):
        pass  # here the file system has locks; the other's file counts all the same
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with exclusive(lock) as held:
        assert held()
    left = tmp_path / ".x.lock.held"
    assert not left.exists()
    with exclusive(lock):
        pass


@pytest.mark.parametrize(
    "owner",
    [
        {"machine": "another", "pid": 1, "by": "li", "since": "2022-01-01"},
        {"machine": None}, [], 5, "garbage\x1b[2J", {}, {"pid": "x"}, "[" * 100_000,
    ],
    ids=lambda owner: str(owner)[:20],
)  # fmt: skip
def test_unknown_owner_is_believed(tmp_path: Path, owner: object, without_locks: str) -> None:
    """A file of another machine, or that cannot be read, is never taken away; the sentence names it."""
    held = tmp_path / ".x.lock.held"
    text = owner if isinstance(owner, str) else json.dumps(owner)
    held.write_text(text, encoding="utf-8")
    with pytest.raises(OutputError) as caught, exclusive(tmp_path / ".x.lock"):
        pass
    assert caught.value.code == "output.held"
    assert held.read_text("utf-8") == text


def test_number_of_a_dead_process_taken_by_another(tmp_path: Path, without_locks: str) -> None:
    """A living process with the number of the dead owner does not keep the lock."""
    lock = tmp_path / ".x.lock"
    with exclusive(lock):
        owner = json.loads((tmp_path / ".x.lock.held").read_bytes())
    if not owner["began"]:
        pytest.skip("the system does not tell when a process began")
    owner["began"] = "an earlier boot 5"
    (tmp_path / ".x.lock.held").write_text(json.dumps(owner), encoding="utf-8")
    with exclusive(lock) as held:
        assert held()


@pytest.mark.parametrize("kind", ["link", "dangling link", "fifo", "folder"])
def test_lock_that_is_no_file(tmp_path: Path, kind: str) -> None:
    """A lock's file that is something else is refused, and nothing is made behind a link."""
    lock, elsewhere = tmp_path / "x.lock", tmp_path / "elsewhere"
    if kind == "link":
        elsewhere.write_bytes(b"mine")
        lock.symlink_to(elsewhere)
    elif kind == "dangling link":
        lock.symlink_to(elsewhere)
    elif kind == "fifo":
        os.mkfifo(lock)
    else:
        lock.mkdir()
    with pytest.raises(OutputError), exclusive(lock):
        pass
    assert not elsewhere.exists() or elsewhere.read_bytes() == b"mine"


@pytest.mark.parametrize("what", ["site", "archive", "sign-offs"])
def test_two_program_folders(project: Project, what: str) -> None:
    """Two program folders, each with its cache, exclude each other over one site and one content."""
    first, second = (
        project.settings._replace(root=project.root / name, cache=project.root / name / ".cache")
        for name in ("one", "two")
    )
    locks = {
        "site": site_lock,
        "archive": sealing_lock,
        "sign-offs": lambda settings: signing_lock(settings, "first"),
    }
    with locks[what](first), pytest.raises(OutputError) as caught, locks[what](second):
        pass
    assert caught.value.code in {"output.busy", "archive.busy"}
    with locks[what](second):
        pass


@pytest.mark.parametrize("options", ["size=100k,ro", "size=16k,nr_inodes=1"])
def test_cache_without_room(project: Project, options: str) -> None:
    """A cache that is read-only, or has no inodes left, costs time and no build."""
    with small_disk(project.settings.cache, options):
        assert build_site(project.settings).built
        assert build_site(project.settings).built
        again = subprocess.run(
            [sys.executable, "-P", "-m", "disclosure", "check", "--content", str(project.content)],
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
            capture_output=True,
            check=False,
        )
        assert b"Traceback" not in again.stderr


def test_read_only_content(project: Project) -> None:
    """Where nobody can write nothing is guarded: an archive on a read-only medium can be read."""
    folder = project.root / "disk"
    with small_disk(folder, "size=100k"):
        make_read_only(folder)
        with sealing_lock(project.settings._replace(content=folder)):
            pass
        with exclusive(folder / "x.lock") as held:
            assert held()


def test_told_on_stderr(
    project: Project, without_locks: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build without locks says what it does instead, in the language asked for."""
    assert build_site(project.settings).built
    told = capsys.readouterr().err
    assert ".site.lock.held" in told
    assert "不支持锁" in told
