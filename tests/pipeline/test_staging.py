"""The move into the site: interrupted anywhere, it ends whole."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.locks import exclusive
from disclosure.pipeline.build import build_site
from disclosure.pipeline.journal import recover, site_digests
from disclosure.pipeline.staging import STAGING, Staging
from disclosure.pipeline.written import read_written
from tests.conftest import NOTICE, Project
from tests.killing import killed, measured
from tests.required import program
from tests.small_disks import make_read_only, small_disk

Tree = Callable[[Path], dict[str, bytes]]


def record_of(output: Path) -> Path:
    """Return where it is noted what was written into ``output``."""
    return output.parent / "record.written"


def stage(output: Path, files: dict[str, str]) -> Staging:
    """Offer ``files`` to a new staging."""
    staging = Staging(output, record_of(output))
    for url, text in files.items():
        assert staging.accept(staging.area.put(url, text.encode()), "test")
    return staging


OLD = {
    "assets/a.css": "old",
    "notices/a/1.html": "old",
    "index.html": "old",
    "archive/1.html": "old",
    "archive/gone.html": "old",
}
NEW = {
    "assets/b.css": "new",
    "notices/a/1.html": "new",
    "notices/b/1.html": "new",
    "notices/b/c/2.html": "new",
    "index.html": "new",
    "archive/1.html": "old",
    "archive/2.html": "new",
}


def test_nothing_moves_before_commit(tmp_path: Path, tree: Tree) -> None:
    """Offered files lie aside until commit, and discard leaves no trace."""
    output = tmp_path / "site"
    stage(output, OLD).commit()
    before = tree(output)
    staging = stage(output, NEW)
    visible = {k: v for k, v in tree(output).items() if not k.startswith(STAGING)}
    assert visible == before
    staging.discard()
    assert tree(output) == before


def test_same_place_twice_is_told(tmp_path: Path) -> None:
    """Two sources for one place: the second offer is refused."""
    staging = stage(tmp_path / "site", OLD)
    assert not staging.accept(staging.area.put("index.html", b"other"), "second")


@pytest.mark.parametrize("steps", range(10))
def test_interrupted_move_is_completed(
    tmp_path: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    """Stopped after any number of moves and deletions, the next start completes the rest."""
    output = tmp_path / "site"
    stage(output, OLD).commit()
    staging = stage(output, NEW)
    allowed = iter(range(steps))
    real_replace, real_unlink = Path.replace, Path.unlink

    def replace(self: Path, target: Path) -> Path:
        if target.suffix not in {".json", ".written"} and next(allowed, None) is None:
            raise OSError(5, "Input/output error")
        return real_replace(self, target)

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if next(allowed, None) is None:
            raise OSError(5, "Input/output error")
        real_unlink(self, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        patch.setattr(Path, "unlink", unlink)
        with suppress(OutputError):  # with enough steps it is not interrupted at all
            staging.commit()
    recover(output, read_written(record_of(output)))
    found = {name: data.decode() for name, data in tree(output).items()}
    found.pop("sha256sum.txt")
    assert found == NEW


def test_half_written_journal_is_no_journal(tmp_path: Path, tree: Tree) -> None:
    """A journal that is not whole never moves anything; what was staged is removed."""
    output = tmp_path / "site"
    stage(output, OLD).commit()
    before = tree(output)
    stage(output, NEW)
    (output / STAGING / "journal.json").write_text('{"replace": ["index.ht', encoding="utf-8")
    assert not recover(output)
    assert tree(output) == before


def test_foreign_file_in_the_way(project: Project, tree: Tree) -> None:
    """A file that is not ours is neither replaced nor deleted: the build stops and names it."""
    project.output.mkdir()
    (project.output / "index.html").write_text("mine", encoding="utf-8")
    (project.output / "other.txt").write_text("mine", encoding="utf-8")
    before = tree(project.output)
    with pytest.raises(OutputError) as caught:
        build_site(project.settings)
    assert caught.value.code == "output.foreign"
    assert caught.value.params["path"].endswith("site/index.html")
    assert tree(project.output) == before


def test_symbolic_link_is_not_followed(project: Project, tmp_path: Path) -> None:
    """A link in place of a folder of the site must not lead the build elsewhere."""
    outside = tmp_path / "outside"
    outside.mkdir()
    project.output.mkdir()
    (project.output / "notices").symlink_to(outside)
    with pytest.raises(OutputError) as caught:
        build_site(project.settings)
    assert caught.value.code == "output.foreign"
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("place", ["notices", "notices/first"])
def test_file_in_place_of_a_folder(tmp_path: Path, place: str) -> None:
    """A file that stands where the site has a folder is named, also for what is deep below it."""
    output = tmp_path / "site"
    area = Staging(output, record_of(output)).area
    (output / place).parent.mkdir(parents=True)
    (output / place).write_text("mine", encoding="utf-8")
    for url in ("notices/first/index.html", "notices/first/big/index.html"):
        with pytest.raises(OutputError) as caught:
            area.put(url, b"new")
        assert caught.value.code == "output.foreign"
        assert caught.value.params["path"] == (output / place).as_posix()
    assert not (output / STAGING).exists()


def test_tampered_listing_deletes_nothing_outside(project: Project, tmp_path: Path) -> None:
    """A listing that names places outside the site is not believed."""
    build_site(project.settings)
    victim = tmp_path / "victim.txt"
    victim.write_text("safe", encoding="utf-8")
    listing = project.output / "sha256sum.txt"
    rows = f"{'0' * 64}  ../victim.txt\n{'0' * 64}  /etc/passwd\n"
    listing.write_text(listing.read_text(encoding="utf-8") + rows, encoding="utf-8")
    assert "../victim.txt" not in site_digests(project.output)
    build_site(project.settings)
    assert victim.read_text(encoding="utf-8") == "safe"


def test_listing_agrees_with_sha256sum(project: Project) -> None:
    """The listing is checked by the ordinary tool."""
    build_site(project.settings)
    command = [program("sha256sum"), "--check", "--strict", "--quiet", "sha256sum.txt"]
    assert subprocess.run(command, cwd=project.output, check=False).returncode == 0


def test_second_build_at_once_is_told(project: Project) -> None:
    """While one build holds the lock, another says so and changes nothing."""
    build_site(project.settings)
    (lock,) = project.root.glob(".site.lock")
    with exclusive(lock), pytest.raises(OutputError) as caught:
        build_site(project.settings)
    assert caught.value.code == "output.busy"


@pytest.fixture(name="small_disk")
def a_small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a file system of 300 kB."""
    with small_disk(tmp_path / "disk", "size=300k") as folder:
        yield folder


