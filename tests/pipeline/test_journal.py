"""Journals and listings that somebody else wrote: nothing outside the site, nothing foreign in it."""

import hashlib
import json
import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from disclosure.archive.checksums import listing_bytes
from disclosure.errors import OutputError
from disclosure.files import remove_tree
from disclosure.pipeline.build import build_site
from disclosure.pipeline.journal import recover
from tests.conftest import NOTICE, Project

Tree = Callable[[Path], dict[str, bytes]]
UPWARD = [
    "../", "../../", "./../", "a/../../", "notices/../../", "..//", "/", "//", "///", "\\", "..\\",
    "a\\..\\..\\", "C:", "C:/", "c:\\", "\\\\host\\share\\", "//host/share/", "lnk/", "lnk/../",
    "notices/lnk/", ".staging/../../", ".staging/", ".STAGING/", "\0", "x\0/../../", "\n/../", "\u202e../",
    "./", "a//", ".//", "../.staging/", "~/../", "a/./../../", "..%2f../", "....//", "\ud800/", "\x1b[2J/", "a/\r/../../",
]  # fmt: skip
NAMES = [
    "victim.txt", "content/notices/first.yaml", "program/cli/status.py", "etc/passwd", "", ".", "..",
    "a" * 300, "con", "site/../victim.txt", "victim.txt/", "./victim.txt", "*", "journal.json/..",
]  # fmt: skip


def generated() -> list[str]:
    """Return names that no journal of ours holds."""
    every = [f"{up}{name}" for up, name in product(UPWARD, NAMES)]
    plain = {f"..%2f../{name}" for name in NAMES}
    return [each for each in every if each not in plain]


def site_in(folder: Path) -> Path:
    """Make a small site with its listing, a link to elsewhere in it, and what must not be touched."""
    output = folder / "site"
    files = {"index.html": b"old", "notices/a/index.html": b"old"}
    for name, data in files.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(data)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    (output / "sha256sum.txt").write_bytes(listing_bytes(digests))
    for name in (
        "victim.txt",
        "content/notices/first.yaml",
        "program/cli/status.py",
        "elsewhere/x",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"not ours to touch")
    (output / "lnk").symlink_to(folder / "elsewhere")
    (output / "notices" / "lnk").symlink_to(folder)
    (output / "foreign.pdf").write_bytes(b"put here by somebody")
    return output


def plant(output: Path, **rows: list[str]) -> None:
    """Write a journal as an interrupted build would have left it."""
    folder = output / ".staging"
    folder.mkdir(exist_ok=True)
    text = json.dumps({"replace": [], "delete": [], **rows})
    (folder / "journal.json").write_text(text, encoding="utf-8")


def test_generated_names(tmp_path: Path, tree: Tree) -> None:
    """Of a thousand journals with names that lead elsewhere each is refused, named and gone."""
    output = site_in(tmp_path)
    before = tree(tmp_path)
    names = generated()
    tried = 0
    for name, kind in product(names, ("delete", "replace")):
        plant(output, **{kind: ["index.html", name]})
        (output / ".staging" / "index.html").write_bytes(b"old")
        with pytest.raises(OutputError) as caught:
            recover(output)
        assert caught.value.code == "output.journal", (name, kind)
        assert caught.value.params["name"].isprintable()
        assert not (output / ".staging").exists()
        tried += 1
    assert tree(tmp_path) == before
    assert tried >= 1000, tried


@pytest.mark.parametrize("text", ["[]", "{}", "null", "5", "[" * 100_000, '{"replace": 5, "delete": {}}',
                                  '{"replace": [5], "delete": [null]}', "\ud800".encode("utf-8", "surrogatepass")])  # fmt: skip
def test_no_journal_at_all(tmp_path: Path, text: str | bytes) -> None:
    """What is no journal is taken away and nothing is done."""
    output = site_in(tmp_path)
    plant(output)
    data = text if isinstance(text, bytes) else text.encode()
    (output / ".staging" / "journal.json").write_bytes(data)
    assert not recover(output)
    assert not (output / ".staging").exists()


def test_module_of_the_program(project: Project) -> None:
    """A module laid under the site does not replace one of the program (it would run)."""
    build_site(project.settings)
    status = project.root / "disclosure" / "cli" / "status.py"
    status.parent.mkdir(parents=True)
    status.write_text("CLEAN = 0\n", encoding="utf-8")
    planted = project.output / "disclosure" / "cli" / "status.py"
    planted.parent.mkdir(parents=True)
    planted.write_text("evil", encoding="utf-8")
    plant(project.output, replace=["../disclosure/cli/status.py"])
    with pytest.raises(OutputError, match="journal"):
        build_site(project.settings)
    assert status.read_text("utf-8") == "CLEAN = 0\n"
    assert build_site(project.settings).built


