"""``verify`` of a published site by its address, and versions made again."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_seal import edit, run, sealed
from tests.conftest import Project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with two versions and a site of it, which no test touches."""
    project = Project(tmp_path_factory.mktemp("made"))
    sealed(project, 1)
    edit(project, "value: 38", "value: 41")
    sealed(project, 2, "更新数据")
    site = project.root / "published"
    assert run(project, "build", "--output", str(site)).returncode == 0
    return project


@pytest.fixture
def published(project: Project, made: Project) -> Path:
    """Give a site with two versions."""
    return project.take(made).root / "published"


def test_site_by_address(project: Project, published: Path, serve: Callable[[Path], str]) -> None:
    """A site on a server is verified by its address; what differs there is named."""
    address = serve(published)
    head = run(project, "verify").stdout.splitlines()[-1].split()[1].partition("（")[0]
    for place in (address, address + "archive/", address.rstrip("/")):
        done = run(project, "verify", place, "--head", head)
        assert (done.returncode, "共 2 版" in done.stdout) == (0, True), done.stderr
    (published / "archive/first/1/index.html").write_bytes(b"forged")
    (published / "archive/first/2/ledger.csv").unlink()
    done = run(project, "verify", address)
    assert done.returncode == 1
    assert "first/1/index.html: 真实性" in done.stdout
    assert "first/2/ledger.csv: 完整性" in done.stdout
    assert "notice.yaml" not in done.stdout  # not published, so not missed


def test_no_site_at_the_address(
    project: Project, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    """An address without a record, or where nobody answers, is said."""
    done = run(project, "verify", serve(tmp_path))
    assert (done.returncode, "没有归档记录" in done.stderr) == (2, True)
    done = run(project, "verify", "http://127.0.0.1:9/")
    assert (done.returncode, "取不到" in done.stderr) == (1, True)


def test_hostile_site(project: Project, tmp_path: Path, serve: Callable[[Path], str]) -> None:
    """A log that names a folder outside the copy makes nothing be written there."""
    folder = tmp_path / "hostile" / "archive"
    folder.mkdir(parents=True)
    names = ("slug", "number", "sealed", "reason", "note", "title", "content", "listing", "stamp")
    entry = dict.fromkeys((*names, "previous"), "") | {"slug": "../../evil", "number": 1}
    (folder / "log.jsonl").write_text(json.dumps(entry) + "\n", encoding="utf-8")
    done = run(project, "verify", serve(tmp_path / "hostile"))
    assert (done.returncode, "这一行读不懂" in done.stdout) == (1, True)


def test_archive_that_is_gone(project: Project, published: Path) -> None:
    """An empty archive is not clean where the site, or the log of publications, knows of versions."""
    options = ("verify", "--output", str(published))
    assert run(project, *options).returncode == 0
    log = project.content / "archive" / "log.jsonl"
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])
    shutil.rmtree(log.parent / "first" / "2")
    done = run(project, *options)
    assert (done.returncode, "published/archive/log.jsonl: 完整性" in done.stdout) == (1, True)
    shutil.rmtree(log.parent)
    assert "[archive.lost]" in run(project, *options).stdout
    head = "0" * 64
    (project.content / "published").mkdir()
    (project.content / "published/log.jsonl").write_text(f'{{"head": "{head}"}}\n', "utf-8")
    done = run(project, "verify")
    assert (done.returncode, "content/published/log.jsonl: 完整性" in done.stdout) == (1, True)


def test_page_put_into_a_copy(project: Project, published: Path) -> None:
    """A page among the versions does not hide that the office's files are missing; a site says so."""
    copy = shutil.copytree(project.content / "archive", project.root / "copy")
    (copy / "first" / "index.html").write_bytes(b"x")
    assert run(project, "verify", str(copy)).returncode == 1
    (copy / "first" / "1" / "reviews.yaml").unlink()
    done = run(project, "verify", str(copy))
    assert (done.returncode, "first/1/reviews.yaml: 完整性" in done.stdout) == (1, True)
    assert "公开的副本" not in done.stdout
    done = run(project, "verify", str(published))
    assert (done.returncode, "公开的副本" in done.stdout) == (0, True)


def test_rebuilt(project: Project, published: Path) -> None:
    """Both versions are made again from what is sealed, byte for byte, whatever stands now."""
    shutil.rmtree(project.content / "notices")
    (project.content / "site.yaml").write_text("name: [", encoding="utf-8")
    for number in ("1", "2"):
        done = run(project, "verify", "--rebuild", "first", number)
        assert (done.returncode, "逐字节相同" in done.stdout) == (0, True), done.stdout
    done = run(project, "verify", "--rebuild", "first", "3")
    assert (done.returncode, "没有第 3 版" in done.stderr) == (2, True)
    assert run(project, "verify", "--rebuild", "first").returncode == 2
    assert published.is_dir()


def test_rebuilt_by_another_program(project: Project, tmp_path: Path) -> None:
    """Other templates make other bytes: the files are named, and which program made them."""
    sealed(project, 1)
    templates = shutil.copytree(project.settings.templates, tmp_path / "templates")
    style = templates / "styles" / "20-base.css"
    style.write_text(style.read_text("utf-8") + "/* another */\n", encoding="utf-8")
    options = ("verify", "--rebuild", "first", "1", "--templates", str(templates))
    done = run(project, *options)
    assert done.returncode == 1
    assert "index.html: 重新生成的与封存的不同" in done.stdout
    assert "请用当时的程序和模板（只有模板不同时，在命令后面写 --templates" in done.stdout
    # That it differs is no fault of the archive, and the words and figures are the same.
    assert "封存的这一版没有被改动，仍然有效，不必重新定版；另外 4 个文件" in done.stdout
    assert "逐字节相同" in done.stdout
    done = run(project, "verify", "--rebuild", "first", "1")
    assert (done.returncode, "有效" in done.stdout) == (0, False)
    page = project.content / "archive/first/1/index.html"
    page.write_bytes(page.read_bytes() + b"\n")
    done = run(project, "verify", "--rebuild", "first", "1")
    assert (done.returncode, "不能用来重新生成" in done.stderr) == (2, True)
