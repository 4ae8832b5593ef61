"""``pictures`` as a command line."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

from disclosure.pictures.looking import look
from disclosure.pipeline.build import build_site
from tests.cli.test_seal import run
from tests.conftest import NOTICE, Project
from tests.pictures.conftest import PICTURED
from tests.pictures.conftest import pictured as pictured
from tests.pictures.drawn import drawn, noisy, pixels, telling


def corner(data: bytes) -> tuple[int, ...]:
    """Return the colour of the first pixel, roughly."""
    with Image.open(io.BytesIO(data)) as image:
        value = image.convert("RGB").getpixel((2, 2))
    assert isinstance(value, tuple)
    return tuple(round(each / 80) for each in value)


def test_made_ready(project: Project, pictured: Path) -> None:
    """What is told goes without a pixel changing, lying ones stand up, wide ones get copies."""
    told, lying = telling(), telling(turn=3)
    (pictured / "before.jpg").write_bytes(told)
    (pictured / "after.jpg").write_bytes(lying)
    (pictured / "board.png").write_bytes(noisy(700, 20, "PNG"))
    assert not build_site(project.settings).built
    done = run(project, "pictures", "first")
    assert done.returncode == 0, done.stderr
    assert (
        "before.jpg：去掉了 拍摄信息（Exif）、拍摄地点（GPS）、文字注释（COM），画面不变"
        in done.stdout
    )
    assert "after.jpg：重新存成了 24×16 像素" in done.stdout
    assert pixels((pictured / "before.jpg").read_bytes()) == pixels(told)
    # Turned by 180 degrees: what was the last corner is the first.
    upright = (pictured / "after.jpg").read_bytes()
    assert corner(upright) == corner(_turned(lying))
    assert look(upright).anatomy.turn == 1
    (copy,) = pictured.glob("board-480w-*.png")
    assert look(copy.read_bytes()).anatomy.width == 480
    assert build_site(project.settings).built
    before = {path.name: path.read_bytes() for path in pictured.iterdir()}
    again = run(project, "pictures", "first")
    assert again.stdout.count("没有要改的") == 3
    assert {path.name: path.read_bytes() for path in pictured.iterdir()} == before


def _turned(data: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        image.rotate(180).save(out, "PNG")
    return out.getvalue()


def test_large_ones_shrink(project: Project, pictured: Path) -> None:
    """What is too large for a page is drawn smaller, and older copies go."""
    (pictured / "before.jpg").write_bytes(drawn(width=8300, height=40))
    stale = pictured / "before-480w-00000000.jpg"
    stale.write_bytes(b"x")
    other = pictured / "before-480w.jpg"
    other.write_bytes(b"not ours")
    done = run(project, "pictures", "first")
    assert done.returncode == 0, done.stderr
    assert look((pictured / "before.jpg").read_bytes()).anatomy.width == 1920
    assert not stale.exists()
    assert other.read_bytes() == b"not ours"


def test_without_pillow(project: Project, pictured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Pillow what is told goes all the same, and the package is named."""
    told, lying = telling("PNG"), telling(turn=8)
    (pictured / "board.png").write_bytes(told)
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.delitem(sys.modules, "disclosure.editorial.picture_copies", raising=False)
    done = run(project, "pictures", "first")
    assert (done.returncode, done.stderr) == (0, "")
    (pictured / "before.jpg").write_bytes(lying)
    (pictured / "board.png").write_bytes(told)
    done = run(project, "pictures", "first")
    assert done.returncode == 1
    assert "python3 build.py setup pictures" in done.stderr
    assert (pictured / "before.jpg").read_bytes() == lying
    assert look((pictured / "board.png").read_bytes()).anatomy.told == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "请写一篇通报的名字"),
        (("first", "second"), "请写一篇通报的名字"),
        (("second",), "second"),
    ],
)
def test_wrong_names(project: Project, words: tuple[str, ...], told: str) -> None:
    """One notice is named, and it exists."""
    done = run(project, "pictures", *words)
    assert done.returncode == 2
    assert told in done.stderr


def test_notice_of_a_genre(project: Project, pictured: Path) -> None:
    """A notice of a genre, shipped or the unit's own, is read as a build reads it."""
    own = project.content / "genres" / "works.yaml"
    own.parent.mkdir()
    own.write_text("name: 督办事项公示\nabout: 督办事项的办理\n", encoding="utf-8")
    (pictured / "before.jpg").write_bytes(telling())
    for genre in ("其他", "督办事项公示"):
        project.write("first", f"genre: {genre}\n{PICTURED}")
        done = run(project, "pictures", "first")
        assert (done.returncode, done.stderr) == (0, "")
    assert look((pictured / "before.jpg").read_bytes()).anatomy.told == ()


def test_nothing_to_do(project: Project) -> None:
    """A notice without pictures is said to have none; a broken one is left alone."""
    assert run(project, "pictures", "first").stdout == "这篇通报的正文里没有图片\n"
    project.write("first", NOTICE + "nothing: x\n")
    done = run(project, "pictures", "first")
    assert done.returncode == 1
    assert "first.yaml 里有错误" in done.stderr


@pytest.mark.parametrize("data", [b"", b"GIF89a", drawn()[:-20], drawn("PNG")])
def test_damaged(project: Project, pictured: Path, data: bytes) -> None:
    """What is no picture, or not the one that its name says, is told and left alone."""
    (pictured / "before.jpg").write_bytes(data)
    done = run(project, "pictures", "first")
    assert done.returncode == 1
    assert "“before.jpg”" in done.stderr
    assert (pictured / "before.jpg").read_bytes() == data
