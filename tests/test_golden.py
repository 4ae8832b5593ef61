"""Whole builds, kept as files to be read: ``tests/golden/<case>/``.

``content/`` is built; the site must be ``expected/`` byte for byte (digests in the names of
assets aside) and the program must say ``console.txt``. ``DISCLOSURE_REBASE=1`` writes both
anew: look at what changed before you commit it.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

CASES = sorted((ROOT / "tests" / "golden").iterdir())
Tree = Callable[[Path], dict[str, bytes]]
# Styles and scripts have tests of their own, and change without changing what a page says.
_ASSET = re.compile(rb"(assets/[a-z]+\.)[0-9a-f]{12}\.")
_LEFT_OUT = ("assets/", "sha256sum.txt")


def steady(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files without assets, and with their digests replaced."""
    return {
        name: _ASSET.sub(rb"\1digest.", data)
        for name, data in files.items()
        if not name.startswith(_LEFT_OUT)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_build_is_as_kept(case: Path, tmp_path: Path, tree: Tree) -> None:
    """Every file of the site and every word on the console is as it was kept."""
    shutil.copytree(case / "content", tmp_path / "content")
    command = [
        sys.executable, "-P", "-m", "disclosure", "--content", "content", "--output", "site",
    ]  # fmt: skip
    result = subprocess.run(
        command,
        cwd=tmp_path,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = (result.stdout + result.stderr).replace(tmp_path.as_posix(), "PROJECT")
    built = steady(tree(tmp_path / "site"))
    expected, console = case / "expected", case / "console.txt"
    if os.environ.get("DISCLOSURE_REBASE"):
        shutil.rmtree(expected, ignore_errors=True)
        for name, data in built.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_bytes(data)
        console.write_text(said, encoding="utf-8")
    assert said == console.read_text(encoding="utf-8")
    kept = tree(expected)
    assert built.keys() == kept.keys()
    for name, data in built.items():
        assert data.decode("utf-8", "replace") == kept[name].decode("utf-8", "replace"), name
