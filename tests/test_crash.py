"""What nobody foresaw: a file with the traceback, a sentence for the user, status 1."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.cli.logs import PrintedLog
from disclosure.crash import record_crash
from tests.conftest import ROOT, Project


def crash(kind: type[BaseException], cache: Path, language: str = "zh") -> str:
    """Raise, record, and return the sentence."""
    try:
        raise kind("half\udcff")
    except kind as error:
        return record_crash(error, cache, "0.1", language)


@pytest.mark.parametrize("kind", [MemoryError, RecursionError, ValueError, KeyError, OSError])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_recorded(tmp_path: Path, kind: type[BaseException], language: str) -> None:
    """The file holds the traceback, and the sentence names it."""
    told = crash(kind, tmp_path / "cache", language)
    (path,) = (tmp_path / "cache").iterdir()
    assert path.as_posix() in told
    assert "Traceback" not in told
    assert f"{kind.__name__}: half\\udcff" in path.read_text("utf-8") or kind is KeyError
    assert path.stat().st_mode & 0o077 == 0


def test_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder for temporary files is next; where neither can be written that is said."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert (tmp_path / "crash-").as_posix() in crash(ValueError, tmp_path / "file" / "cache")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    assert "写不下来" in crash(ValueError, tmp_path / "file" / "cache")


SCRIPTS = {
    "depth": "sys.setrecursionlimit(len(inspect.stack()) + 45)",
    "memory": "size = int(open('/proc/self/statm').read().split()[0]) * 4096 + (6 << 20)\n"
    "resource.setrlimit(resource.RLIMIT_AS, (size, size))",
    "files": "resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))",
}


@pytest.mark.parametrize("what", SCRIPTS)
def test_starved(project: Project, what: str) -> None:
    """A process short of depth, memory or files ends in a sentence, never in a traceback."""
    script = project.root / "starved.py"
    script.write_text(
        "import inspect, resource, sys\n"
        "from disclosure.cli.main import main\n"
        f"{SCRIPTS[what]}\n"
        f"sys.exit(main(['check', '--content', {str(project.content)!r}]))\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "没有做完" in done.stderr


def test_output_that_takes_nothing(project: Project) -> None:
    """Where the output cannot be written, that is told, with status 1 and without a traceback."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "disclosure", "check", "--content", str(project.content)],
            env=dict(os.environ, PYTHONPATH=str(ROOT), PYTHONUTF8="1"),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 1
    assert "没有做完" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_logged_by_libraries(tmp_path: Path) -> None:
    """What a library logs with a traceback goes into files, a few of them; the rest is a line."""
    lines: list[str] = []
    logger = logging.Logger("tornado.application")
    logger.addHandler(PrintedLog(tmp_path, "zh", lines.append))
    for number in range(30):
        try:
            raise ValueError(number)
        except ValueError:
            logger.exception("Uncaught exception GET /\x1b[2J")
    logger.warning("malformed\n%s", "\x1b[2J")
    logger.info("nothing")
    assert len(lines) == 21
    assert lines[-1] == "malformed\\n\\u001b[2J"
    assert len(list(tmp_path.iterdir())) == 20
    assert not any("Traceback" in line for line in lines)