@pytest.mark.parametrize("kind", ["link", "fifo", "folder of links", "unlisted", "other bytes"])
def test_staged_files_must_be_ours(tmp_path: Path, kind: str, tree: Tree) -> None:
    """A link, a FIFO or bytes that no listing names are not moved into the site."""
    output = site_in(tmp_path)
    before = tree(output)
    name = {"folder of links": "notices/b", "unlisted": "new.html"}.get(kind, "index.html")
    plant(output, replace=[name])
    staged = output / ".staging" / name
    staged.parent.mkdir(parents=True, exist_ok=True)
    if kind == "link":
        staged.symlink_to(tmp_path / "victim.txt")
    elif kind == "fifo":
        os.mkfifo(staged)
    elif kind == "folder of links":
        staged.mkdir()
        (staged / "index.html").symlink_to(tmp_path / "victim.txt")
    else:
        staged.write_bytes(b"not what the listing says")
    with pytest.raises(OutputError, match="journal"):
        recover(output)
    assert tree(output) == before


@pytest.mark.parametrize("kind", ["delete", "replace"])
def test_foreign_file_in_the_site(tmp_path: Path, kind: str) -> None:
    """A file that no listing names is neither deleted nor replaced by a planted journal."""
    output = site_in(tmp_path)
    plant(output, **{kind: ["foreign.pdf"]})
    if kind == "replace":
        (output / ".staging" / "foreign.pdf").write_bytes(b"evil")
        digest = hashlib.sha256(b"evil").hexdigest()
        (output / ".staging" / "sha256sum.txt").write_text(f"{digest}  foreign.pdf\n", "utf-8")
    with pytest.raises(OutputError) as caught:
        recover(output)
    assert caught.value.params["name"] == "foreign.pdf"
    assert (output / "foreign.pdf").read_bytes() == b"put here by somebody"
    assert not recover(output)


@pytest.mark.parametrize(
    "kind", ["link", "file", "fifo", "link for the journal", "fifo for the journal"]
)
def test_staging_itself(project: Project, tmp_path: Path, kind: str) -> None:
    """A staging folder or journal that is something else is not followed, and does not stop builds for ever."""
    build_site(project.settings)
    elsewhere = project.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_bytes(b"mine")
    text = json.dumps({"replace": [], "delete": ["index.html"]})
    (elsewhere / "journal.json").write_text(text, encoding="utf-8")
    staging = project.output / ".staging"
    if kind == "link":
        staging.symlink_to(elsewhere)
    elif kind == "file":
        staging.write_bytes(b"x")
    elif kind == "fifo":
        os.mkfifo(staging)
    else:
        staging.mkdir()
        if kind == "link for the journal":
            (staging / "journal.json").symlink_to(elsewhere / "journal.json")
        else:
            os.mkfifo(staging / "journal.json")
    if kind in {"file", "fifo"}:
        with pytest.raises(OutputError) as caught:
            build_site(project.settings)
        assert caught.value.params["path"].endswith("/.staging")
        staging.unlink()
    assert build_site(project.settings).built
    assert (project.output / "index.html").is_file()
    assert sorted(path.name for path in elsewhere.iterdir()) == ["journal.json", "mine.txt"]


def test_rows_of_a_tampered_listing(project: Project, tmp_path: Path) -> None:
    """Rows that name a folder, a place behind a link or a foreign file delete nothing, and are told."""
    project.write("second", NOTICE)
    build_site(project.settings)
    elsewhere = project.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x").write_bytes(b"x")
    (project.output / "lnk").symlink_to(elsewhere)
    (project.output / "scan.pdf").write_bytes(b"foreign")
    (project.output / "to-x").symlink_to(elsewhere / "x")
    os.mkfifo(project.output / "fifo")
    listing = project.output / "sha256sum.txt"
    of_x = hashlib.sha256(b"x").hexdigest()
    names = ("lnk/x", "notices", "notices/first", "scan.pdf", "to-x", "fifo", "lnk")
    rows = "".join(f"{of_x}  {name}\n" for name in names)
    listing.write_text(listing.read_text("utf-8") + rows, encoding="utf-8")
    (project.content / "notices" / "second.yaml").unlink()
    result = build_site(project.settings)
    assert (result.built, set(result.left)) == (True, set(names))
    assert (elsewhere / "x").read_bytes() == b"x"
    assert (project.output / "scan.pdf").read_bytes() == b"foreign"
    assert not (project.output / "notices" / "second").exists()
    assert build_site(project.settings).left == ()


@pytest.mark.parametrize("kind", ["link", "fifo"])
def test_listing_that_is_no_file(project: Project, tmp_path: Path, kind: str) -> None:
    """A listing that is a link or a FIFO is named, and not read."""
    build_site(project.settings)
    listing = project.output / "sha256sum.txt"
    moved = project.root / "moved.txt"
    listing.rename(moved)
    if kind == "link":
        listing.symlink_to(moved)
    else:
        os.mkfifo(listing)
    with pytest.raises(OutputError) as caught:
        build_site(project.settings)
    assert caught.value.params["path"].endswith("/sha256sum.txt")


