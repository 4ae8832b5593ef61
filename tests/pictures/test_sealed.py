"""Pictures are signed, sealed, verified, rebuilt, compared and published like attachments."""

import json
from pathlib import Path

import pytest

from disclosure.archive.verify import verify
from disclosure.model.publishing import PublishTarget
from disclosure.page_texts import page_texts
from disclosure.pipeline.build import build_site
from disclosure.project.sealed_archive import store_of
from disclosure.project.versions import compare_versions, sealed_text
from disclosure.versioning.rebuild import rebuild
from tests.cli.test_seal import edit, run, sealed
from tests.conftest import Project
from tests.pictures.conftest import PICTURED
from tests.pictures.drawn import drawn
from tests.publish.scenario import Office
from tests.versioning.sealer import seal_signed, sign_and_seal, sign_off


def test_life(project: Project, pictured: Path) -> None:
    """A picture is in the digest, in the version and on its page; another one is a difference."""
    settings = project.settings
    sign_and_seal(settings, "first", "首次公布")
    version = project.content / "archive/first/1"
    listed = json.loads((version / "notice.json").read_text("utf-8"))["attached_sha256"]
    assert set(listed) == {"before.jpg", "after.jpg", "board.png"}
    assert (version / "files/board.png").read_bytes() == (pictured / "board.png").read_bytes()
    assert (version / "index.html").read_text("utf-8").count('src="data:image/') == 3
    store = store_of(settings)
    assert rebuild(store, store.versions("first")[0], settings).different == ()
    (pictured / "after.jpg").write_bytes(drawn(width=18, height=24))
    (version.parent.parent.parent / "reviews/first.yaml").unlink()
    sign_off(settings, "first")
    seal_signed(settings, "first", "换了图片", "更正")
    one, two = (sealed_text(store, each) for each in store.versions("first"))
    (told,) = compare_versions(one, two).structure
    assert (told.kind, told.what) == (page_texts().document.changes.picture, "整改后")
    assert "after.jpg" in told.before
    assert told.before != told.after
    assert build_site(settings).built
    assert verify(project.content / "archive")[1] == ()
    page = (project.output / "archive/first/1...2/index.html").read_text("utf-8")
    assert "图片" in page
    (version / "files/before.jpg").write_bytes(drawn(width=20))
    assert verify(project.content / "archive")[1] != ()


def test_swapped_after_signing(project: Project, pictured: Path) -> None:
    """Another picture, or another text about it, voids the sign-offs."""
    assert sealed(project, 1).is_dir()
    (pictured / "board.png").write_bytes(drawn("PNG", width=26))
    assert "审签" in run(project, "seal", "first", "--note", "换图").stderr
    (pictured / "board.png").write_bytes(drawn("PNG"))
    edit(project, "alt: 新的公示栏", "alt: 旧的公示栏")
    assert "审签" in run(project, "seal", "first", "--note", "换字").stderr


@pytest.mark.parametrize("form", ["bag"])
def test_export(project: Project, pictured: Path, tmp_path: Path, form: str) -> None:
    """A bag holds the pictures of the version."""
    sealed(project, 1)
    done = run(project, "export", "first", f"--{form}", "--to", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    (found,) = (tmp_path / "out").rglob("board.png")
    assert found.read_bytes() == (pictured / "board.png").read_bytes()


def test_published_before_the_page(project: Project, pictured: Path) -> None:
    """No reader meets a page whose pictures are not there yet."""
    assert pictured.is_dir()
    web = project.root / "web"
    target = PublishTarget.model_validate({"name": "web", "url": f"file://{web}"})
    written = Office(project, target).publish().written
    page = written.index("notices/first/index.html")
    pictures = [at for at, place in enumerate(written) if "/files/" in place]
    assert len(pictures) == 3
    assert max(pictures) < min(page, written.index("notices/first/big/index.html"))


def test_comparison_of_words(project: Project, pictured: Path) -> None:
    """Another caption of the same picture is a difference, with both captions."""
    assert pictured.is_dir()
    settings = project.settings
    sign_and_seal(settings, "first", "首次公布")
    project.write("first", PICTURED.replace("caption: 整改后", "caption: 整改以后"))
    (project.content / "reviews/first.yaml").unlink()
    sign_and_seal(settings, "first", "改了图题", "更正")
    store = store_of(settings)
    one, two = (sealed_text(store, each) for each in store.versions("first"))
    (told,) = compare_versions(one, two).structure
    assert told.kind == page_texts().document.changes.picture
    assert told.before.startswith("整改后：after.jpg（SHA-256 ")
    assert told.after.startswith("整改以后：after.jpg（SHA-256 ")
