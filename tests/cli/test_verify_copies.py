"""``verify`` of zips and of what is no copy at all: a sentence each."""

import os
import zipfile
from pathlib import Path

import pytest

from disclosure.archive.store import Store
from disclosure.cli.main import main
from tests.archive.test_unpacking import DAMAGED
from tests.archive.test_verify import add


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """Give a zip of an archive, in a folder of its own as file managers make it."""
    add(Store(tmp_path / "archive"), "a", 1)
    with zipfile.ZipFile(tmp_path / "copy.zip", "w", zipfile.ZIP_DEFLATED) as package:
        for path in sorted((tmp_path / "archive").rglob("*")):
            if path.is_file():
                package.write(path, Path("移交") / path.relative_to(tmp_path / "archive"))
    return tmp_path / "copy.zip"


def test_whole(packed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A zip of a folder is verified, and a forged page in it told."""
    assert main(["verify", str(packed)]) == 0
    with zipfile.ZipFile(packed, "a") as package:
        package.writestr("移交/a/1/new.txt", b"new")
    assert main(["verify", str(packed)]) == 1
    assert "a/1/new.txt: 安全性" in capsys.readouterr().out


@pytest.mark.parametrize("how", [each for each in DAMAGED if each != "nul-in-name"])
def test_damaged(packed: Path, how: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A zip that is not as it says ends with status 2 and a sentence that names it."""
    packed.write_bytes(DAMAGED[how][0](packed.read_bytes()))
    assert main(["verify", str(packed)]) == 2
    told = capsys.readouterr()
    assert (told.out, "Traceback" in told.err, "没有做完" in told.err) == ("", False, False)
    assert "copy.zip" in told.err


@pytest.mark.parametrize("name", ["fifo", "file", "empty", "gone", "x" * 300, "loop"])
def test_no_copy(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A FIFO, a file, an empty folder, nothing, a name too long, a circle of links: no archive."""
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert main(["verify", str(tmp_path / name)]) == 2
    told = capsys.readouterr()
    assert "没有归档记录" in told.err
