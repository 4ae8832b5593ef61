"""Content that is a link to elsewhere, a device or a FIFO: refused by name, and never read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.bounded_reading import UnfitFileError, read_file
from disclosure.diagnostics import Diagnostic, Level, has_errors
from disclosure.editorial.check import check_project
from disclosure.pipeline.build import build_site
from tests.conftest import NOTICE, Project
from tests.versioning.sealer import sign_and_seal

Tree = Callable[[Path], dict[str, bytes]]
HIDDEN = "秘密的文字"
PLACES = (
    "site.yaml", "terms.yaml", "notices/first.yaml", "notices/first/plan.pdf", "reviews/first.yaml",
    "reviews/allowed_signers", "archive/log.jsonl",
)  # fmt: skip
FOLDERS = ("notices", "notices/first", "reviews", "archive")
KINDS = (
    "link",
    "link to a device",
    "link to a folder",
    "fifo",
    "relative link",
    "chain of links",
    "dangling",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project that has a file in every place and that no test touches."""
    project = Project(tmp_path_factory.mktemp("made"))
    (project.content / "notices" / "first").mkdir()
    (project.content / "notices" / "first" / "plan.pdf").write_bytes(b"plan")
    project.write("first", NOTICE + "attachments: [{title: 整改方案, file: plan.pdf}]\n")
    (project.content / "terms.yaml").write_text("forbidden: []\n", encoding="utf-8")
    sign_and_seal(project.settings, "first", "首次公布")
    (project.content / "reviews" / "allowed_signers").write_bytes(b"")
    assert build_site(project.settings).built
    return project


@pytest.fixture
def attached(project: Project, made: Project) -> Project:
    """Give a project that has a file in every place."""
    return project.take(made)


def replace(project: Project, name: str, kind: str) -> None:
    """Put something else in place of a content file."""
    place = project.content / name
    place.unlink()
    outside = project.root / "outside.yaml"
    outside.write_text(f"title: [{HIDDEN}\n\t{HIDDEN}: {{", encoding="utf-8")
    if kind == "link":
        place.symlink_to(outside)
    elif kind == "link to a device":
        place.symlink_to("/dev/zero")
    elif kind == "link to a folder":
        place.symlink_to(project.root)
    elif kind == "relative link":
        place.symlink_to(os.path.relpath(outside, place.parent))
    elif kind == "chain of links":
        (project.content / "link").symlink_to(outside)
        place.symlink_to(project.content / "link")
    elif kind == "dangling":
        place.symlink_to(project.root / "nothing")
    else:
        os.mkfifo(place)


def told(found: tuple[Diagnostic, ...], name: str) -> bool:
    """Say whether an error names the file."""
    last = name.rpartition("/")[2]
    return any(
        each.level is Level.ERROR and (each.path.name == last or last in dict(each.params).values())
        for each in found
    )


@pytest.mark.parametrize("name", PLACES)
def test_refused_by_name(attached: Project, tree: Tree, name: str) -> None:
    """Build and check name it, show nothing of it, and leave the site as it was."""
    before = tree(attached.output)
    data = (attached.content / name).read_bytes()
    for kind in KINDS:
        if (name, kind) == ("notices/first.yaml", "link to a folder"):
            continue  # a folder is no notice
        replace(attached, name, kind)
        result = build_site(attached.settings)
        assert (result.built, told(result.diagnostics, name)) == (False, True), (kind, result)
        assert HIDDEN not in str(result)
        assert tree(attached.output) == before
        checking = check_project(attached.settings)
        found = (*checking.found, *(d for each in checking.notices for d in each.diagnostics))
        # Who has signed is no matter of the text.
        assert told(found, name) or name == "reviews/first.yaml", (kind, found)
        assert HIDDEN not in str(found)
        (attached.content / name).unlink()
        (attached.content / name).write_bytes(data)
        (attached.content / "link").unlink(missing_ok=True)


@pytest.mark.parametrize("name", FOLDERS)
def test_folders_that_are_links(attached: Project, name: str) -> None:
    """A folder that is a link out of the content is named, though its files are the same."""
    folder = attached.content / name
    moved = attached.root / "moved"
    folder.rename(moved)
    folder.symlink_to(moved)
    result = build_site(attached.settings)
    assert not result.built
    what = "plan.pdf" if name == "notices/first" else name
    assert told(result.diagnostics, what), result.diagnostics


def test_same_file_behind_a_link(attached: Project) -> None:
    """A file that was moved out and linked is refused although not a byte has changed."""
    for name in ("notices/first.yaml", "notices/first/plan.pdf", "site.yaml"):
        place = attached.content / name
        moved = attached.root / "moved"
        place.rename(moved)
        place.symlink_to(moved)
        assert has_errors(build_site(attached.settings).diagnostics), name
        place.unlink()
        moved.rename(place)
        assert build_site(attached.settings).built


def test_links_that_stay_inside(attached: Project) -> None:
    """A link from one content file to another is fine, and a change behind it is seen."""
    plan = attached.content / "notices" / "first" / "plan.pdf"
    (attached.content / "common.pdf").write_bytes(b"common")
    plan.unlink()
    plan.symlink_to("../../common.pdf")
    published = attached.output / "notices" / "first" / "files" / "plan.pdf"
    for data in (b"common", b"changed"):
        (attached.content / "common.pdf").write_bytes(data)
        assert build_site(attached.settings).built
        assert published.read_bytes() == data


def test_large_files(attached: Project) -> None:
    """A notice or attachment beyond all measure is named by its size and not read."""
    with (attached.content / "notices" / "first" / "plan.pdf").open("wb") as file:
        file.truncate(1 << 40)
    (found,) = build_site(attached.settings).diagnostics
    assert (found.code, dict(found.params)["file"]) == ("attachment.large", "plan.pdf")
    with (attached.content / "notices" / "first.yaml").open("wb") as file:
        file.truncate(1 << 40)
    (found,) = build_site(attached.settings).diagnostics
    assert (found.code, dict(found.params)["size"]) == ("text.large", str(1 << 20))


@pytest.mark.parametrize("place", ["/dev/zero", "/dev/null", "/dev/tty", "/", "/proc/self/mem/x"])
def test_what_is_no_file(place: str) -> None:
    """Devices and folders are not opened."""
    with pytest.raises(OSError, match=r"no plain file|Not a directory"):
        read_file(Path(place), Path("/"))


def test_files_that_lie_about_their_size(tmp_path: Path) -> None:
    """A file that grows without end, or says that it is empty and is not, is read to the limit."""
    with pytest.raises(UnfitFileError, match="large"):
        read_file(Path("/proc/self/maps"), Path("/"), 10)
    (tmp_path / "x").write_bytes(b"12345")
    assert read_file(tmp_path / "x", limit=5) == b"12345"
