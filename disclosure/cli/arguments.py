"""What can be asked for on the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from disclosure.cli.options import checking, handing, importing, publishing, recording, signing
from disclosure.cli.options.checking import Checking
from disclosure.cli.options.folders import given_folder
from disclosure.cli.options.handing import Handing
from disclosure.cli.options.importing import Importing
from disclosure.cli.options.publishing import PublishingOptions
from disclosure.cli.options.recording import Recording
from disclosure.cli.options.signing import Signing
from disclosure.cli.options.words import Words, words_for
from disclosure.cli.program_place import as_called, default_templates, project_root
from disclosure.errors import UsageError
from disclosure.messages import LANGUAGES
from disclosure.project.settings import Settings, name_for
from disclosure.report import FORMATS

DEFAULT_PORT = 8000
_LAST_PORT = 65535
COMMANDS = (
    *("build", "check", "pictures", "sign", "seal", "verify", "diff", "export", "deliver"),
    *("new", "follow", "import", "ledger", "bundle", "publish", "next", "serve", "docs", "test"),
)
# Commands that take names; the others take none.
_ABOUT_NOTICES = frozenset(
    {"check", "pictures", "sign", "seal", "verify", "diff", "export", "deliver", "publish"}
    | {"new", "follow", "import", "ledger", "next"},
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
    checking: Checking
    signing: Signing
    record: Recording
    handing: Handing
    publishing: PublishingOptions
    importing: Importing
    listing: bool
    verbose: bool = False


class _Parser(argparse.ArgumentParser):
    """Raises instead of leaving, so that messages come in the asked language."""

    def error(self, message: str) -> NoReturn:
        # Not imported above: most command lines are right.
        from disclosure.cli.complaints import complaint_of

        raise complaint_of(message, COMMANDS[:-1])


def asked_language(arguments: Sequence[str]) -> str:
    """Return the language asked for; needed before the arguments can be parsed."""
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[number + 1] if number + 1 < len(arguments) else "")
            return value if value in LANGUAGES else "zh"
    return "zh"


def parse_arguments(arguments: Sequence[str], root: Path, version: str) -> Request:
    """Return what is asked for.

    Args:
        arguments: without the program's name.
        root: where a project is looked for; folders are relative to it unless given.

    Raises:
        UsageError: the arguments make no sense.
        SystemExit: ``--help`` and ``--version``, after printing.

    """
    language = asked_language(arguments)
    found = _parser(words_for(arguments, language), version).parse_intermixed_args(arguments)
    if found.slugs and found.command not in _ABOUT_NOTICES:
        raise UsageError("cli.unknown", what=" ".join(found.slugs))
    content = given_folder(found.content, root / "content")
    root = project_root(root, content)
    templates = given_folder(found.templates, default_templates(root))
    site = root / "site"
    if found.command == "serve":
        # What is half done must not stand where it may be published from.
        site = root / ".cache" / f"preview-{name_for(content, templates)}"
    settings = Settings(
        root=root,
        content=content,
        templates=templates,
        output=given_folder(found.output, site),
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
        checking.read_options(found),
        signing.read_options(found),
        recording.read_options(found),
        handing.read_options(found),
        publishing.read_options(found),
        importing.read_options(found),
        found.list,
        found.verbose,
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _port(text: str) -> int:
    number = int(text)
    if not 0 < number <= _LAST_PORT:
        raise ValueError(text)
    return number


def _parser(words: Words, version: str) -> _Parser:
    commands = "\n".join(f"  {name:<8}{words(f'cli.{name}')}" for name in COMMANDS)
    parser = _Parser(
        prog=as_called("python3 build.py"),
        usage=argparse.SUPPRESS,
        description=f"{words('cli.description')}\n\n{words('cli.usage')}",
        epilog=f"{words('cli.commands')}\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    options = parser.add_argument_group(words("cli.options"))
    # In the group as well: what the parser itself takes is tried out as help text, with shutil.
    options.add_argument(
        "command", nargs="?", choices=COMMANDS[:-1], default="build", help=argparse.SUPPRESS
    )
    options.add_argument("slugs", nargs="*", help=argparse.SUPPRESS)
    options.add_argument("--content", type=Path, metavar="DIR", help=words("cli.content"))
    options.add_argument("--templates", type=Path, metavar="DIR", help=words("cli.templates"))
    options.add_argument("--output", type=Path, metavar="DIR", help=words("cli.output"))
    options.add_argument("--jobs", type=_positive, metavar="N", help=words("cli.jobs"))
    options.add_argument("--strict", action="store_true", help=words("cli.strict"))
    options.add_argument("--verify-cache", action="store_true", help=words("cli.verify_cache"))
    options.add_argument("--timings", action="store_true", help=words("cli.timings"))
    for name, choices, code in (
        ("--format", FORMATS, "cli.format"),
        ("--lang", sorted(LANGUAGES), "cli.lang"),
    ):
        options.add_argument(
            name,
            choices=choices,
            default=choices[0] if name == "--format" else None,
            metavar="…",
            help=words(code),
        )
    options.add_argument(
        "--port", type=_port, default=DEFAULT_PORT, metavar="N", help=words("cli.port")
    )
    options.add_argument("--open", action="store_true", help=words("cli.open"))
    options.add_argument("--lan", action="store_true", help=words("cli.lan"))
    for group in (checking, signing, recording, handing, publishing, importing):
        group.add_options(parser, words)
    options.add_argument("--verbose", action="store_true", help=words("cli.verbose"))
    options.add_argument("--list", action="store_true", help=words("cli.list"))
    options.add_argument("--version", action="version", version=version, help=words("cli.version"))
    options.add_argument("-h", "--help", action="help", help=words("cli.help"))
    return parser
