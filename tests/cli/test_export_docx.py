"""``export --docx`` as a command line."""

from pathlib import Path

import pytest

from tests.cli.test_seal import edit, run, sealed
from tests.conftest import Project
from tests.render.deliveries.word.word_files import lines_of, parts_of, value


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with a sealed version, whose lead has changed since; do not change it."""
    project = Project(tmp_path_factory.mktemp("archived"))
    sealed(project, 1)
    edit(project, "title: ", "title: 新")
    return project


def test_notice_as_it_is(archived: Project, tmp_path: Path) -> None:
    """The text of today is written, though another one was sealed, and never replaced."""
    command = ("export", "first", "--docx", "--to", str(tmp_path))
    done = run(archived, *command)
    assert done.returncode == 0, done.stderr
    path = tmp_path / "first.docx"
    assert path.as_posix() in done.stdout
    data = path.read_bytes()
    assert lines_of(data)[0].startswith("新")
    again = run(archived, *command)
    assert again.returncode != 0
    assert path.as_posix() in again.stderr
    assert path.read_bytes() == data


def test_sealed_version(archived: Project, tmp_path: Path) -> None:
    """With its number, a version is written as it was sealed."""
    done = run(archived, "export", "first", "1", "--docx", "--to", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert not lines_of((tmp_path / "first-1.docx").read_bytes())[0].startswith("新")


def test_every_notice_in_another_family(project: Project, tmp_path: Path) -> None:
    """Without a name every notice is written; --fonts says which typefaces it names."""
    notices = project.content / "notices"
    (notices / "second.yaml").write_bytes((notices / "first.yaml").read_bytes())
    done = run(project, "export", "--docx", "--fonts", "gbk", "--to", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "first.docx",
        "second.docx",
    ]
    fonts = (tmp_path / "out" / "first.docx").read_bytes()
    assert "方正仿宋_GBK".encode() in fonts
    assert 'w:eastAsia="仿宋_GB2312"'.encode() not in fonts


def test_unreadable_notice(project: Project, tmp_path: Path) -> None:
    """Where one notice cannot be read, none is written, and the fault is told."""
    notices = project.content / "notices"
    (notices / "second.yaml").write_text("title: [", encoding="utf-8")
    done = run(project, "export", "--docx", "--to", str(tmp_path / "out"))
    assert done.returncode != 0
    assert "second.yaml" in done.stdout + done.stderr
    assert not (tmp_path / "out").exists()


def test_delivered_file_is_the_exported_one(project: Project, tmp_path: Path) -> None:
    """A delivery holds the same bytes."""
    assert run(project, "export", "first", "--docx", "--to", str(tmp_path / "out")).returncode == 0
    assert run(project, "deliver", "first", "--to", str(tmp_path / "out")).returncode == 0
    delivered = (tmp_path / "out" / "first-delivery" / "notice.docx").read_bytes()
    assert delivered == (tmp_path / "out" / "first.docx").read_bytes()
    assert value(parts_of(delivered)["word/styles.xml"], "style", "name") == "Normal"
