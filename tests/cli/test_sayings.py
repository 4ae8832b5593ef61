"""Every sentence of ``new`` and ``pictures``, said by the command itself, in both languages."""

import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.messages.catalogues import CATALOGUES
from tests.cli.test_seal import run
from tests.conftest import NOTICE, Project
from tests.pictures.conftest import PICTURED
from tests.pictures.conftest import pictured as pictured
from tests.pictures.drawn import drawn, noisy, telling

Prepare = Callable[[Project, Path], object]


def untouched(project: Project, folder: Path) -> None:
    """Leave notice and pictures as they are."""


def write(name: str, data: bytes) -> Prepare:
    """Put a picture there."""
    return lambda _, folder: (folder / name).write_bytes(data)


def own_genre(text: str) -> Prepare:
    """Give the unit a genre of its own."""

    def prepare(project: Project, _: Path) -> None:
        path = project.content / "genres" / "own.yaml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")

    return prepare


def boundless() -> bytes:
    """Return a PNG that says it has more pixels than are ever unpacked."""
    data = drawn("PNG")
    head = b"IHDR" + struct.pack(">II", 10_000, 9_000) + data[24:29]
    return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]


NEW, PICTURES = ("new", "其他", "second"), ("pictures", "first")
# By code: the command line, what comes before it, and the values of the sentence.
SAID: dict[str, tuple[tuple[str, ...], Prepare, dict[str, str]]] = {
    "new.usage": (("new", "其他"), untouched, {}),
    "new.exists": (("new", "其他", "first"), untouched, {"path": r"\S+/notices/first\.yaml"}),
    "new.genre_files": (NEW, own_genre("name: 督办公示\n"), {}),
    "new.starter": (
        ("new", "督办公示", "second"),
        own_genre("name: 督办公示\nabout: 督办\nstarter: |\n  titel: 甲\n"),
        {"genre": "督办公示"},
    ),
    "new.written": (
        NEW,
        untouched,
        {"path": r"\S+/second\.yaml", "genre": "其他", "slug": "second"},
    ),
    "new.listed": (
        ("new", "--list"),
        own_genre("name: 督办公示\nabout: 督办事项\n"),
        {"name": "督办公示", "key": "own", "about": "督办事项"},
    ),
    "pictures.which": (("pictures",), untouched, {}),
    "pictures.unreadable": (
        PICTURES,
        lambda project, _: project.write("first", PICTURED + "nothing: x\n"),
        {"path": r"\S+/first\.yaml"},
    ),
    "pictures.none": (PICTURES, lambda project, _: project.write("first", NOTICE), {}),
    "pictures.too_large": (PICTURES, write("board.png", boundless()), {"file": r"board\.png"}),
    "pictures.bare": (
        PICTURES,
        write("board.png", telling("PNG")),
        {"file": r"board\.png", "told": "文字注释（tEXt）、拍摄信息（Exif）、拍摄地点（GPS）"},
    ),
    "pictures.remade": (
        PICTURES,
        write("after.jpg", telling(turn=3)),
        {"file": r"after\.jpg", "width": "24", "height": "16", "size": r"\d+"},
    ),
    "pictures.kept": (PICTURES, untouched, {"file": r"before\.jpg"}),
    "pictures.copies": (
        PICTURES,
        write("board.png", noisy(700, 20, "PNG")),
        {"file": r"board\.png", "copies": r"board-480w-[0-9a-f]{8}\.png"},
    ),
    "pictures.done": (PICTURES, write("board.png", telling("PNG")), {"count": "3"}),
    "pictures.copied": (PICTURES, write("board.png", noisy(700, 20, "PNG")), {"count": "3"}),
    "pictures.ready": (PICTURES, untouched, {"count": "3"}),
}


@pytest.mark.parametrize("language", sorted(CATALOGUES))
@pytest.mark.parametrize("code", SAID)
def test_said(project: Project, pictured: Path, code: str, language: str) -> None:
    """The command says the whole sentence, with its values, in the language asked for."""
    words, prepare, values = SAID[code]
    prepare(project, pictured)
    done = run(project, *words, "--lang", language)
    sentence = re.escape(CATALOGUES[language][code])
    for name, value in values.items():
        sentence = sentence.replace(re.escape(f"{{{name}}}"), value)
    lines = (done.stdout + done.stderr).splitlines()
    # A usage error has the program's name before it.
    assert any(re.search(sentence + "$", line) for line in lines), (sentence, lines)


def test_every_sentence_is_tried() -> None:
    """No sentence of the two commands is without a case here."""
    codes = {code for code in CATALOGUES["zh"] if code.startswith(("new.", "pictures."))}
    assert codes == SAID.keys()


@pytest.mark.parametrize("code", ["pictures.copied", "pictures.ready"])
def test_originals_are_as_they_were(project: Project, pictured: Path, code: str) -> None:
    """Where only copies were made, or nothing, no picture has other bytes than before."""
    SAID[code][1](project, pictured)
    before = {path.name: path.read_bytes() for path in pictured.iterdir()}
    run(project, *PICTURES)
    after = {path.name: path.read_bytes() for path in pictured.iterdir()}
    assert {name: after[name] for name in before} == before
    assert (len(after) > len(before)) is (code == "pictures.copied")
