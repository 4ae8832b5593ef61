"""Options of ``check``."""

import argparse
from pathlib import Path
from typing import NamedTuple

from disclosure.cli.options.folders import maybe_folder
from disclosure.cli.options.words import Words


class Checking(NamedTuple):
    """What ``check`` is asked for besides checking.

    Attributes:
        rules: list the rules instead.
        fix: show what can be mended with certainty.
        write: mend it.
        report: folder for a report; None for none.
        online: open the addresses of other sites.
        all: show every finding, not one of a kind.
        published: check what has gone out before instead.

    """

    rules: bool
    fix: bool
    write: bool
    report: Path | None
    online: bool
    all: bool
    published: bool


def add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(words("cli.check_options"))
    group.add_argument("--rules", action="store_true", help=words("cli.rules"))
    group.add_argument("--fix", action="store_true", help=words("cli.fix"))
    group.add_argument("--write", action="store_true", help=words("cli.write"))
    group.add_argument("--report", type=Path, metavar="DIR", help=words("cli.report"))
    group.add_argument("--online", action="store_true", help=words("cli.online"))
    group.add_argument("--all", action="store_true", help=words("cli.all"))
    group.add_argument("--published", action="store_true", help=words("cli.published"))


def read_options(found: argparse.Namespace) -> Checking:
    """Return what was asked for."""
    online, published = found.online, found.published
    report = maybe_folder(found.report)
    return Checking(found.rules, found.fix, found.write, report, online, found.all, published)
