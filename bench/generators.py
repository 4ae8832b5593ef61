"""Generators to be timed beside each other, each with the same notices and what it does to them."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from corpus import write_corpus

ROOT = Path(__file__).resolve().parents[1]
Task = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Generator:
    """One program with a corpus of its own.

    Attributes:
        name: as the table calls it.
        command: a whole build.
        output: what it builds.
        cache: what it knows of its last build, beside its output.
        one: the source of one notice.
        template: the template of every notice.

    """

    name: str
    command: tuple[str, ...]
    output: Path
    cache: tuple[Path, ...]
    one: Path
    template: Path

    def forget(self) -> None:
        """Delete what was built, and what is known of it."""
        for folder in (self.output, *self.cache):
            shutil.rmtree(folder, ignore_errors=True)

    def change_nothing(self) -> None:
        """Leave everything as it is."""

    def change_one(self) -> None:
        """Add a character to one notice."""
        _change(self.one, "干部", "干部 ")

    def change_template(self) -> None:
        """Add a space to the template of every notice."""
        _change(self.template, "</main>", " </main>")


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise RuntimeError(f"{path} has no {old}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class _Places(NamedTuple):
    """Where generators come from and go; see ``make_generators``."""

    shared: Path
    hugo: str
    work: Path
    fast: Path


def make_generators(shared: Path, hugo: str, work: Path, fast: Path, count: int) -> list[Generator]:
    """Make the corpus and return Hugo on the same work, Hugo on the page alone, and ourselves.

    Args:
        shared: the folder with the corpus' generator and Hugo's layouts.
        hugo: the program, not a script around it.
        work: for sources.
        fast: for what is built.
        count: of notices.

    """
    source = work / "corpus"
    generator = [sys.executable, str(shared / "make_corpus.py"), "--out", str(source)]
    subprocess.run([*generator, "-n", str(count), "--form", "json,hugo"], check=True)
    places = _Places(shared, hugo, work, fast)
    made = [
        _hugo("Hugo, same work", "hugo-same", "_partials/notice.html", places),
        _hugo("Hugo, page alone", "hugo", "notices/page.html", places),
    ]
    write_corpus(source / "json", work / "content", count)
    return [*made, *(_ours(places, jobs) for jobs in (1, 2))]


def _hugo(name: str, folder: str, template: str, places: _Places) -> Generator:
    root, output = places.work / folder, places.fast / folder
    shutil.copytree(places.shared / folder, root)
    for path in (root, *root.rglob("*")):
        path.chmod(0o755)
    shutil.copytree(places.work / "corpus" / "hugo" / "content", root / "content")
    for each in ("styles", "scripts"):
        shutil.copytree(ROOT / "templates" / each, root / "assets" / each)
    shutil.copy(ROOT / "templates" / "icon.svg", root / "assets")
    command = (places.hugo, "--source", str(root), "--destination", str(output))
    return Generator(
        name,
        (*command, "--quiet", "--noBuildLock"),
        output,
        (root / "resources",),
        root / "content" / "notices" / "notice-00001.md",
        root / "layouts" / template,
    )


def _ours(places: _Places, jobs: int) -> Generator:
    # A folder each, for a change is made to both.
    root, output = places.work / f"ours-{jobs}", places.fast / f"ours-{jobs}"
    shutil.copytree(places.work / "content", root / "content")
    shutil.copytree(ROOT / "templates", root / "templates")
    command = (sys.executable, str(ROOT / "build.py"), "--jobs", str(jobs))
    sources = ("--content", str(root / "content"), "--templates", str(root / "templates"))
    return Generator(
        f"Disclosure, {jobs} process{'es' if jobs > 1 else ''}",
        (*command, *sources, "--output", str(output)),
        output,
        # Not the whole cache: it also holds what is known of the other's site.
        (ROOT / ".cache" / "templates",),
        root / "content" / "notices" / "notice-00001.yaml",
        root / "templates" / "notice.html",
    )
