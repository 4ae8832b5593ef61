"""What can be asked for on the command line."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from disclosure.errors import UsageError
from disclosure.messages import CATALOGUES, say
from disclosure.report import FORMATS
from disclosure.settings import Settings, name_for

DEFAULT_PORT = 8000
COMMANDS = ("build", "check", "sign", "seal", "verify", "diff", "serve", "docs", "test")
_ABOUT_NOTICES = frozenset({"check", "sign", "seal", "verify", "diff"})


# What argparse complains of, in its words, and our own sentence for it. Not compiled here: most
# command lines are right.
_COMPLAINTS: Final = (
    (r"unrecognized arguments: (?P<what>.+)", "cli.unknown"),
    (
        r"argument (?P<name>\S+): invalid choice: '?(?P<what>.+?)'? \(.* from (?P<known>.+)\)",
        "cli.bad_choice",
    ),
    (r"argument (?P<name>\S+): expected one argument", "cli.no_value"),
    (r"argument (?P<name>\S+): invalid \S+ value: '(?P<what>.*)'", "cli.bad_value"),
)


class Request(NamedTuple):
    """A command with its options."""

    command: str
    settings: Settings
    strict: bool
    verify: bool
    timings: bool
    form: str
    port: int
    open_browser: bool
    lan: bool
    slugs: tuple[str, ...]
    checking: "Checking"
    signing: "Signing"
    record: "Recording"


class Checking(NamedTuple):
    """What ``check`` is asked for besides checking.

    Attributes:
        rules: list the rules instead.
        fix: show what can be mended with certainty.
        write: mend it.
        report: folder for a report; None for none.
        online: open the addresses of other sites.

    """

    rules: bool
    fix: bool
    write: bool
    report: Path | None
    online: bool


class Signing(NamedTuple):
    """What ``sign`` is asked to record; without a role it shows how things stand.

    Attributes:
        role: the step of the chain.
        name: who signs.
        decision: 同意, 退回 or 修改后同意.
        opinion: in words.
        key: private SSH key; None for none.
        sheet: folder for the approval sheet; None for none.

    """

    role: str
    name: str
    decision: str
    opinion: str
    key: Path | None
    sheet: Path | None


class Recording(NamedTuple):
    """What ``seal`` and ``verify`` are told.

    Attributes:
        note: what is new in the version.
        reason: why there is one; empty leaves it to the program.
        head: digest of the log's last line, as known from elsewhere; empty for none.

    """

    note: str
    reason: str
    head: str


class _Parser(argparse.ArgumentParser):
    """Raises instead of leaving, so that messages come in the asked language."""

    def error(self, message: str) -> NoReturn:
        for pattern, code in _COMPLAINTS:
            if match := re.search(pattern, message):
                raise UsageError(code, **match.groupdict())
        raise UsageError("cli.bad_usage", detail=message)


def asked_language(arguments: Sequence[str]) -> str:
    """Return the language asked for; needed before the arguments can be parsed."""
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[number + 1] if number + 1 < len(arguments) else "")
            return value if value in CATALOGUES else "zh"
    return "zh"


def parse_arguments(arguments: Sequence[str], root: Path, version: str) -> Request:
    """Return what is asked for.

    Args:
        arguments: without the program's name.
        root: the project; folders are relative to it unless given.

    Raises:
        UsageError: the arguments make no sense.
        SystemExit: ``--help`` and ``--version``, after printing.

    """
    language = asked_language(arguments)
    found = _parser(language, version).parse_intermixed_args(arguments)
    if found.slugs and found.command not in _ABOUT_NOTICES:
        raise UsageError("cli.unknown", what=" ".join(found.slugs))
    content = _folder(found.content, root / "content")
    templates = _folder(found.templates, root / "templates")
    site = root / "site"
    if found.command == "serve":
        # What is half done must not stand where it may be published from.
        site = root / ".cache" / f"preview-{name_for(content, templates)}"
    settings = Settings(
        root=root,
        content=content,
        templates=templates,
        output=_folder(found.output, site),
        cache=root / ".cache",
        language=language,
        jobs=found.jobs,
    )
    return Request(
        found.command,
        settings,
        found.strict,
        found.verify_cache,
        found.timings,
        found.format,
        found.port,
        found.open,
        found.lan,
        tuple(found.slugs),
        Checking(found.rules, found.fix, found.write, _maybe_folder(found.report), found.online),
        Signing(
            found.role,
            found.name,
            found.decision,
            found.opinion,
            _maybe_folder(found.key),
            _maybe_folder(found.sheet),
        ),
        Recording(found.note, found.reason, found.head),
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _folder(given: Path | None, default: Path) -> Path:
    return default if given is None else Path.cwd() / given


def _maybe_folder(given: Path | None) -> Path | None:
    return None if given is None else Path.cwd() / given


def _parser(language: str, version: str) -> _Parser:
    def words(code: str) -> str:
        return say(code, language)

    commands = "\n".join(f"  {name:<8}{words(f'cli.{name}')}" for name in COMMANDS)
    parser = _Parser(
        prog="python3 build.py",
        usage=argparse.SUPPRESS,
        description=f"{words('cli.description')}\n\n{words('cli.usage')}",
        epilog=f"{words('cli.commands')}\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument(
        "command", nargs="?", choices=COMMANDS[:-1], default="build", help=argparse.SUPPRESS
    )
    parser.add_argument("slugs", nargs="*", help=argparse.SUPPRESS)
    options = parser.add_argument_group(words("cli.options"))
    options.add_argument("--content", type=Path, metavar="DIR", help=words("cli.content"))
    options.add_argument("--templates", type=Path, metavar="DIR", help=words("cli.templates"))
    options.add_argument("--output", type=Path, metavar="DIR", help=words("cli.output"))
    options.add_argument("--jobs", type=_positive, metavar="N", help=words("cli.jobs"))
    options.add_argument("--strict", action="store_true", help=words("cli.strict"))
    options.add_argument("--verify-cache", action="store_true", help=words("cli.verify_cache"))
    options.add_argument("--timings", action="store_true", help=words("cli.timings"))
    options.add_argument("--format", choices=FORMATS, default="text", help=words("cli.format"))
    options.add_argument("--lang", choices=sorted(CATALOGUES), help=words("cli.lang"))
    options.add_argument(
        "--port", type=_positive, default=DEFAULT_PORT, metavar="N", help=words("cli.port")
    )
    options.add_argument("--open", action="store_true", help=words("cli.open"))
    options.add_argument("--lan", action="store_true", help=words("cli.lan"))
    _add_checking(parser, language)
    _add_signing(parser, language)
    _add_recording(parser, language)
    options.add_argument("--version", action="version", version=version, help=words("cli.version"))
    options.add_argument("-h", "--help", action="help", help=words("cli.help"))
    return parser


def _add_checking(parser: _Parser, language: str) -> None:
    group = parser.add_argument_group(say("cli.check_options", language))
    group.add_argument("--rules", action="store_true", help=say("cli.rules", language))
    group.add_argument("--fix", action="store_true", help=say("cli.fix", language))
    group.add_argument("--write", action="store_true", help=say("cli.write", language))
    group.add_argument("--report", type=Path, metavar="DIR", help=say("cli.report", language))
    group.add_argument("--online", action="store_true", help=say("cli.online", language))


def _add_signing(parser: _Parser, language: str) -> None:
    group = parser.add_argument_group(say("cli.sign_options", language))
    group.add_argument("--role", default="", metavar="…", help=say("cli.role", language))
    group.add_argument("--name", default="", metavar="…", help=say("cli.name", language))
    group.add_argument(
        "--decision", default="同意", metavar="…", help=say("cli.decision", language)
    )
    group.add_argument("--opinion", default="", metavar="…", help=say("cli.opinion", language))
    group.add_argument("--key", type=Path, metavar="FILE", help=say("cli.key", language))
    group.add_argument("--sheet", type=Path, metavar="DIR", help=say("cli.sheet", language))


def _add_recording(parser: _Parser, language: str) -> None:
    group = parser.add_argument_group(say("cli.record_options", language))
    group.add_argument("--note", default="", metavar="…", help=say("cli.note", language))
    group.add_argument("--reason", default="", metavar="…", help=say("cli.reason", language))
    group.add_argument("--head", default="", metavar="SHA256", help=say("cli.head", language))
