"""Names from journals, listings and zips: only those that stay inside are believed."""

import os
from pathlib import Path

import pytest

from disclosure.plain_paths import below, is_plain, is_regular_file

PLAIN = ("a", "a/b", "notices/一/index.html", "a..b", "...", ".dot", "a b")
HOSTILE = (
    *("", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b", "a/../../b"),
    *("C:", "C:a", "a/C:b", "a:b", "\\\\server\\a", "a\\..\\b", "a\0b", "a\nb", "\ud842"),
    *("x" * 256, "a/" + "字" * 86),
)


@pytest.mark.parametrize("name", PLAIN)
def test_plain(name: str, tmp_path: Path) -> None:
    """A name that stays below its root is taken."""
    assert is_plain(name)
    assert below(tmp_path, name) == tmp_path / name


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_hostile(name: str, tmp_path: Path) -> None:
    """A name that leads out, on any system, is none."""
    assert not is_plain(name)
    assert below(tmp_path, name) is None


def test_links_lead_elsewhere(tmp_path: Path) -> None:
    """Below a folder that is a link nothing is ours; a FIFO or a link is no file."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    os.mkfifo(tmp_path / "fifo")
    assert below(tmp_path, "link/file") is None
    assert is_regular_file(tmp_path / "real" / "file")
    for name in ("link", "real", "fifo", "gone"):
        assert not is_regular_file(tmp_path / name)
