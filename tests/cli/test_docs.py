"""Generated documents, where not all of them are there."""

import shutil
from pathlib import Path

from disclosure.cli.docs import generated_files
from tests.conftest import ROOT


def test_bundle_has_no_docs(tmp_path: Path, documents: dict[Path, str]) -> None:
    """In a folder without docs/, as a bundle is, the other documents are still generated."""
    for name in ("README.md", "README.zh-CN.md", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "disclosure").symlink_to(ROOT / "disclosure")
    names = {path.relative_to(tmp_path).as_posix() for path in generated_files(tmp_path)}
    whole = {path.relative_to(ROOT).as_posix() for path in documents}
    assert whole - names == {"docs/architecture.md"}
    assert names - whole == set()
