"""``deliver`` as a command line."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.files import draft_beside
from disclosure.render.deliveries import pdf
from disclosure.render.deliveries.outputs import delivered
from tests.cli.test_seal import edit, run, sealed
from tests.cli.test_sign import EPOCH, sign_all
from tests.conftest import ROOT, Project
from tests.required import program

FILES = {"README.txt", "sha256sum.txt", *(each.name for each in delivered(optional=False))}
NAME = "first-delivery"
Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def with_file(project: Project) -> Project:
    """Give a project whose notice has an attachment."""
    (project.content / "notices" / "first").mkdir()
    (project.content / "notices" / "first" / "Plan.pdf").write_bytes(b"%PDF-1.4 \x00\r\n\xff")
    edit(project, "lead:", "attachments: [{title: 方案, file: Plan.pdf}]\nlead:")
    return project


@pytest.fixture
def pdf_once(monkeypatch: pytest.MonkeyPatch, pdfs: dict[str, bytes]) -> None:
    """Set the PDF of each text once for all tests that are not about it."""

    def write(html: str, pictured: bool) -> bytes:
        if html not in pdfs:
            pdfs[html] = set_pdf(html, pictured)
        return pdfs[html]

    set_pdf = pdf._write
    monkeypatch.setattr(pdf, "_write", write)


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    """Give the PDFs that were set, by the page of which they were."""
    return {}


def without_pdf(
    project: Project, tmp_path: Path, *options: str
) -> subprocess.CompletedProcess[str]:
    """Deliver as a machine does on which WeasyPrint is not installed."""
    hidden = tmp_path / "hidden"
    hidden.mkdir(exist_ok=True)
    (hidden / "weasyprint.py").write_text("raise ImportError('not here')", "utf-8")
    environment = {
        "PYTHONPATH": f"{hidden}{os.pathsep}{ROOT}",
        "PATH": os.environ["PATH"],
        "SOURCE_DATE_EPOCH": str(EPOCH + 900),
        "PYTHONUTF8": "1",
    }
    words = [*("deliver", "first"), *options, "--content", str(project.content)]
    return subprocess.run(
        [sys.executable, "-P", "-m", "disclosure", *words],
        env=environment,
        cwd=project.root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_folder(with_file: Project, tmp_path: Path, tree: Tree) -> None:
    """The folder holds every file under an ASCII name, its listing is right, nobody is named."""
    sign_all(with_file)
    out = tmp_path / "out"
    done = run(with_file, "deliver", "first", "--to", str(out))
    assert done.returncode == 0, done.stderr
    files = tree(out / NAME)
    assert set(files) - {"notice.pdf"} == FILES | {"files/Plan.pdf"}
    assert all(name.isascii() for name in files)
    assert files["files/Plan.pdf"] == b"%PDF-1.4 \x00\r\n\xff"
    assert done.stdout.splitlines()[-1].endswith((out / NAME).as_posix())
    assert "注意" not in done.stdout
    checked = subprocess.run(
        [program("sha256sum"), "-c", "--strict", "--quiet", "sha256sum.txt"],
        cwd=out / NAME,
        check=False,
        capture_output=True,
    )
    assert (checked.returncode, checked.stdout) == (0, b"")
    assert len(files["sha256sum.txt"].splitlines()) == len(files) - 1
    for name in ("README.txt", "meta.txt", "notice.txt"):
        assert files[name].startswith(b"\xef\xbb\xbf")
        assert files[name].count(b"\n") == files[name].count(b"\r\n")
    for data in files.values():
        assert "张三".encode() not in data


def test_where_the_command_was_typed(project: Project) -> None:
    """Without --to the folder stands where the command was typed."""
    assert run(project, "deliver", "first").returncode == 0
    assert (project.root / NAME / "copy.html").is_file()


def test_zip(with_file: Project, tmp_path: Path, tree: Tree) -> None:
    """The zip holds the folder, in order, undated; another machine makes the same one."""
    out, other = tmp_path / "out", tmp_path / "other"
    assert run(with_file, "deliver", "first", "--to", str(out)).returncode == 0
    assert run(with_file, "deliver", "first", "--to", str(out), "--zip").returncode == 0
    with zipfile.ZipFile(out / f"{NAME}.zip") as package:
        members = package.infolist()
        files = {member.filename: package.read(member) for member in members}
    assert files == {f"{NAME}/{name}": data for name, data in tree(out / NAME).items()}
    assert [member.filename for member in members] == sorted(files)
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.compress_type for member in members} == {zipfile.ZIP_STORED}
    moved = Project.__new__(Project)
    moved.root = tmp_path / "moved"
    shutil.copytree(with_file.content, moved.root / "content")
    moved.content = moved.root / "content"
    assert run(moved, "deliver", "first", "--to", str(other), "--zip", at=EPOCH * 2).returncode == 0
    assert (other / f"{NAME}.zip").read_bytes() == (out / f"{NAME}.zip").read_bytes()


@pytest.mark.usefixtures("pdf_once")
@pytest.mark.parametrize("form", [(), ("--zip",)])
def test_replaces_its_own(
    with_file: Project, tmp_path: Path, tree: Tree, form: tuple[str, ...]
) -> None:
    """A second delivery takes the place of the first, and nothing of that one is left."""
    out = tmp_path / "out"
    assert run(with_file, "deliver", "first", "--to", str(out), *form).returncode == 0
    before = tree(out)
    edit(with_file, "attachments: [{title: 方案, file: Plan.pdf}]\n", "")
    edit(with_file, "value: 38", "value: 41")
    assert run(with_file, "deliver", "first", "--to", str(out), *form).returncode == 0
    after = tree(out)
    assert [path.name for path in out.iterdir()] == [NAME + "".join(form).replace("--", ".")]
    assert before != after
    if not form:
        assert set(before) - set(after) == {f"{NAME}/files/Plan.pdf"}
        assert "41个".encode() in after[f"{NAME}/notice.txt"]


def change(folder: Path) -> str:
    """Change a delivered file by hand."""
    (folder / "fragment.html").write_bytes(b"mine")
    return "fragment.html"


def add(folder: Path) -> str:
    """Put a file of one's own into the delivery."""
    (folder / "files").mkdir(exist_ok=True)
    (folder / "files" / "notes.txt").write_bytes(b"mine")
    return "files/notes.txt"


