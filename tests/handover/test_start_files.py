"""The files to double-click."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from disclosure.handover.start_files import RUNNABLE, START_FILES
from tests.conftest import ROOT


@pytest.mark.parametrize("name", sorted(START_FILES))
def test_checkout_has_them(name: str) -> None:
    """At the top of the checkout they are what a bundle has, and can be run."""
    assert (ROOT / name).read_bytes() == START_FILES[name]
    assert os.access(ROOT / name, os.X_OK) is name.endswith(RUNNABLE)


@pytest.mark.parametrize("status", [0, 1])
@pytest.mark.parametrize("name", ["start.command", "start.sh"])
def test_preview_opens_whatever_the_build_says(name: str, status: int, tmp_path: Path) -> None:
    """From any folder the project beside the file is built and served, faulty or not."""
    folder = tmp_path / "通报 一"
    folder.mkdir()
    shutil.copy(ROOT / name, folder)
    log = folder / "log"
    (folder / "build.py").write_text(
        "import sys\n"
        f"open({str(log)!r}, 'a').write(' '.join(sys.argv[1:]) + '\\n')\n"
        f"sys.exit({status} if not sys.argv[1:] else 0)\n",
        "utf-8",
    )
    assert subprocess.run([folder / name], cwd=tmp_path, check=False).returncode == 0
    assert log.read_text("utf-8") == "\nserve --open\n"


def test_windows_lines() -> None:
    """Every line of the batch file ends as Windows wants it, and git keeps that."""
    data = START_FILES["start.bat"]
    assert data.count(b"\n") == data.count(b"\r\n") > 5
    assert data.isascii()
    assert "start.bat text eol=crlf" in (ROOT / ".gitattributes").read_text("utf-8")
