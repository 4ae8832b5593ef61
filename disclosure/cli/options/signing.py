"""Options of ``sign``."""

import argparse
from pathlib import Path
from typing import NamedTuple

from disclosure.cli.options.folders import maybe_folder
from disclosure.messages import say


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


def add_options(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(say("cli.sign_options", language))
    group.add_argument("--role", default="", metavar="…", help=say("cli.role", language))
    group.add_argument("--name", default="", metavar="…", help=say("cli.name", language))
    group.add_argument(
        "--decision", default="同意", metavar="…", help=say("cli.decision", language)
    )
    group.add_argument("--opinion", default="", metavar="…", help=say("cli.opinion", language))
    group.add_argument("--key", type=Path, metavar="FILE", help=say("cli.key", language))
    group.add_argument("--sheet", type=Path, metavar="DIR", help=say("cli.sheet", language))


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
