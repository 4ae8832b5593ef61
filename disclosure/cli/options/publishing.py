"""Options of ``publish``."""

import argparse
from typing import NamedTuple

from disclosure.cli.options.words import Words


class PublishingOptions(NamedTuple):
    """How ``publish`` is to work; ``--reason`` stands with the options of the record.

    Attributes:
        dry: only say what would be done.
        force: publish although something speaks against it.
        rollback: switch to the release before instead.
        unlock: take the target from whoever holds its lock.
        repair: read everything that stands on the target, and put right what differs.
        check: only try whether the target does what publishing will ask of it.
    """

    dry: bool
    force: bool
    rollback: bool
    unlock: bool
    repair: bool
    check: bool


def add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(words("cli.publish_options"))
    group.add_argument("--dry-run", action="store_true", help=words("cli.dry_run"))
    group.add_argument("--force", action="store_true", help=words("cli.force"))
    group.add_argument("--rollback", action="store_true", help=words("cli.rollback"))
    group.add_argument("--unlock", action="store_true", help=words("cli.unlock"))
    group.add_argument("--repair", action="store_true", help=words("cli.repair"))
    group.add_argument("--check", action="store_true", help=words("cli.check_target"))


def read_options(found: argparse.Namespace) -> PublishingOptions:
    """Return what was asked for."""
    return PublishingOptions(
        found.dry_run, found.force, found.rollback, found.unlock, found.repair, found.check
    )
