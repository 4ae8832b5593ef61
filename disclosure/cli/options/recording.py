"""Options of ``seal`` and ``verify``."""

import argparse
from typing import NamedTuple

from disclosure.cli.options.words import Words


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


def add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(words("cli.record_options"))
    group.add_argument("--note", default="", metavar="…", help=words("cli.note"))
    group.add_argument("--reason", default="", metavar="…", help=words("cli.reason"))
    group.add_argument("--head", default="", metavar="SHA256", help=words("cli.head"))
    group.add_argument("--timestamp", action="store_true", help=words("cli.timestamp"))
    group.add_argument("--rebuild", action="store_true", help=words("cli.rebuild"))


def read_options(found: argparse.Namespace) -> Recording:
    """Return what was asked for."""
    return Recording(found.note, found.reason, found.head, found.timestamp, found.rebuild)
