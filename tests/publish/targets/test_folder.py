"""A folder as a target."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.publish.target import Target, TargetError
from disclosure.publish.targets.folder import FolderTarget
from tests.publish.targets.contract import links_and_switches, parametrize_contract
from tests.small_disks import small_disk


@parametrize_contract()
def test_contract(tmp_path: Path, part: Callable[[Target], None]) -> None:
    """A folder does all that is asked of a target."""
    part(FolderTarget(tmp_path / "web"))


def test_releases(tmp_path: Path) -> None:
    """A folder can switch releases."""
    links_and_switches(FolderTarget(tmp_path / "web"))


def test_full_disk(tmp_path: Path) -> None:
    """A full disk is said, and the old file is still there."""
    with small_disk(tmp_path, "size=64k"):
        target = FolderTarget(tmp_path)
        target.write("index.html", b"old")
        with pytest.raises(TargetError) as caught:
            target.write("index.html", b"x" * 100_000)
        assert caught.value.code == "target.full"
        assert target.read("index.html") == b"old"
        assert list(target.places()) == ["index.html"]


def test_file_in_the_way(tmp_path: Path) -> None:
    """A file where a folder should be is said."""
    (tmp_path / "notices").write_bytes(b"x")
    with pytest.raises(TargetError) as caught:
        FolderTarget(tmp_path).write("notices/a/index.html", b"x")
    assert caught.value.code == "target.failed"
