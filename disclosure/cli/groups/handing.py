"""Options of ``export`` and ``deliver``: what is handed to others."""

import argparse
from pathlib import Path
from typing import NamedTuple

from disclosure.cli.groups.folders import given_folder
from disclosure.messages import say

_FORMS = ("bag", "warc", "wacz")


class Handing(NamedTuple):
    """What ``export`` and ``deliver`` are told.

    Attributes:
        forms: those asked for, of bag, warc and wacz.
        folder: where to; where the command was typed if nothing is said.
        zip: one zip instead of a folder.

    """

    forms: tuple[str, ...]
    folder: Path
    zip: bool


def add_options(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(say("cli.export_options", language))
    group.add_argument("--bag", action="store_true", help=say("cli.bag", language))
    group.add_argument("--warc", action="store_true", help=say("cli.warc", language))
    group.add_argument("--wacz", action="store_true", help=say("cli.wacz", language))
    group.add_argument("--to", type=Path, metavar="DIR", help=say("cli.to", language))
    group.add_argument("--zip", action="store_true", help=say("cli.zip", language))


def read_options(found: argparse.Namespace) -> Handing:
    """Return what was asked for."""
    forms = tuple(form for form in _FORMS if getattr(found, form))
    return Handing(forms, given_folder(found.to, Path.cwd()), found.zip)
