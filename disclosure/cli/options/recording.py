"""Options of ``seal`` and ``verify``."""

import argparse
from typing import NamedTuple

from disclosure.messages import say


class Recording(NamedTuple):
    """What ``seal`` and ``verify`` are told.

    Attributes:
        note: what is new in the version.
        reason: why there is one; empty leaves it to the program.
        head: digest of the log's last line, as known from elsewhere; empty for none.
        timestamp: ask the site's authority for a time stamp.
        rebuild: make a version again and compare.

    """

    note: str
    reason: str
    head: str
    timestamp: bool
    rebuild: bool


def add_options(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(say("cli.record_options", language))
    group.add_argument("--note", default="", metavar="…", help=say("cli.note", language))
    group.add_argument("--reason", default="", metavar="…", help=say("cli.reason", language))
    group.add_argument("--head", default="", metavar="SHA256", help=say("cli.head", language))
    group.add_argument("--timestamp", action="store_true", help=say("cli.timestamp", language))
    group.add_argument("--rebuild", action="store_true", help=say("cli.rebuild", language))


def read_options(found: argparse.Namespace) -> Recording:
    """Return what was asked for."""
    return Recording(found.note, found.reason, found.head, found.timestamp, found.rebuild)
