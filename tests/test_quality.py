"""The house rules that machines can check."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.cli.docs import generated_files
from tests.conftest import ROOT

PROGRAM = sorted((ROOT / "disclosure").rglob("*.py"))
SCRIPTS = Path(sys.executable).parent


def run(*command: str) -> tuple[int, str]:
    """Run a tool of the test environment in the checkout."""
    result = subprocess.run(
        [str(SCRIPTS / command[0]), *command[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("mypy",), marks=pytest.mark.slow),
        ("ruff", "check", "--quiet"),
        ("ruff", "format", "--check", "--quiet"),
        ("lint-imports",),
    ],
    ids=" ".join,
)
def test_tool_is_content(command: tuple[str, ...]) -> None:
    """Types, style, format and layers are clean."""
    status, said = run(*command)
    assert status == 0, said


def test_modules_are_small() -> None:
    """No module has more than 300 lines."""
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in PROGRAM}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_safe_filter_is_banned() -> None:
    """No template switches escaping off."""
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape", text), path


def test_generated_documents_are_current() -> None:
    """Schemas and field tables are what ``build.py docs`` would write."""
    for path, text in generated_files(ROOT).items():
        assert path.read_text(encoding="utf-8") == text, path


def test_readmes_name_every_option() -> None:
    """Every option of the command line stands in both READMEs."""
    told = subprocess.run(
        [sys.executable, "-P", "-m", "disclosure", "--help"],
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    options = set(re.findall(r"--[a-z]+", told)) - {"--help", "--version"}
    assert len(options) >= 6
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert {option for option in options if option not in text} == set(), name


def test_nothing_private_is_committed() -> None:
    """No tracked file holds a path of this machine or the address of a package registry."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    registries = ("pypi" + ".org", "registry." + "npmjs", "pythonhosted" + ".org")
    for name in filter(None, listed.stdout.split("\0")):
        text = (ROOT / name).read_bytes().decode("utf-8", "replace")
        assert not any(registry in text for registry in registries), name
        assert "/work/" + "main" not in text, name
        assert "/ro" + "ot/" not in text, name
