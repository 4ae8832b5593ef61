"""A picture that must not go out stops the build, in words that tell which and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.diagnostics import Level
from disclosure.editorial.check import check_project
from disclosure.errors import OutputError
from disclosure.handover.deliver import make_delivery
from disclosure.pictures.copies import copies_of
from disclosure.pipeline.build import build_site
from disclosure.project.belongings import belongings_of
from disclosure.report.formats import render_report
from tests.conftest import Project
from tests.pictures.drawn import drawn, noisy, telling

_LYING = telling(turn=6)
WRONG: dict[str, tuple[str, Callable[[Path], object]]] = {
    "absent": ("picture.absent", Path.unlink),
    "svg": ("picture.format", lambda path: path.write_text("<svg onload='alert(1)'/>")),
    "text": ("picture.unknown", lambda path: path.write_bytes(b"hello")),
    "empty": ("picture.unknown", lambda path: path.write_bytes(b"")),
    "cut off": ("picture.damaged", lambda path: path.write_bytes(drawn()[:-9])),
    "png by another name": ("picture.name", lambda path: path.write_bytes(drawn("PNG"))),
    "told": ("picture.told", lambda path: path.write_bytes(telling())),
    "lying": ("picture.turned", lambda path: path.write_bytes(_LYING)),
    "long": ("picture.large", lambda path: path.write_bytes(drawn(width=8200, height=8))),
    "bomb": ("picture.large", lambda path: path.write_bytes(drawn(width=4100, height=4000))),
    "heavy": ("picture.large", lambda path: path.write_bytes(noisy(1200, 1200, quality=100))),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_refused(project: Project, pictured: Path, name: str) -> None:
    """Check, build and delivery refuse it, at the line that names it."""
    code, spoil = WRONG[name]
    spoil(pictured / "before.jpg")
    checking = check_project(project.settings)
    checked = next(iter(checking.notices))
    (found,) = (each for each in checked.diagnostics if each.level is Level.ERROR)
    assert found.code == code
    assert "before.jpg" in found.excerpt
    assert found.excerpt[found.column - 1 :].startswith("before.jpg")
    for language in ("zh", "en"):
        (said, *_) = render_report([found], "text", language)
        assert "before.jpg" in said
        assert "{" not in said.partition("\n")[0]
    assert checked.digest == ""
    assert not build_site(project.settings).built
    assert not project.output.exists()
    assert checking.context is not None
    with pytest.raises(OutputError) as caught:
        make_delivery(checked, checking.context)
    assert caught.value.code == code


def test_sound_ones(project: Project, pictured: Path) -> None:
    """Sound pictures stand on the site, byte by byte, and nothing is said of them."""
    assert pictured.is_dir()
    result = build_site(project.settings)
    assert result.built
    assert not [each for each in result.diagnostics if each.code.startswith("picture")]
    for name in ("before.jpg", "after.jpg", "board.png"):
        published = project.output / "notices/first/files" / name
        assert published.read_bytes() == (pictured / name).read_bytes()


def test_copies_that_come_later(project: Project, pictured: Path) -> None:
    """A copy that comes after the build is noticed by the next, and so is one that goes."""
    original = drawn(width=600)
    (pictured / "before.jpg").write_bytes(original)
    assert build_site(project.settings).built
    page = project.output / "notices/first/index.html"
    assert b"srcset" not in page.read_bytes()
    (copy,) = copies_of("before.jpg", original, 600)
    (pictured / copy.name).write_bytes(drawn(width=480))
    assert build_site(project.settings).built
    srcset = f'srcset="files/{copy.name} 480w, files/before.jpg 600w"'
    assert srcset.encode() in page.read_bytes()
    assert (project.output / "notices/first/files" / copy.name).is_file()
    (pictured / copy.name).unlink()
    assert build_site(project.settings).built
    assert b"srcset" not in page.read_bytes()
    assert not (project.output / "notices/first/files" / copy.name).exists()


def test_copies_of_another_picture(project: Project, pictured: Path) -> None:
    """A copy of a picture that has been replaced since is left out."""
    (copy,) = copies_of("before.jpg", drawn(width=600), 600)
    (pictured / "before.jpg").write_bytes(drawn(width=601))
    (pictured / copy.name).write_bytes(drawn(width=480))
    assert build_site(project.settings).built
    assert not (project.output / "notices/first/files" / copy.name).exists()


@pytest.mark.parametrize("copy", [telling(), drawn("PNG"), b"", drawn(width=600), _LYING])
def test_unsound_copy(project: Project, pictured: Path, copy: bytes) -> None:
    """A copy is looked at as strictly as a picture."""
    original = drawn(width=600)
    (pictured / "before.jpg").write_bytes(original)
    (pictured / copies_of("before.jpg", original, 600)[0].name).write_bytes(copy)
    result = build_site(project.settings)
    assert "picture.copy" in [each.code for each in result.diagnostics]
    assert not result.built


def test_budget(project: Project, pictured: Path) -> None:
    """What a telephone would load is counted, and a heavy page is told."""
    for name in ("before.jpg", "after.jpg"):
        (pictured / name).write_bytes(noisy(900, 700, quality=90))
    result = build_site(project.settings)
    assert result.built
    said = [each.code for each in result.diagnostics if each.code.startswith("picture")]
    assert sorted(said) == ["picture.budget", "picture.no_copies", "picture.no_copies"]


def test_bundle_takes_them(project: Project, pictured: Path) -> None:
    """Pictures and their copies go along in a bundle; what lies beside them does not."""
    original = drawn(width=600)
    (pictured / "before.jpg").write_bytes(original)
    (copy,) = copies_of("before.jpg", original, 600)
    (pictured / copy.name).write_bytes(drawn(width=480))
    (pictured / "original.jpg").write_bytes(telling())
    files = belongings_of(project.settings).files
    own = {name.rpartition("/")[2] for name in files if "notices/first/" in name}
    assert own == {"before.jpg", copy.name, "after.jpg", "board.png"}
