"""``follow`` as a command line."""

import pytest

from tests.command import Done, command
from tests.conftest import ROOT, Project

CASES = ROOT / "tests" / "cases" / "matter"


def run(project: Project, *words: str) -> Done:
    """Run a command in a project."""
    options = ("--content", str(project.content))
    return command(*words, *options, cwd=project.root, environment={"PATH": ""})


def test_the_next_notice_begins_with_all_problems(project: Project) -> None:
    """Titles, names, leader and department are there, states empty; check asks for each."""
    project.write("first", (CASES / "first.yaml").read_text("utf-8"))
    done = run(project, "follow", "first", "--to", "2022-08-23-second")
    assert done.returncode == 0, done.stderr
    assert "2022-08-23-second.yaml，接着 first，共 3 个问题" in done.stdout
    text = (project.content / "notices" / "2022-08-23-second.yaml").read_text("utf-8")
    assert "continues: first\n" in text
    assert text.count("〔请填写〕") == 5
    assert "    id: p1\n    continues: s-1\n    status:  # 上一篇：正在整改" in text
    assert "    id: funds\n    status:  # 上一篇：已完成" in text
    assert "    leader: 某某\n    department: 财务股\n" in text
    built = run(project, "build", "--output", str(project.output))
    assert built.returncode == 0, built.stdout
    assert (project.output / "notices" / "2022-08-23-second" / "index.html").is_file()
    checked = run(project, "check", "2022-08-23-second")
    assert checked.returncode == 1
    assert checked.stdout.count("[structure.state_missing]") == 3
    assert "[structure.dropped]" not in checked.stdout


def test_names_go_on_by_themselves(project: Project) -> None:
    """Without a name the file gets the first one's and a number; the last notice goes on."""
    project.write("first", (CASES / "first.yaml").read_text("utf-8"))
    assert run(project, "follow", "first").returncode == 0
    again = run(project, "follow", "first")
    assert again.returncode == 1
    assert "“first”已经由“first-2”接着" in again.stderr
    done = run(project, "follow", "first-2", "--lang", "en")
    assert done.stdout.startswith("Written: ")
    text = (project.content / "notices" / "first-3.yaml").read_text("utf-8")
    assert "continues: first-2\n" in text
    assert "continues: s-" not in text
    assert run(project, "check", "first-3").stdout.count("follow.") == 0


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        ((), 2, "follow 后面写要接着的那一篇"),
        (("absent",), 2, "absent"),
        (("first", "--to", "First"), 2, "First"),
        (("first", "--to", "first"), 1, "first"),
    ],
)
def test_wrong_usage(project: Project, words: tuple[str, ...], status: int, expected: str) -> None:
    """What cannot be done is said, and nothing is written."""
    done = run(project, "follow", *words)
    assert done.returncode == status
    assert expected in done.stderr
    assert len(list((project.content / "notices").iterdir())) == 1


def test_no_problems_to_follow(project: Project) -> None:
    """A notice without problems cannot be followed up."""
    project.write(
        "plain", "title: 公告\nissuer: 某县某局\nsections: [{title: 说明, body: 有关事项。}]\n"
    )
    done = run(project, "follow", "plain")
    assert done.returncode == 1
    assert "没有问题" in done.stderr
