"""Options of ``export``, ``deliver`` and ``bundle``: what is handed to others."""

import argparse
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.cli.options.folders import given_folder
from disclosure.cli.options.words import Words

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


def add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(words("cli.export_options"))
    group.add_argument("--bag", action="store_true", help=words("cli.bag"))
    group.add_argument("--warc", action="store_true", help=words("cli.warc"))
    group.add_argument("--wacz", action="store_true", help=words("cli.wacz"))
    group.add_argument("--docx", action="store_true", help=words("cli.docx"))
    group.add_argument(
        "--fonts",
        choices=("gb2312", "gbk"),
        default="gb2312",
        metavar="…",
        help=words("cli.docx_fonts"),
    )
    group.add_argument("--to", type=Path, metavar="DIR", help=words("cli.to"))
    group.add_argument("--zip", action="store_true", help=words("cli.zip"))
    group = parser.add_argument_group(words("cli.bundle_options"))
    group.add_argument("--extras", type=_words, metavar="…", help=words("cli.extras"))
    group.add_argument(
        "--platform", type=_words, default=(), metavar="…", help=words("cli.platform")
    )
    group.add_argument(
        "--python-version",
        type=_words,
        default=(),
        metavar="3.N",
        help=words("cli.python_version"),
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
