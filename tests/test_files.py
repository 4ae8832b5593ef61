"""Writing where others may have put something first: nothing is written or deleted through it."""

import errno
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.editorial.check import check_project
from disclosure.editorial.report import write_report
from disclosure.errors import OutputError
from disclosure.files import (
    draft_beside,
    explain_os_error,
    holds,
    remove_tree,
    replace_file,
    sha256_hex,
    sweep,
    write_file,
    written_aside,
)
from disclosure.pipeline.build import build_site
from tests.conftest import Project
from tests.versioning.sealer import sign_and_seal

Tree = Callable[[Path], dict[str, bytes]]
# The names that drafts of former versions had, by the file that they stood beside.
FORESEEN = (
    "site/.staging/journal.json.new", "site/.staging/index.html", "report/.report.html.new",
    "report/.report.json.new", "report/.approval-first.html.new", "content/reviews/.first.yaml.new",
    "content/archive/log.jsonl.draft", "content/archive/.log.jsonl.new", "content/.site.yaml.new",
    "content/notices/.first.yaml.new", ".cache/manifest.new", "content/archive/.sealing",
)  # fmt: skip


def plant(place: Path, victim: Path, kind: str) -> None:
    """Put a link or a FIFO in a place."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "link":
        place.symlink_to(victim)
    elif kind == "dangling":
        place.symlink_to(victim.with_name("made-by-us"))
    elif kind == "hard link":
        os.link(victim, place)
    else:
        os.mkfifo(place)


@pytest.mark.parametrize("kind", ["link", "dangling", "hard link", "fifo"])
def test_foreseen_names(project: Project, tmp_path: Path, kind: str) -> None:
    """Links and FIFOs at the names of former drafts are neither written through nor waited for."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"not ours")
    for name in FORESEEN:
        plant(project.root / name, victim, kind)
    build_site(project.settings)
    checking = check_project(project.settings)
    checked = tuple(checking.notices)
    write_report(project.root / "report", project.settings, (), checked)
    sign_and_seal(project.settings, "first", "首次公布")
    assert victim.read_bytes() == b"not ours"
    assert not victim.with_name("made-by-us").exists()
    assert (project.root / "report" / "report.html").is_file()
    assert (project.content / "archive" / "first" / "1").is_dir()


@pytest.mark.parametrize("write", [write_file, replace_file])
@pytest.mark.parametrize("kind", ["link", "dangling", "hard link", "fifo"])
def test_last_name(tmp_path: Path, write: Callable[[Path, bytes], None], kind: str) -> None:
    """A link or FIFO that stands where a file goes is replaced itself."""
    victim, place = tmp_path / "victim", tmp_path / "a" / "b"
    victim.write_bytes(b"not ours")
    plant(place, victim, kind)
    write(place, b"ours")
    assert (place.read_bytes(), place.is_symlink()) == (b"ours", False)
    assert victim.read_bytes() == b"not ours"
    assert not victim.with_name("made-by-us").exists()


def test_drafts_cannot_be_foreseen(tmp_path: Path) -> None:
    """Of a thousand drafts of one file no two have one name, and a hidden one."""
    names = {draft_beside(tmp_path / ("x" * 255)).name for _ in range(1000)}
    assert len(names) == 1000
    assert all(re.fullmatch(r"\.disclosure-[0-9a-f]{16}\.new", name) for name in names)


def test_leftovers_are_swept(tmp_path: Path) -> None:
    """Old drafts go, young and foreign ones stay; of a link only the link goes."""
    keep = tmp_path / "keep"
    keep.mkdir()
    (keep / "x").write_bytes(b"x")
    old, young, link, folder = (draft_beside(tmp_path / "a") for _ in range(4))
    for path in (old, young):
        path.write_bytes(b"x")
    link.symlink_to(keep)
    folder.mkdir()
    (folder / "half").write_bytes(b"x")
    foreign = [
        tmp_path / name for name in (".a.new", ".disclosure-x.new", "disclosure-" + "0" * 16)
    ]
    for path in foreign:
        path.write_bytes(b"x")
    for path in (old, link, folder, *foreign):
        os.utime(path, (0, 0), follow_symlinks=False)
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        keep.name,
        young.name,
        *(p.name for p in foreign),
    }
    assert (keep / "x").read_bytes() == b"x"


@pytest.mark.parametrize("kind", ["link", "dangling", "fifo"])
def test_nothing_is_written_over(tmp_path: Path, kind: str) -> None:
    """What is written aside does not take the place of a link or a FIFO."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"not ours")
    plant(tmp_path / "out.zip", victim, kind)
    with pytest.raises(OutputError, match="exists"), written_aside(tmp_path / "out.zip") as draft:
        zipfile.ZipFile(draft, "x").close()
    assert victim.read_bytes() == b"not ours"


def test_folder_of_the_output_that_is_a_file(tmp_path: Path) -> None:
    """Devices and FIFOs in place of a folder are taken away without being opened."""
    os.mkfifo(tmp_path / "fifo")
    remove_tree(tmp_path / "fifo")
    remove_tree(tmp_path / "fifo")
    assert list(tmp_path.iterdir()) == []


def test_link_holds_nothing(tmp_path: Path) -> None:
    """A link to the same bytes is not the file; a FIFO is not opened."""
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    os.mkfifo(tmp_path / "c")
    assert holds(tmp_path / "a", b"x")
    assert not holds(tmp_path / "b", b"x")
    assert not holds(tmp_path / "c", b"")


def test_write_and_compare(tmp_path: Path) -> None:
    """A file is written whole, with its folders, and recognised by its bytes."""
    path = tmp_path / "a" / "b" / "c.txt"
    write_file(path, b"12", durable=True)
    write_file(path, b"3")
    assert path.read_bytes() == b"3"
    assert holds(path, b"3")
    assert not holds(path, b"4")
    assert not holds(path, b"34")
    assert not holds(tmp_path / "absent", b"3")


def test_remove_tree(tmp_path: Path) -> None:
    """A folder goes with what is in it; a link goes and its target stays."""
    kept = tmp_path / "kept" / "a"
    write_file(kept, b"x")
    link = tmp_path / "link"
    link.symlink_to(kept.parent)
    remove_tree(link)
    remove_tree(tmp_path / "absent")
    assert kept.exists()
    assert not link.is_symlink()
    remove_tree(kept.parent)
    assert not kept.parent.exists()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "output.full"),
        (errno.EACCES, "output.denied"),
        (errno.EROFS, "output.read_only"),
        (errno.ENOTDIR, "output.folder"),
        (errno.EIO, "output.failed"),
    ],
)
def test_system_errors_in_plain_words(number: int, code: str) -> None:
    """Each way in which a disk refuses has its own sentence."""
    assert explain_os_error(OSError(number, "x"), Path("a")).code == code


def test_digest() -> None:
    """The digest is what sha256sum prints."""
    assert sha256_hex(b"").startswith("e3b0c44298fc1c14")
