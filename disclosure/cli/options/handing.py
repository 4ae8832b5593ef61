"""Options of ``export``, ``deliver`` and ``bundle``: what is handed to others."""

import argparse
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.cli.options.folders import given_folder
from disclosure.messages import say

DOCX: Final = "docx"
_FORMS = ("bag", "warc", "wacz", DOCX)


class Handing(NamedTuple):
    """What ``export``, ``deliver`` and ``bundle`` are told.

    Attributes:
        forms: those asked for, of bag, warc, wacz and docx.
        fonts: which typefaces a Word file names, ``gb2312`` or ``gbk``.
        folder: where to; where the command was typed if nothing is said.
        zip: one zip instead of a folder.
        extras: which packages go along; None leaves it to the program.
        platforms: of the other machine, as wheels name them; none for this one's.
        pythons: of the other machine; none for this one's.

    """

    forms: tuple[str, ...]
    fonts: str
    folder: Path
    zip: bool
    extras: tuple[str, ...] | None
    platforms: tuple[str, ...]
    pythons: tuple[str, ...]


def add_options(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(say("cli.export_options", language))
    group.add_argument("--bag", action="store_true", help=say("cli.bag", language))
    group.add_argument("--warc", action="store_true", help=say("cli.warc", language))
    group.add_argument("--wacz", action="store_true", help=say("cli.wacz", language))
    group.add_argument("--docx", action="store_true", help=say("cli.docx", language))
    group.add_argument(
        "--fonts",
        choices=("gb2312", "gbk"),
        default="gb2312",
        metavar="…",
        help=say("cli.docx_fonts", language),
    )
    group.add_argument("--to", type=Path, metavar="DIR", help=say("cli.to", language))
    group.add_argument("--zip", action="store_true", help=say("cli.zip", language))
    group = parser.add_argument_group(say("cli.bundle_options", language))
    group.add_argument("--extras", type=_words, metavar="…", help=say("cli.extras", language))
    group.add_argument(
        "--platform", type=_words, default=(), metavar="…", help=say("cli.platform", language)
    )
    group.add_argument(
        "--python-version",
        type=_words,
        default=(),
        metavar="3.N",
        help=say("cli.python_version", language),
    )


def read_options(found: argparse.Namespace) -> Handing:
    """Return what was asked for."""
    forms = tuple(form for form in _FORMS if getattr(found, form))
    folder = given_folder(found.to, Path.cwd())
    return Handing(
        forms,
        found.fonts,
        folder,
        found.zip,
        found.extras,
        found.platform,
        found.python_version,
    )


def _words(text: str) -> tuple[str, ...]:
    """Read words with commas between them."""
    return tuple(word for word in text.replace("，", ",").split(",") if word)
