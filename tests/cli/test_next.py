"""``next`` as a command line: one sentence and the very command, at each stage."""

import shlex

import pytest

from tests.command import PATH, Done, command
from tests.conftest import NOTICE, Project

EPOCH = 1_646_000_000  # 2022-02-28 in China


def run(project: Project, *words: str) -> Done:
    """Run a command in a project."""
    environment = {"PATH": PATH, "SOURCE_DATE_EPOCH": str(EPOCH), "HOME": str(project.root)}
    folders = ("--content", str(project.content), "--output", str(project.output))
    return command(*words, *folders, cwd=project.root, environment=environment)


def steps(project: Project, *words: str) -> list[str]:
    """Return what ``next`` prints."""
    done = run(project, "next", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def follow(project: Project, **values: str) -> str:
    """Do what ``next first`` names, with words replaced, and return the stage it stood at."""
    lines = steps(project, "first")
    typed = next(line for line in lines if line.startswith("  python3 build.py "))
    words = [values.get(word, word) for word in shlex.split(typed)[2:]]
    done = run(project, *words)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return lines[0].partition("　")[2]


def test_the_commands_lead_to_the_end(project: Project) -> None:
    """Whoever does nothing but what ``next`` says has published in the end."""
    targets = f"publish: {{targets: [{{name: web, url: 'file:{project.root / 'web'}'}}]}}\n"
    site = project.content / "site.yaml"
    site.write_text(site.read_text("utf-8") + targets, "utf-8")
    walked = [follow(project, 姓名=name) for name in ("张三", "李四", "王五", "", "")]
    assert walked == ["待初审", "待复审", "待终审", "待定版", "可发布（第 1 版）"]
    assert (project.root / "web" / "notices" / "first" / "index.html").is_file()
    assert steps(project, "first") == [
        "first　已发布第 1 版",
        "  第 1 版已经发布，没有要做的",
    ]
    assert steps(project) == ["另有 1 份已经发布，没有要做的"]


def test_without_a_target_it_is_delivered(project: Project) -> None:
    """An office that publishes by pasting is shown how to deliver."""
    for name in ("张三", "李四", "王五", ""):
        follow(project, 姓名=name)
    assert steps(project, "first")[2] == "  python3 build.py deliver first"


def test_words_to_replace_are_named(project: Project) -> None:
    """The name of the signer is for the office to say, and the command says so."""
    assert steps(project, "first") == [
        "first　待初审",
        "  请“初审”看过全文后审签",
        "  python3 build.py sign first --role 初审 --name 姓名",
        "  （“姓名”请换成审签人的姓名）",
    ]


def test_keys_and_odd_roles(project: Project) -> None:
    """Where keys are known the command asks for one; a role with a blank stays one word."""
    site = project.content / "site.yaml"
    role = "review: {steps: [{role: 分管 领导}], people: 1}\n"
    site.write_text(site.read_text("utf-8") + role, "utf-8")
    (project.content / "reviews").mkdir()
    (project.content / "reviews" / "allowed_signers").write_bytes(b"")
    typed = '  python3 build.py sign first --role "分管 领导" --name 姓名 --key 密钥文件'
    assert typed in steps(project, "first")


def test_second_version_says_what_is_new(project: Project) -> None:
    """The note of a later version is for the office to write."""
    for name in ("张三", "李四", "王五", ""):
        follow(project, 姓名=name)
    project.write("first", NOTICE.replace("38", "39"))
    for name in ("张三", "李四", "王五"):
        follow(project, 姓名=name)
    assert steps(project, "first")[1:] == [
        "  审签已经完成；请定为第 2 版，写明改了什么",
        "  python3 build.py seal first --note 改了什么",
        "  （“改了什么”请换成一句话，写明改了什么）",
    ]


def test_all_notices_and_what_is_due(project: Project) -> None:
    """Without a name every notice is told, then what is due soon; in English just as well."""
    period = "posting_period: {start: 2022-02-24, end: 2022-03-04}\ncontact:"
    project.write("first", NOTICE.replace("contact:", period))
    project.write("second", "title: [\n")
    lines = steps(project)
    assert [line for line in lines if not line.startswith(" ")] == [
        "first　待初审",
        "second　草稿，有 1 处错误，读不出来",
        "2022-03-04  公示期结束：中共某县某局党组关于巡察整改进展情况的通报（first）",
    ]
    assert "  python3 build.py check second" in lines
    assert "first　waits for 初审" in steps(project, "--lang", "en")


def test_broken_site(project: Project) -> None:
    """With a broken site.yaml its faults are told, and nothing else."""
    (project.content / "site.yaml").write_text("name: [\n", "utf-8")
    done = run(project, "next")
    assert done.returncode == 1
    assert "site.yaml" in done.stdout


@pytest.mark.parametrize("words", [("third",), ("first", "third")])
def test_unknown_notice(project: Project, words: tuple[str, ...]) -> None:
    """A notice that is not there is a wrong command, and those there are are named."""
    done = run(project, "next", *words)
    assert (done.returncode, "first" in done.stderr) == (2, True)