def test_folder_that_became_a_link(project: Project) -> None:
    """Pages are neither written nor deleted behind a folder of the site that is a link."""
    project.write("second", NOTICE)
    build_site(project.settings)
    moved = project.root / "moved"
    (project.output / "notices" / "second").rename(moved)
    (project.output / "notices" / "second").symlink_to(moved)
    before = sorted(path.name for path in moved.rglob("*"))
    (project.content / "notices" / "second.yaml").unlink()
    result = build_site(project.settings)
    assert {name.split("/")[1] for name in result.left} == {"second"}
    assert sorted(path.name for path in moved.rglob("*")) == before
    project.write("second", NOTICE.replace("现将", "今将"))
    with pytest.raises(OutputError, match="foreign"):
        build_site(project.settings)


def test_row_of_a_foreign_file(project: Project) -> None:
    """A row that somebody wrote for a file of theirs, with its digest, gets nothing deleted."""
    assert build_site(project.settings).built
    foreign = project.output / "foreign.txt"
    foreign.write_bytes(b"put here by somebody")
    listing = project.output / "sha256sum.txt"
    row = f"{hashlib.sha256(foreign.read_bytes()).hexdigest()}  foreign.txt\n"
    listing.write_bytes(listing.read_bytes() + row.encode())
    for _ in range(2):
        result = build_site(project.settings)
        assert result.built
        assert foreign.read_bytes() == b"put here by somebody"


FOREIGN = [
    "notices/first/scan.pdf", "notices/first/files/scan.pdf", "notices/first/notes/index.html", "assets/logo.png",
    "notices/readme.txt", "archive/minutes.pdf", "archive/first/2/files/scan.pdf", "archive/first/scan.pdf",
    "notices/other/index.html", "notices/other/files/scan.pdf", "assets/style.0123456789ab.css",
]  # fmt: skip
# Their names are the program's own: without the record of builds nobody can tell them apart.
OWN_NAMES = {"notices/other/index.html", "assets/style.0123456789ab.css"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project that was built and that no test touches."""
    project = Project(tmp_path_factory.mktemp("made"))
    assert build_site(project.settings).built
    return project


@pytest.mark.parametrize("place", FOREIGN)
@pytest.mark.parametrize("known", [True, False], ids=["noted", "without cache"])
@pytest.mark.parametrize("planted", ["row", "row and journal"])
def test_row_of_a_foreign_file_in_our_folders(
    project: Project, made: Project, place: str, known: bool, planted: str
) -> None:
    """Among our own folders, too, a row with the right digest gets no foreign file deleted; it is named."""
    if known:
        # Built in its own place: a copy is no build that the record knows.
        assert build_site(project.settings).built
    else:
        project.take(made)
    foreign = project.output / place
    foreign.parent.mkdir(parents=True, exist_ok=True)
    foreign.write_bytes(b"put here by somebody")
    listing = project.output / "sha256sum.txt"
    row = f"{hashlib.sha256(foreign.read_bytes()).hexdigest()}  {place}\n"
    listing.write_bytes(listing.read_bytes() + row.encode())
    if not known:
        if place in OWN_NAMES:
            return
        remove_tree(project.settings.cache)
    if planted == "row":
        result = build_site(project.settings)
        assert (result.built, result.left) == (True, (place,))
    else:
        plant(project.output, delete=[place])
        with pytest.raises(OutputError) as caught:
            build_site(project.settings)
        assert caught.value.params["name"] == place
    assert build_site(project.settings).built
    assert foreign.read_bytes() == b"put here by somebody"


@pytest.mark.parametrize("known", [True, False], ids=["noted", "without cache"])
def test_removed_notice_is_cleaned_up(project: Project, known: bool) -> None:
    """The pages of a removed notice go, also where a new checkout knows no earlier build."""
    project.write("second", NOTICE)
    assert build_site(project.settings).built
    if not known:
        remove_tree(project.settings.cache)
    (project.content / "notices" / "second.yaml").unlink()
    result = build_site(project.settings)
    assert (result.left, result.deleted > 5) == ((), True)
    assert not (project.output / "notices" / "second").exists()


def test_attachment_of_a_removed_notice(project: Project) -> None:
    """An attachment goes with its notice where it is known; in a new checkout it stays and is named."""
    attached = project.content / "notices" / "second" / "table.txt"
    attached.parent.mkdir()
    attached.write_bytes("数据\n".encode())
    text = f"{NOTICE}\nattachments:\n  - title: 数据\n    file: table.txt\n"
    place = "notices/second/files/table.txt"
    for known in (True, False):
        project.write("second", text)
        assert build_site(project.settings).built
        assert (project.output / place).is_file()
        if not known:
            remove_tree(project.settings.cache)
        (project.content / "notices" / "second.yaml").unlink()
        result = build_site(project.settings)
        assert result.left == (() if known else (place,))
        assert (project.output / place).exists() is not known
