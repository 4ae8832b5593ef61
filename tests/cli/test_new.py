"""``new`` as a command line."""

import pytest

from tests.command import Done, command
from tests.conftest import Project


def new(project: Project, *words: str) -> Done:
    """Run ``new`` in a project."""
    options = ("--content", str(project.content))
    return command("new", *words, *options, cwd=project.root, environment={"PATH": ""})


def test_begins_a_notice(project: Project) -> None:
    """The command writes the file, says where, and what comes next; then check names the holes."""
    done = new(project, "信访件办理", "2026-11-26-jxzszx")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "content/notices/2026-11-26-jxzszx.yaml（信访件办理）：请把〔请填写〕" in done.stdout
    words = ("check", "2026-11-26-jxzszx", "--content", str(project.content))
    checked = command(*words, cwd=project.root, environment={"PATH": ""})
    assert checked.returncode == 1
    assert "错误 “〔请填写：单位〕”还没有填写" in checked.stdout


def test_english(project: Project) -> None:
    """In English the messages are English, the file stays Chinese."""
    done = new(project, "petitions", "second", "--lang", "en")
    assert done.stdout.startswith("Written: ")
    assert "/content/notices/second.yaml (信访件办理). Fill in every" in done.stdout
    again = new(project, "petitions", "second", "--lang", "en")
    assert again.returncode == 1
    assert "is there already and was left as it is" in again.stderr


def test_list(project: Project) -> None:
    """The genres are listed with the names of their files, a unit's own among them."""
    folder = project.content / "genres"
    folder.mkdir()
    (folder / "own.yaml").write_text("name: 督办公示\nabout: 督办事项\n", encoding="utf-8")
    done = new(project, "--list")
    assert done.returncode == 0
    rows = done.stdout.splitlines()
    assert rows[0] == "督办公示（own）：督办事项"
    assert len(rows) == 10
    assert any(row.startswith("信访件办理（petitions）：") for row in rows)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), "请写明文种和文件名"),
        (("其他",), "请写明文种和文件名"),
        (("其他", "a", "b"), "请写明文种和文件名"),
        (("信访办理", "a"), "没有文种“信访办理”，是不是“信访件办理”？"),
        (("招标公告", "a"), "没有文种“招标公告”；可以写："),
        (("其他", "通报"), "文件名“通报”不能作网址"),
    ],
)
def test_wrong_usage(project: Project, words: tuple[str, ...], expected: str) -> None:
    """What makes no sense ends with 2 and says what to write; nothing is written."""
    done = new(project, *words)
    assert done.returncode == 2
    assert expected in done.stderr
    assert [path.name for path in (project.content / "notices").iterdir()] == ["first.yaml"]


def test_genre_files_with_errors(project: Project) -> None:
    """With errors in the unit's genre files nothing is begun."""
    folder = project.content / "genres"
    folder.mkdir()
    (folder / "own.yaml").write_text("name: 督办公示\n", encoding="utf-8")
    done = new(project, "其他", "second")
    assert done.returncode == 1
    assert "content/genres/own.yaml" in done.stdout
    assert "缺少必填的“about”" in done.stdout
    assert "没有新建" in done.stdout
