"""Names and values of others in every command's output: they show themselves and forge no line."""

import ast
import shutil
import string
import sys
from pathlib import Path

import pytest

from disclosure.archive.store import Store
from disclosure.cli.arguments import COMMANDS
from disclosure.cli.main import main
from disclosure.errors import OutputError
from disclosure.messages import explain, say
from disclosure.messages.catalogues import CATALOGUES
from disclosure.report import FORMATS
from tests.archive.test_verify import add
from tests.conftest import NOTICE, ROOT, Project

FORGED = "伪造: 没有发现异常"
HOSTILE = [
    f"x\n{FORGED}",
    f"x\r\n{FORGED}",
    f"x\r{FORGED}",
    f"\x1b[2J\x1b[1;1H{FORGED}",
    f"x\u2028{FORGED}",
    f"x\u2029{FORGED}\x85",
    "x\x9b2J",
    "\x1b]0;title\x07",
    "\x1b]8;;mailto:evil\x07x",
    "gpj\u202e.exe",
    "a\u2066b\u2069",
    "a\u200f\u061c\u200e",
    "\x08\x08\x7f",
    "tag\U000e0041\U000e0001",
    "\ufeffx\u200b\u00ad",
    "half\udcff",
    "tab\tx\x0b\x0c",
    "a\u180ex\ufff9",
]


def assert_harmless(text: str) -> None:
    """See that nothing in an output acts, hides or forges."""
    assert [c for c in text if not c.isprintable() and c not in "\n　"] == []
    assert FORGED not in text.split("\n")


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_every_sentence(value: str) -> None:
    """Every sentence of every catalogue stays one harmless line."""
    for language, sentences in CATALOGUES.items():
        for code, sentence in sentences.items():
            names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
            line = say(code, language, dict.fromkeys(names, value))
            assert_harmless(line)
            assert line.count("\n") == sentence.count("\n")


def test_reason_of_another_error() -> None:
    """What caused an error stands in its sentence."""
    inner = OutputError("cli.no_value", name="x\x1b")
    outer = OutputError("verify.unreachable", url="u\n")
    outer.__cause__ = inner
    assert_harmless(explain(outer, "zh"))
    assert "后面缺少内容" in explain(outer, "zh")


@pytest.mark.slow
@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_every_command(value: str, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A hostile word after any command, and as value of its options, is shown as it is."""
    folders = ("--content", str(project.content), "--output", str(project.output))
    for command in set(COMMANDS) - {"test", "serve", "docs", "bundle", "build"}:
        for words in ((value,), (value, value), ("first", value), (value, "--note", value)):
            assert main([command, *words, *folders]) in {0, 1, 2}
    for option in ("--lang", "--format", "--jobs", "--reason", "--port", value):
        assert main(["check", option, value, *folders]) in {0, 1, 2}
    for option in ("--content", "--templates"):
        assert main(["check", option, str(project.root / value)]) in {0, 1, 2}
    assert main([value]) == 2
    told = capsys.readouterr()
    assert_harmless(told.out + told.err)


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_verify_of_hostile_names(
    value: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file with a hostile name among versions is told, and forges nothing."""
    archive = tmp_path / "archive"
    add(Store(archive), "a", 1)
    (archive / "a/1" / value).write_bytes(b"x")
    (archive / value).write_bytes(b"x")
    assert main(["verify", str(archive)]) == 1
    told = capsys.readouterr().out
    assert_harmless(told)
    assert told.count("安全性 ") == 2
    copy = tmp_path / value
    shutil.copytree(archive, copy)
    (copy / "log.jsonl").unlink()
    assert main(["verify", str(copy)]) == 2
    assert_harmless(capsys.readouterr().err)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("value", HOSTILE[::3], ids=ascii)
def test_hostile_files(
    value: str, form: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """Notices with hostile names and lines are reported in every form."""
    broken = NOTICE.replace("2022-02-23", "2022-02-30 \x1b[2J\u202e")
    (project.content / "notices" / f"{value}.yaml").write_text(broken, "utf-8", "surrogateescape")
    options = ("--format", form, "--content", str(project.content))
    for command in ("check", "build", "sign", "deliver"):
        assert main([command, *options, "--output", str(project.output)]) in {0, 1, 2}
    told = capsys.readouterr()
    assert_harmless(told.out + told.err)


def test_only_one_module_prints() -> None:
    """In the command line nothing is printed but by ``console``, which makes it visible."""
    for path in (ROOT / "disclosure" / "cli").rglob("*.py"):
        calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
        printing = [n for n in calls if isinstance(n.func, ast.Name) and n.func.id == "print"]
        assert not printing or path.name == "console.py", path
    assert sys.stdout is not None


@pytest.mark.parametrize("value", ["x" * 300, "/".join(["y" * 200] * 30), "gone", "/dev/null"])
def test_folders_that_cannot_be(
    value: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is too long, is not there or is none ends in a sentence, after any option."""
    place, folders = str(project.root / value), ("--content", str(project.content))
    for words in (
        *(("check", "--content", place), ("build", "--content", place), ("verify", place)),
        *(("build", "--templates", place, *folders), ("deliver", "first", "--templates", place, *folders)),
        *(("check", "--report", place, *folders), ("sign", "--sheet", place, *folders)),
        *(("verify", "--content", place), ("publish", "--content", place)),
    ):  # fmt: skip
        assert main([*words, "--output", str(project.output)]) in {0, 1, 2}
    told = capsys.readouterr()
    assert_harmless(told.out + told.err)
    assert "没有做完" not in told.err