def test_full_disk_keeps_the_old_site(project: Project, small_disk: Path, tree: Tree) -> None:
    """When the disk is full the message says so and the site is untouched."""
    project.output = small_disk / "site"
    build_site(project.settings)
    before = tree(project.output)
    for number in range(5):
        project.write(f"more-{number}", NOTICE)
    with pytest.raises(OutputError) as caught:
        build_site(project.settings)
    assert caught.value.code == "output.full"
    assert tree(project.output) == before


def test_read_only_site(project: Project, small_disk: Path, tree: Tree) -> None:
    """On a read-only site an unchanged build is fine and a changed one is refused."""
    project.output = small_disk / "site"
    build_site(project.settings)
    before = tree(project.output)
    make_read_only(small_disk)
    assert build_site(project.settings).written == 0
    project.write("second", NOTICE)
    with pytest.raises(OutputError) as caught:
        build_site(project.settings)
    assert caught.value.code == "output.read_only"
    assert tree(project.output) == before


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a POSIX signal")
def test_killed_builds_end_whole(project: Project, tree: Tree) -> None:
    """Killed at random moments, every file is old or new, and the next build is a clean one."""
    for number in range(12):
        project.write(f"n-{number}", NOTICE)
    settings = project.settings._replace(jobs=1)
    seconds = measured(lambda: build_site(settings))
    chance = random.Random(2022)
    for last_version in range(12):
        old = tree(project.output)
        for number in range(12):
            project.write(f"n-{number}", NOTICE.replace("现将", f"第{last_version}次将"))
        killed(lambda _: build_site(settings), 1.2 * seconds, chance)
        torn = tree(project.output)
        build_site(project.settings)
        new = tree(project.output)
        for name, data in torn.items():
            if not name.startswith(STAGING):
                assert data in {old.get(name), new.get(name)}, name
        assert site_digests(project.output).keys() | {"sha256sum.txt"} == new.keys()


def test_pages_of_a_removed_notice_go_in_one_step(project: Project) -> None:
    """At no moment of a removal does a page of the notice stand without the others it links to."""
    project.write("second", NOTICE)
    build_site(project.settings)
    (project.content / "notices" / "second.yaml").unlink()
    folder = project.output / "notices" / "second"
    before = sorted(path.name for path in folder.rglob("*"))
    seen: list[list[str]] = []

    def note(event: str, _: tuple[object, ...]) -> None:
        if watching and event in {"os.remove", "os.rename", "os.rmdir"}:
            seen.append(sorted(path.name for path in folder.rglob("*")))

    watching = True
    sys.addaudithook(note)
    result = build_site(project.settings)
    watching = False
    assert result.deleted == len([name for name in before if "." in name])
    assert before in seen
    assert [] in seen
    assert all(each in (before, []) for each in seen)
    assert not folder.exists()


def test_foreign_file_beside_a_removed_notice(project: Project) -> None:
    """What somebody put into the folder of a notice stays when the notice goes."""
    project.write("second", NOTICE)
    build_site(project.settings)
    (project.content / "notices" / "second.yaml").unlink()
    foreign = project.output / "notices" / "second" / "scan.pdf"
    foreign.write_bytes(b"foreign")
    build_site(project.settings)
    assert [path.name for path in foreign.parent.iterdir()] == ["scan.pdf"]
