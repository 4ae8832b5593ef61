"""A picture that cannot be read: build and command say why, each in a sentence of its own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.messages import say
from disclosure.pictures.told import in_words
from disclosure.pipeline.build import build_site
from disclosure.report.text import sentence
from tests.cli.test_seal import run
from tests.conftest import Project


def _linked(path: Path) -> None:
    outside = path.parents[3] / "outside.jpg"
    path.rename(outside)
    path.symlink_to(outside)


def _lost(path: Path) -> None:
    path.unlink()
    path.symlink_to("gone.jpg")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _case(path: Path) -> None:
    path.rename(path.with_name("Before.JPG"))


UNREAD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "absent": ("picture.absent", Path.unlink),
    "folder": ("picture.is_folder", _folder),
    "pipe": ("picture.kind", _pipe),
    "link out": ("picture.link", _linked),
    "link to nothing": ("picture.link", _lost),
    "case": ("picture.case", _case),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", UNREAD)
def test_why(project: Project, pictured: Path, name: str, language: str) -> None:
    """The build, at the line that names it, and the command say the same."""
    code, spoil = UNREAD[name]
    spoil(pictured / "before.jpg")
    (found,) = build_site(project.settings).diagnostics
    assert found.code == code
    assert found.excerpt[found.column - 1 :].startswith("before.jpg")
    folder = project.settings.display_path(pictured).as_posix()
    values = {"file": "before.jpg", "folder": folder, "found": "Before.JPG"}
    assert sentence(found, language) == say(code, language, values)
    done = run(project, "pictures", "first", "--lang", language)
    assert done.returncode == 1
    # The command runs elsewhere, so that it names the whole folder.
    assert say(code, language, values | {"folder": pictured.as_posix()}) in done.stderr


def test_too_large_for_the_command(project: Project, pictured: Path) -> None:
    """What is larger than is read of an original is told by its size."""
    with (pictured / "before.jpg").open("wb") as large:
        large.truncate(64 * 1024 * 1024 + 1)
    done = run(project, "pictures", "first")
    assert done.returncode == 1
    assert say("picture.file_large", "zh", {"file": "before.jpg", "limit": "64"}) in done.stderr


@pytest.mark.parametrize(
    ("name", "behind", "told"),
    [
        ("before.jpg", b"\0", "（画面之外多余的内容）"),
        ("board.png", b"film", "（画面之外多余的内容）"),
    ],
)
def test_told_in_chinese(
    project: Project, pictured: Path, name: str, behind: bytes, told: str
) -> None:
    """What hangs behind a picture's end is told in words, not by a name of ours."""
    path = pictured / name
    path.write_bytes(path.read_bytes() + behind)
    (found,) = build_site(project.settings).diagnostics
    assert found.code == "picture.told"
    assert told in sentence(found, "zh")
    assert "+" not in sentence(found, "zh")


def test_unknown_parts_have_their_name() -> None:
    """A part that nobody knows is told as another, with its name."""
    assert in_words(("prVt", "GPS")) == "其他附加信息（prVt）、拍摄地点（GPS）"
