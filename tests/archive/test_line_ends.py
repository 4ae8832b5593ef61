"""Git with its usual settings: what is sealed survives a clone, and damaged line ends are told."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from disclosure.archive.line_ends import GAINED, LOST, line_end_damage
from disclosure.archive.verify import verify
from disclosure.editorial.check import check_project
from disclosure.editorial.sign import review_of
from disclosure.files import sha256_hex
from disclosure.project.git_attributes import protect_from_git
from tests.conftest import NOTICE, ROOT, Project
from tests.required import program
from tests.versioning.sealer import sign_and_seal

ATTACHED = b"one\r\ntwo\nthree\r\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with a sealed notice, its attachment with every kind of line end; no test touches it."""
    project = Project(tmp_path_factory.mktemp("made"))
    project.write(
        "first", NOTICE.replace("lead:", "attachments: [{title: 方案, file: plan.txt}]\nlead:")
    )
    folder = project.content / "notices/first"
    folder.mkdir()
    (folder / "plan.txt").write_bytes(ATTACHED)
    sign_and_seal(project.settings, "first", "首次公布")
    return project


@pytest.fixture
def sealed(project: Project, made: Project) -> Project:
    """Give a project with a sealed notice that has an attachment with every kind of line end."""
    return project.take(made)


def git(folder: Path, *arguments: str) -> None:
    """Run git as nobody in particular."""
    author = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com"}
    committer = {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}
    plain = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": os.environ["PATH"],
    }
    command = [program("git"), "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(
        command, cwd=folder, check=True, env=author | committer | plain, capture_output=True
    )


def clone(project: Project, autocrlf: str, there: Path) -> Path:
    """Commit the project and clone it, both with a setting of ``core.autocrlf``."""
    here, setting = project.root, ("-c", f"core.autocrlf={autocrlf}", "-c", "core.safecrlf=false")
    git(here, *setting, "init", "-q")
    git(here, *setting, "add", "-A")
    git(here, *setting, "commit", "-q", "-m", "all")
    git(here, *setting, "clone", "-q", str(here), str(there))
    return there / "content"


@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
@pytest.mark.parametrize("attributes", ["ours", "of the content", "of the office"])
def test_clone(sealed: Project, tmp_path: Path, autocrlf: str, attributes: str) -> None:
    """In a clone every version verifies and every sign-off counts, whatever git is set to."""
    if attributes == "ours":
        shutil.copy(ROOT / ".gitattributes", sealed.root / ".gitattributes")
    else:
        assert protect_from_git(sealed.content)
        if attributes == "of the office":
            (sealed.root / ".gitattributes").write_text("* text=auto eol=lf\n", "utf-8")
    content = clone(sealed, autocrlf, tmp_path / "clone")
    lines, faults = verify(content / "archive")
    assert (len(lines), faults) == (1, ())
    assert (content / "notices/first/plan.txt").read_bytes() == ATTACHED
    settings = sealed.settings._replace(root=content.parent, content=content)
    checking = check_project(settings)
    assert checking.context is not None
    review = review_of(next(iter(checking.notices)), checking.context)
    assert review is not None
    assert review.verdict.complete


def test_clone_without_attributes(sealed: Project, tmp_path: Path) -> None:
    """Where git does rewrite line ends, verify says that it is this and nothing else."""
    (sealed.root / ".gitattributes").write_text("* text=auto eol=lf\n", "utf-8")
    content = clone(sealed, "false", tmp_path / "clone")
    codes = {fault.place: fault.code for fault in verify(content / "archive")[1]}
    assert codes["first/1/notice.txt"] == codes["first/1/ledger.csv"] == LOST
    # An attachment of mixed ends is no longer what it was, however they are set back.
    assert codes["first/1/files/plan.txt"] == "archive.changed"
    (sealed.root / ".gitattributes").write_text("* text=auto eol=crlf\n", "utf-8")
    content = clone(sealed, "false", tmp_path / "second")
    codes = {fault.place: fault.code for fault in verify(content / "archive")[1]}
    assert codes["log.jsonl:1"] == GAINED


@pytest.mark.parametrize("data", [b"a\n", b"a\nb\n", b"\n", b"a\n\nb", "字\n".encode() * 50])
def test_damage(data: bytes) -> None:
    """Gained and lost returns are told apart from each other and from any other change."""
    wide = data.replace(b"\n", b"\r\n")
    assert line_end_damage(wide, sha256_hex(data)) == GAINED
    assert line_end_damage(data, sha256_hex(wide)) == LOST
    assert line_end_damage(data + b"x", sha256_hex(wide)) == ""
    assert line_end_damage(wide + b"x", sha256_hex(data)) == ""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("* -text\n", True), ("** binary\n", True), ("* text=auto\n", False), ("archive/** -text\n", False), ("", False),
        ("* -text\n*.csv text\n", False), ("* text=auto\n* -text\n", True), ("** binary\n*.txt text=auto\n", False),
        ("archive/** -text\npublished/** -text\nreviews/** -text\nnotices/*/** -text\n", True),
    ],
)  # fmt: skip
def test_attributes_of_others(project: Project, text: str, kept: bool) -> None:
    """Attributes that somebody wrote stay as they are; whether they do is said."""
    path = project.content / ".gitattributes"
    path.write_text(text, "utf-8")
    assert protect_from_git(project.content) is kept
    assert path.read_text("utf-8") == text


def test_attributes_that_are_a_link(project: Project) -> None:
    """Nothing is written through a link."""
    elsewhere = project.root / "elsewhere"
    (project.content / ".gitattributes").symlink_to(elsewhere)
    assert not protect_from_git(project.content)
    assert not elsewhere.exists()


def test_attributes_that_never_end(project: Project) -> None:
    """A FIFO in their place is no answer, and nobody waits for it."""
    os.mkfifo(project.content / ".gitattributes")
    assert not protect_from_git(project.content)
