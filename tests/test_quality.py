"""The house rules that machines can check."""

import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.cli.arguments import COMMANDS
from tests.conftest import ROOT
from tests.imports import circles, import_graph
from tests.required import program

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


def lengths() -> dict[str, int]:
    """Return the lines of every module, by its path."""
    return {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in PROGRAM
    }


def is_rule(name: str) -> bool:
    """Say whether a path is that of a rule, which are one a file: checks/<family>/<rule>.py."""
    parts = name.split("/")
    return parts[:2] == ["disclosure", "checks"] and len(parts) == 4 and parts[2] != "reading"


def test_modules_are_small() -> None:
    """No module has more than 300 lines."""
    every = lengths()
    assert len(every) == len(PROGRAM) > 300
    assert {name: length for name, length in every.items() if length > 300} == {}


def test_small_modules_say_why() -> None:
    """A module under 25 lines is a rule, a command, a package, or says why it stands apart."""
    small = [name for name, length in lengths().items() if length < 25 and not is_rule(name)]
    commands = {f"disclosure/cli/{name}.py" for name in COMMANDS}
    unsaid = [
        name
        for name in small
        if not name.endswith("/__init__.py")
        and name not in commands
        and not re.search(r"^Apart: .{20,}\.$", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    ]
    assert unsaid == []


def test_modules_are_no_fragments() -> None:
    """The middle length of modules, rules and packages aside, is between 70 and 150 lines."""
    usual = [
        length
        for name, length in lengths().items()
        if not is_rule(name) and not name.endswith("/__init__.py")
    ]
    assert len(usual) > 200
    assert 70 <= statistics.median(usual) <= 150


def test_no_import_circles() -> None:
    """No module imports itself over others, imports inside functions counted."""
    graph = import_graph(ROOT / "disclosure")
    assert len(graph) == len(PROGRAM)
    assert sum(map(len, graph.values())) > 1000
    assert circles(graph) == []


def test_import_circles_are_noticed(tmp_path: Path) -> None:
    """A circle of three, closed by a deferred import, is found, so the silence means something."""
    package = tmp_path / "disclosure"
    (package / "b").mkdir(parents=True)
    texts = {
        "__init__": "",
        "a": "from disclosure.b import c",
        "b/__init__": "",
        "b/c": "import disclosure.d",
        "d": "def f():\n    from disclosure.a import x",
        "e": "from disclosure import a",
    }
    for name, text in texts.items():
        (package / f"{name}.py").write_text(text, encoding="utf-8")
    assert circles(import_graph(package)) == [["disclosure.a", "disclosure.b.c", "disclosure.d"]]


def test_safe_filter_is_banned() -> None:
    """No template switches escaping off."""
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape", text), path


def test_generated_documents_are_current(documents: dict[Path, str]) -> None:
    """Schemas and field tables are what ``build.py docs`` would write."""
    for path, text in documents.items():
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
        [program("git"), "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    registries = ("pypi" + ".org", "registry." + "npmjs", "pythonhosted" + ".org")
    for name in filter(None, listed.stdout.split("\0")):
        text = (ROOT / name).read_bytes().decode("utf-8", "replace")
        assert not any(registry in text for registry in registries), name
        assert "/work/" + "main" not in text, name
        assert "/ro" + "ot/" not in text, name
