"""Cells of CSV files that no spreadsheet runs, and what they were before.

A cell is run when it begins with one of ``= + - @``, full-width forms and signs behind blanks,
quotes or unseen characters among them (OWASP, CSV injection). Such a cell gets an apostrophe in
front, which spreadsheets take as "this is text". A signed number is none: it stays a number.

To read a file back: where a cell begins with an apostrophe and its rest would be run, leave out
that one apostrophe (``plain_cell``). Cells that already began so have got one more, so that
every text comes back as it was.
"""

import re

from disclosure.characters import UNSEEN

_RUN = re.compile(rf"'*(?:[\t\r\n]|[\s'\"{UNSEEN}]*[=+\-@＝＋－＠﹦﹢﹣﹫])")
_NUMBER = re.compile(r"[+-](?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?", re.ASCII)


def safe_cell(text: str) -> str:
    """Return ``text`` as a spreadsheet shows it and does not run it."""
    if _RUN.match(text) is None:  # nearly always
        return text
    return f"'{text}" if _is_run(text) else text


def plain_cell(cell: str) -> str:
    """Return the text that ``safe_cell`` made ``cell`` from."""
    return cell[1:] if cell.startswith("'") and _is_run(cell[1:]) else cell


def _is_run(text: str) -> bool:
    return _RUN.match(text) is not None and not _NUMBER.fullmatch(text)
