"""Options of ``check``."""

import argparse
from pathlib import Path
from typing import NamedTuple

from disclosure.cli.options.folders import maybe_folder
from disclosure.messages import say


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


def add_options(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(say("cli.check_options", language))
    group.add_argument("--rules", action="store_true", help=say("cli.rules", language))
    group.add_argument("--fix", action="store_true", help=say("cli.fix", language))
    group.add_argument("--write", action="store_true", help=say("cli.write", language))
    group.add_argument("--report", type=Path, metavar="DIR", help=say("cli.report", language))
    group.add_argument("--online", action="store_true", help=say("cli.online", language))
    group.add_argument("--all", action="store_true", help=say("cli.all", language))
    group.add_argument("--published", action="store_true", help=say("cli.published", language))


def read_options(found: argparse.Namespace) -> Checking:
    """Return what was asked for."""
    online, published = found.online, found.published
    report = maybe_folder(found.report)
    return Checking(found.rules, found.fix, found.write, report, online, found.all, published)
