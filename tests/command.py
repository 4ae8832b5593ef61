"""The command line within a test's own process: what a process would see, without starting one.

A start of Python and its imports costs a second; a whole process is started only where a test is
about one (``whole``): its start, its streams, its death.
"""

import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from disclosure.cli.main import main
from tests.conftest import ROOT

Done = subprocess.CompletedProcess[str]
PATH = "/usr/bin:/bin"


def command(*arguments: str, cwd: Path, environment: Mapping[str, str]) -> Done:
    """Do what a command line asks for.

    Args:
        arguments: without the program's name.
        cwd: the current folder meanwhile.
        environment: all that the program sees of the environment.

    Returns:
        Status, output and messages, as a process would give them.

    """
    out, aside = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with _as_in_a_process(cwd, environment, out, aside):
        try:
            status = main(arguments)
        except SystemExit as leaving:  # --help and --version
            status = int(leaving.code or 0)
    return Done(arguments, status, _text_of(out), _text_of(aside))


def whole(*arguments: str, cwd: Path, environment: Mapping[str, str]) -> Done:
    """Do it in a process of its own, as a user does; arguments and result as of ``command``."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "disclosure", *arguments],
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@contextmanager
def _as_in_a_process(
    cwd: Path, environment: Mapping[str, str], out: io.TextIOWrapper, aside: io.TextIOWrapper
) -> Iterator[None]:
    kept = dict(os.environ), Path.cwd(), sys.stdout, sys.stderr
    _put_environment(environment)
    os.chdir(cwd)
    sys.stdout, sys.stderr = out, aside
    try:
        yield
    finally:
        before, folder, sys.stdout, sys.stderr = kept
        os.chdir(folder)
        _put_environment(before)


def _put_environment(environment: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)


def _text_of(stream: io.TextIOWrapper) -> str:
    stream.flush()
    binary = stream.detach()
    assert isinstance(binary, io.BytesIO)
    return binary.getvalue().decode("utf-8")
