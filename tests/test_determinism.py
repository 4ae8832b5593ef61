"""The same content gives the same bytes on any machine, at any time."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

Tree = Callable[[Path], dict[str, bytes]]


def build(folder: Path, **environment: str) -> None:
    """Build a copy of the real content in ``folder`` in a process of its own."""
    shutil.copytree(ROOT / "content", folder / "content")
    command = [
        sys.executable, "-P", "-m", "disclosure", "--content", str(folder / "content"),
        "--output", str(folder / "site"),
    ]  # fmt: skip
    full = dict(os.environ, PYTHONPATH=str(ROOT)) | environment
    subprocess.run(command, env=full, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def test_trees_are_identical(tmp_path: Path, tree: Tree) -> None:
    """Time zone, locale, folder, hash seed and file order leave no trace in the site."""
    here, there = tmp_path / "here", tmp_path / "elsewhere" / "深"
    build(here, TZ="Asia/Shanghai", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    build(there, TZ="America/New_York", LC_ALL="C", PYTHONHASHSEED="4242", LANG="zh_CN.GBK")
    assert tree(here / "site") == tree(there / "site")
