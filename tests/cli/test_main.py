"""The command line as a user meets it: exit status, streams, languages."""

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.pipeline.build import cache_path
from disclosure.project.fingerprint import stat_of
from tests.command import Done, command, whole
from tests.conftest import NOTICE, ROOT, Project


def run(project: Project, *arguments: str, how: Callable[..., Done] = command) -> Done:
    """Run the program on ``project``."""
    words = arguments
    if not {"--help", "--version"} & set(arguments):
        words += ("--content", str(project.content), "--output", str(project.output))
    return how(*words, cwd=project.root, environment=os.environ)


@pytest.mark.parametrize("how", [command, whole])
def test_build_says_what_it_did(project: Project, how: Callable[..., Done]) -> None:
    """A build ends with one line of counts, a second one says that nothing changed."""
    first, second = run(project, how=how), run(project, "build", how=how)
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout.startswith("已生成 1 份通报，更新 15 个文件、删除 0 个，共 15 个：")
    assert second.stdout.startswith("没有变化：1 份通报、15 个文件都是最新的：")
    assert first.stderr == second.stderr == ""


def test_errors_exit_with_one(project: Project) -> None:
    """An error in the content is printed with its place and the status is 1."""
    project.write("first", NOTICE.replace("2022-02-23", "2022-02-30"))
    result = run(project)
    assert result.returncode == 1
    assert "first.yaml:4:12: 错误 日期“2022-02-30”在日历上不存在" in result.stdout
    assert result.stdout.splitlines()[-1] == "发现 1 处错误、0 处警告；没有改动网站"


def test_english(project: Project) -> None:
    """--lang en turns every message to English."""
    result = run(project, "--lang", "en")
    assert result.stdout.startswith("built 1 notices, 15 files updated")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--nonsense",), "命令写错了：不认识“--nonsense”；"),
        (("nonsense",), "没有“nonsense”这个命令；"),
        (("--format", "xml"), "命令写错了：--format 不能是“xml”；"),
        (("--lang", "fr"), "命令写错了：--lang 不能是“fr”；"),
        (("--jobs", "0"), "命令写错了：--jobs 不能是“0”；"),
        (("--jobs", "many"), "命令写错了：--jobs 不能是“many”；"),
    ],
)
def test_wrong_usage_exits_with_two(
    project: Project, arguments: tuple[str, ...], said: str
) -> None:
    """Wrong usage is one line on stderr that names the slip, and status 2."""
    result = run(project, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1


def test_help_is_chinese_and_lists_commands(project: Project) -> None:
    """--help tells every command, in Chinese and in English."""
    told = run(project, "--help").stdout
    assert all(word in told for word in ("build", "docs", "test", "生成网站", "选项"))
    assert "options" in run(project, "--help", "--lang", "en").stdout


def test_json_format_is_json_alone(project: Project) -> None:
    """With --format json stdout is one JSON document; the rest goes to stderr."""
    project.write("first", NOTICE.replace("2022-02-23", "2022-02-30"))
    result = run(project, "--format", "json")
    (found,) = json.loads(result.stdout)
    assert (found["line"], found["column"], found["code"]) == (4, 12, "field.date_missing")


def test_github_format(project: Project) -> None:
    """With --format github every finding is an annotation."""
    project.write("first", NOTICE.replace("2022-02-23", "2022-02-30"))
    assert run(project, "--format", "github").stdout.startswith("::error file=")


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_no_console_encoding_stops_it(project: Project, encoding: str) -> None:
    """A console that cannot show a character gets an escape, not a traceback."""
    project.write("first", NOTICE.replace("某县纪委", "某县纪委𠮷").replace("38", "𠮷"))
    words = [sys.executable, "-P", "-m", "disclosure", "--content", str(project.content)]
    full = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONIOENCODING=encoding)
    result = subprocess.run(words, env=full, capture_output=True, check=False, cwd=project.root)
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert "\\U00020bb7" in result.stdout.decode(encoding)


def test_start_needs_no_heavy_package(project: Project) -> None:
    """--help imports neither pydantic nor Jinja nor PyYAML."""
    code = (
        "import sys; from disclosure.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('pydantic', 'jinja2', 'yaml', 'markdown') if m in sys.modules])"
    )
    full = dict(os.environ, PYTHONPATH=str(ROOT))
    result = subprocess.run(
        [sys.executable, "-P", "-c", code], env=full, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_unknown_folder_is_told(project: Project, tmp_path: Path) -> None:
    """A content folder that does not exist is reported, not a traceback."""
    project.content = tmp_path / "nowhere"
    result = run(project)
    assert result.returncode == 1
    assert "缺少" in result.stdout
    assert result.stderr == ""


def test_timings_tell_every_phase(project: Project) -> None:
    """--timings lists on stderr where the time went; a build that changes nothing only looked."""
    first, second = run(project, "--timings"), run(project, "--timings")
    assert [line.split("s  ")[1] for line in first.stderr.splitlines()] == [
        "查看哪些有变化",
        "载入程序",
        "读取和检查通报（各进程合计）",
        "生成网页（各进程合计）",
        "写出文件（各进程合计）",
        "目录、订阅和站点地图",
        "换入网站",
        "记入缓存",
    ]
    assert len(second.stderr.splitlines()) == 1


def test_verify_cache_reads_everything(project: Project) -> None:
    """A page that was changed and got its old times back is only found by --verify-cache."""
    run(project)
    page = project.output / "notices" / "first" / "index.html"
    whole = page.read_bytes()
    spoiled = whole.replace("整改".encode(), "整政".encode(), 1)
    note = note_of(project)
    before = stat_of(str(page))
    with page.open("r+b") as file:
        file.write(spoiled)
    forge(note, before, stat_of(str(page)))
    assert run(project).stdout.startswith("没有变化")
    assert page.read_bytes() == spoiled
    result = run(project, "--verify-cache")
    assert f"1 个文件改过而修改时间未变，已按内容处理：{page}" in result.stderr
    assert page.read_bytes() == whole


def note_of(project: Project) -> Path:
    """Return the cache that the program, run for ``project``, keeps."""
    return cache_path(project.settings._replace(root=ROOT, cache=ROOT / ".cache"))


def forge(note: Path, old: str, new: str) -> None:
    """Change a file state in a cache and make its checksum right again."""
    text, foot = note.read_bytes().rsplit(b"\n", 1)
    text = text.replace(old.encode(), new.encode())
    assert len(old) == len(new)
    name, _, lengths = foot.split(b" ", 2)
    note.write_bytes(text + b"\n%b %08x %b" % (name, zlib.crc32(text), lengths))


def test_damaged_cache_is_told_in_one_line(project: Project) -> None:
    """A damaged cache is discarded with one line on stderr."""
    run(project)
    note = note_of(project)
    note.write_bytes(note.read_bytes()[:-9])
    result = run(project)
    assert result.returncode == 0
    assert result.stderr == "缓存已损坏或来自别处，不予采用，已全部重新生成\n"