def drop(folder: Path) -> str:
    """Take a file out of the delivery."""
    (folder / "meta.txt").unlink()
    return "meta.txt"


def link(folder: Path) -> str:
    """Put a link to another place into the delivery."""
    (folder / "elsewhere").symlink_to(folder.parent)
    return "elsewhere"


@pytest.mark.usefixtures("pdf_once")
@pytest.mark.parametrize("touch", [change, add, drop, link])
def test_touched_is_kept(
    project: Project, tmp_path: Path, tree: Tree, touch: Callable[[Path], str]
) -> None:
    """A delivery that somebody has worked in stays as it is, and the file is named."""
    assert run(project, "deliver", "first", "--to", str(tmp_path / "out")).returncode == 0
    name = touch(tmp_path / "out" / NAME)
    before = tree(tmp_path / "out")
    done = run(project, "deliver", "first", "--to", str(tmp_path / "out"))
    assert (done.returncode, name in done.stderr) == (1, True), done.stderr
    assert tree(tmp_path / "out") == before


def foreign_folder(path: Path) -> None:
    """Make a folder of somebody else."""
    path.mkdir(parents=True)
    (path / "thesis.txt").write_bytes(b"mine")


def foreign_file(path: Path) -> None:
    """Make a file of somebody else."""
    path.parent.mkdir(parents=True)
    path.write_bytes(b"PK not a zip")


def sealed_version(path: Path) -> None:
    """Make a folder whose listing is right, but which is no delivery."""
    path.mkdir(parents=True)
    (path / "sha256sum.txt").write_bytes(b"")


def foreign_zip(path: Path) -> None:
    """Make a zip of somebody else."""
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("thesis.txt", "mine")


@pytest.mark.usefixtures("pdf_once")
@pytest.mark.parametrize(
    ("make", "form"),
    [
        (foreign_folder, ()),
        (foreign_file, ()),
        (sealed_version, ()),
        (foreign_folder, ("--zip",)),
        (foreign_file, ("--zip",)),
        (foreign_zip, ("--zip",)),
    ],
)
def test_foreign_is_kept(
    project: Project,
    tmp_path: Path,
    tree: Tree,
    make: Callable[[Path], None],
    form: tuple[str, ...],
) -> None:
    """What is not a delivery of ours stays as it is, and the message says where it stands."""
    path = tmp_path / "out" / (NAME + "".join(form).replace("--", "."))
    make(path)
    before = tree(tmp_path / "out")
    done = run(project, "deliver", "first", "--to", str(tmp_path / "out"), *form)
    assert (done.returncode, "不是本程序生成的交付文件" in done.stderr) == (1, True), done.stderr
    assert tree(tmp_path / "out") == before


