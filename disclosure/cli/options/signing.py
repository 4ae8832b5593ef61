"""Options of ``sign``."""

import argparse
from pathlib import Path
from typing import NamedTuple

from disclosure.cli.options.folders import maybe_folder
from disclosure.cli.options.words import Words


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


def add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(words("cli.sign_options"))
    group.add_argument("--role", default="", metavar="…", help=words("cli.role"))
    group.add_argument("--name", default="", metavar="…", help=words("cli.name"))
    group.add_argument("--decision", default="同意", metavar="…", help=words("cli.decision"))
    group.add_argument("--opinion", default="", metavar="…", help=words("cli.opinion"))
    group.add_argument("--key", type=Path, metavar="FILE", help=words("cli.key"))
    group.add_argument("--sheet", type=Path, metavar="DIR", help=words("cli.sheet"))


def read_options(found: argparse.Namespace) -> Signing:
    """Return what was asked for."""
    return Signing(
        found.role,
        found.name,
        found.decision,
        found.opinion,
        maybe_folder(found.key),
        maybe_folder(found.sheet),
    )
