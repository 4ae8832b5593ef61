"""Options of ``import`` and ``ledger``; where to, report and ``--write`` are shared by others."""

import argparse
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.cli.options.folders import maybe_folder
from disclosure.cli.options.words import Words

_REVISIONS: Final = ("final", "original")
_PUNCTUATION: Final = ("full", "keep")
_METRICS: Final = ("none", "marked", "all")


class Importing(NamedTuple):
    """What ``import`` is told.

    Attributes:
        to: file of the draft; None leaves its name to the program.
        revisions: ``final`` or ``original``, of a file with marked revisions.
        keep_punctuation: leave half-width marks as they are.
        metrics: which figures of the text become metrics.
        confirmed: that words of secrecy or of a draft in the file do not forbid it.
        update: notice that a corrected file goes into; None begins a new one.
        write: write the update.
        report: HTML file for the account; None for none.
        ledger: table of problems that comes back; None where a notice is imported.
        text: take from it what changes the printed text, too.
        xlsx: write such a table.

    """

    to: Path | None
    revisions: str
    keep_punctuation: bool
    metrics: str
    confirmed: bool
    update: str | None
    write: bool
    report: Path | None
    ledger: str | None
    text: bool
    xlsx: bool


def add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the options of this group."""
    group = parser.add_argument_group(words("cli.import_options"))
    for name, choices, code in (
        ("revisions", _REVISIONS, "cli.revisions"),
        ("punctuation", _PUNCTUATION, "cli.punctuation"),
        ("metrics", _METRICS, "cli.metrics"),
    ):
        group.add_argument(
            f"--{name}",
            choices=choices,
            default=choices[0],
            metavar="…",
            help=words(code),
        )
    group.add_argument("--update", metavar="…", help=words("cli.update"))
    group.add_argument("--ledger", metavar="FILE", help=words("cli.ledger_back"))
    group.add_argument("--text", action="store_true", help=words("cli.ledger_text"))
    group.add_argument("--xlsx", action="store_true", help=words("cli.ledger_xlsx"))
    group.add_argument("--confirm-public", action="store_true", help=words("cli.confirm_public"))


def read_options(found: argparse.Namespace) -> Importing:
    """Return what was asked for."""
    return Importing(
        maybe_folder(found.to),
        found.revisions,
        found.punctuation == "keep",
        found.metrics,
        found.confirm_public,
        found.update,
        found.write,
        maybe_folder(found.report),
        found.ledger,
        found.text,
        found.xlsx,
    )