def test_interrupted_exchange(project: Project, tmp_path: Path, tree: Tree) -> None:
    """What was moved aside by a process that was killed comes back, or goes when replaced."""
    out = tmp_path / "out"
    assert run(project, "deliver", "first", "--to", str(out)).returncode == 0
    whole = tree(out)
    draft = draft_beside(out / NAME)
    for left in (out / f".{NAME}.old", draft):
        shutil.copytree(out / NAME, left)
    (draft / "half").write_bytes(b"x")
    os.utime(draft, (0, 0))
    shutil.rmtree(out / NAME)
    assert run(project, "deliver", "first", "--to", str(out)).returncode == 0
    assert tree(out) == whole


@pytest.mark.usefixtures("pdf_once")
def test_doubts(project: Project, tmp_path: Path) -> None:
    """An unsigned text, one with errors, and one that is not what was sealed is said to be so."""
    first = run(project, "deliver", "first", "--to", str(tmp_path))
    assert "还没有审签完成" in first.stdout
    assert "定版" not in first.stdout
    sealed(project, 1)
    assert "注意" not in run(project, "deliver", "first", "--to", str(tmp_path)).stdout
    edit(project, "value: 38", "value: 41")
    changed = run(project, "deliver", "first", "--to", str(tmp_path))
    assert "最近定版的第 1 版不同" in changed.stdout
    assert "审签之后又改动过" in changed.stdout
    edit(project, "lead:", "attachments: [{title: 方案, file: gone.pdf}]\nlead:")
    broken = run(project, "deliver", "first", "--to", str(tmp_path))
    assert (broken.returncode, "1 处错误" in broken.stdout) == (0, True)
    assert "有 1 处错误" not in changed.stdout


def test_stamp_only_where_all_have_signed(project: Project, tmp_path: Path) -> None:
    """The page in one file carries the stamp of a complete sign-off, and else none."""
    assert run(project, "deliver", "first", "--to", str(tmp_path)).returncode == 0
    page = tmp_path / NAME / "standalone.html"
    assert "已审签" not in page.read_text("utf-8")
    sign_all(project)
    assert run(project, "deliver", "first", "--to", str(tmp_path)).returncode == 0
    assert "已审签" in page.read_text("utf-8")


def test_without_weasyprint(project: Project, tmp_path: Path, tree: Tree) -> None:
    """Without the packages for PDF all else is made, and the command says how to get them."""
    done = without_pdf(project, tmp_path, "--to", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert "没有生成 notice.pdf" in done.stdout
    assert "setup pdf" in done.stdout
    files = tree(tmp_path / "out" / NAME)
    assert set(files) == FILES
    assert b"notice.pdf" not in files["README.txt"]


def test_unreadable_notice(project: Project, tmp_path: Path) -> None:
    """A notice that cannot be read is refused with its errors, and nothing is written."""
    project.write("first", "title: 只有标题\n")
    done = run(project, "deliver", "first", "--to", str(tmp_path / "out"))
    assert (done.returncode, "没有生成" in done.stderr) == (1, True)
    assert "first.yaml" in done.stdout
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [(), ("first", "second")])
def test_wrong_usage(project: Project, words: tuple[str, ...]) -> None:
    """Exactly one notice is delivered at a time."""
    project.write("second", (project.content / "notices" / "first.yaml").read_text("utf-8"))
    done = run(project, "deliver", *words)
    assert (done.returncode, "deliver 2022-02-23-jxzszx" in done.stderr) == (2, True)


def test_english(project: Project, tmp_path: Path) -> None:
    """Messages come in English where asked; the files stay Chinese."""
    done = run(project, "deliver", "first", "--to", str(tmp_path), "--lang", "en")
    assert "not signed off" in done.stdout
    assert "怎样发布到网站" in (tmp_path / NAME / "README.txt").read_text("utf-8")


@pytest.mark.parametrize("kind", ["folder", "link", "file"])
def test_foreign_in_place_of_the_older_parcel(project: Project, tmp_path: Path, kind: str) -> None:
    """What stands where an older parcel would have been moved is neither deleted nor brought back."""
    out, mine = tmp_path / "out", tmp_path / "mine"
    mine.mkdir()
    (mine / "x").write_bytes(b"mine")
    old = out / f".{NAME}.old"
    out.mkdir()
    if kind == "folder":
        shutil.copytree(mine, old)
    elif kind == "link":
        old.symlink_to(mine)
    else:
        old.write_bytes(b"mine")
    done = run(project, "deliver", "first", "--to", str(out))
    assert (done.returncode, f".{NAME}.old" in done.stderr) == (1, True), done.stderr
    assert (mine / "x").read_bytes() == b"mine"
    assert os.path.lexists(old)
