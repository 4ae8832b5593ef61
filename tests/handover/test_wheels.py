"""What pip is asked for."""

import re
from pathlib import Path

import pytest

from disclosure.errors import OutputError, UsageError
from disclosure.handover.wheels import (
    Target,
    _for_target,
    _options,
    check_target,
    extras_in,
    fetch_wheels,
    installed_extras,
)
from tests.conftest import ROOT

LOCKS = ROOT / "requirements"
HERE = Target((), ())
WINDOWS = Target(("win_amd64",), ("3.11", "3.13"))


@pytest.mark.parametrize("name", ["core", *extras_in(LOCKS)])
def test_no_marker_of_this_machine(tmp_path: Path, name: str) -> None:
    """For another machine no marker is left, no package and no hash is lost."""
    lock = LOCKS / f"{name}.lock"
    text = lock.read_text("utf-8")
    other = _for_target(lock, WINDOWS, tmp_path / "other.lock").read_text("utf-8")
    assert " ; " in text
    assert " ; " not in other
    for pattern in (r"^[a-z0-9_.-]+==[^ ]+", r"--hash=sha256:[0-9a-f]{64}", r"\\$"):
        found = [re.findall(pattern, each, re.MULTILINE) for each in (text, other)]
        assert found[0] == found[1] != []
    assert _for_target(lock, HERE, tmp_path / "here.lock") == lock


def test_options() -> None:
    """Pip is run once for each Python; for this machine it is told nothing."""
    assert list(_options(HERE)) == [()]
    assert list(_options(WINDOWS)) == [
        ("--platform", "win_amd64", "--python-version", "3.11"),
        ("--platform", "win_amd64", "--python-version", "3.13"),
    ]
    newer = list(_options(Target((), ("3.13",))))
    assert newer == [("--python-version", "3.13")]


@pytest.mark.parametrize(
    "target",
    [Target((name,), ()) for name in ("", "Win", "--index-url", "win amd64", "a/b")]
    + [Target((), (python,)) for python in ("", "3", "2.7", "3.10", "3.11.2", "3.x", "4.1")],
)
def test_impossible_target(target: Target) -> None:
    """What is no platform and no Python of ours never gets to pip."""
    with pytest.raises(UsageError):
        check_target(target)


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.20"])
def test_possible_target(python: str) -> None:
    """Pythons from the oldest that build.py takes, and platforms as wheels name them."""
    check_target(Target(("win_amd64", "manylinux2014_aarch64"), (python,)))


def test_installed_extras(tmp_path: Path) -> None:
    """What was added is known by build.py's stamps; tests and peers are no extras."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements").mkdir()
    for name in ("core", "dev", "peers", "pdf", "sftp", "s3"):
        (tmp_path / "requirements" / f"{name}.lock").touch()
    for name in ("core", "dev", "sftp"):
        (tmp_path / ".venv" / f"{name}.installed").touch()
    assert installed_extras(tmp_path) == ("sftp",)
    assert extras_in(tmp_path / "requirements") == ("pdf", "s3", "sftp")


def test_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pip finds nothing, the message names the lock file and the log of what pip said."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    log = tmp_path / "log"
    with pytest.raises(OutputError) as caught:
        fetch_wheels([LOCKS / "core.lock"], HERE, tmp_path / "wheels", log)
    assert (caught.value.code, caught.value.params["name"]) == ("bundle.download", "core.lock")
    assert b"No matching distribution" in log.read_bytes()
