"""What the documents for developers point at is there."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from tests.conftest import ROOT

DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
# A place in the program, named from the top or from the package.
_PLACE = re.compile(r"`((?:[a-z_]+/)+(?:[a-z_]+\.(?:py|md|css|html))?)`")
# Folders that users have and the program makes.
_MADE = {"content", "site", "list", "releases", "wheels"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    """Every link to a file of the project leads to one."""
    text = re.sub(r"`[^`]*`", "", path.read_text(encoding="utf-8"))
    links = [link for link in _LINK.findall(text) if ":" not in link]
    assert [link for link in links if not (path.parent / unquote(link)).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_places_are_there(path: Path) -> None:
    """A folder or module that a document names by its path is there."""
    if path.name == "CHANGELOG.md":
        return  # tells what was
    named = set(_PLACE.findall(path.read_text(encoding="utf-8")))
    named = {place for place in named if place.partition("/")[0] not in _MADE}
    roots = (ROOT, ROOT / "disclosure")
    assert [
        place for place in sorted(named) if not any((root / place).exists() for root in roots)
    ] == []


def test_decisions_are_listed() -> None:
    """Records are numbered without a gap, have their three parts and stand in the list."""
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        number, title = re.match(r"# (\d+)\. (.+)\n", text).groups()  # type: ignore[union-attr]
        assert int(number) == int(path.name[:4])
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
        ], path.name
        assert f"| {number} | [{title}]({path.name}) |" in listed


def test_hooks_are_local() -> None:
    """Hooks fetch nothing, and the forge runs what every machine can run."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [each["repo"] for each in hooks["repos"]] == ["local"]
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["run"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == [".ci/run"]
