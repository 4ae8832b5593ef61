"""Command lines that are wrong, told in plain words of the asked language."""

import re
from pathlib import Path

import pytest

from disclosure.cli.arguments import COMMANDS, parse_arguments
from disclosure.errors import UsageError
from disclosure.messages import say

_ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|\{|argument|_file|invalid")
WRONG = (
    (["sgin"], "没有“sgin”这个命令，是不是“sign”？"),
    (["chek"], "没有“chek”这个命令，是不是“check”？"),
    (["publich"], "是不是“publish”？"),
    (["审签"], "没有“审签”这个命令；可以用的命令：build、check、"),
    (["_file"], "没有“_file”这个命令；"),
    (["@file"], "没有“@file”这个命令；"),
    (["foo bar"], "没有“foo bar”这个命令；"),
    (["--port", "70000"], "端口应当是 1 到 65535 的数"),
    (["--port", "65536"], "端口应当是 1 到 65535 的数"),
    (["--port", "0"], "端口应当是 1 到 65535 的数"),
    (["--port", "-1"], "端口应当是 1 到 65535 的数"),
    (["--port", "http"], "端口应当是 1 到 65535 的数"),
    (["--port=8e3"], "端口应当是 1 到 65535 的数"),
    (["--jobs", "0"], "应当是正整数"),
    (["--jobs", "多"], "应当是正整数"),
    (["--format", "xml"], "--format 不能是“xml”；可以是 text、json、github"),
    (["--lang", "fr"], "--lang 不能是“fr”；可以是 en、zh"),
    (["--strict=yes"], "--strict 后面不用写“yes”"),
    (["check", "--fix=3"], "--fix 后面不用写“3”"),
    (["sign", "--key"], "--key 后面缺少内容"),
    (["check", "--nope"], "不认识“--nope”"),
    (["build", "first"], "不认识“first”"),
)


@pytest.mark.parametrize(("arguments", "told"), WRONG, ids=[" ".join(each) for each, _ in WRONG])
def test_wrong_command_lines(arguments: list[str], told: str) -> None:
    """What is wrong, and what may stand there, without a word of argparse."""
    with pytest.raises(UsageError) as caught:
        parse_arguments(arguments, Path(), "1")
    said = say(caught.value.code, "zh", caught.value.params)
    assert told in said
    assert not _ENGLISH.search(re.sub(r"“.*?”|python3 build\.py --help", "", said))
    assert say(caught.value.code, "en", caught.value.params)


@pytest.mark.parametrize("port", [1, 80, 8000, 65535])
def test_ports(port: int) -> None:
    """Every port that there is can be asked for."""
    assert parse_arguments(["serve", "--port", str(port)], Path(), "1").port == port


def test_every_command_is_known_to_its_own_list() -> None:
    """A slip in any command's name is answered with that name."""
    for command in COMMANDS[:-1]:
        slip = command[0] + command[2] + command[1] + command[3:]
        with pytest.raises(UsageError) as caught:
            parse_arguments([slip], Path(), "1")
        assert caught.value.params.get("near") == command, slip


def test_help_names_no_list_in_braces(capsys: pytest.CaptureFixture[str]) -> None:
    """The help has none of argparse's lists of choices."""
    with pytest.raises(SystemExit):
        parse_arguments(["--help"], Path(), "1")
    assert "{" not in capsys.readouterr().out
