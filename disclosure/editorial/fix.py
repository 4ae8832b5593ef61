"""Mending: certain repairs shown as a difference and, if so wished, written."""

import difflib
from pathlib import Path
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.fix import find_repairs, mended_text
from disclosure.checks.rules import RULES
from disclosure.document.printed import PrintedText
from disclosure.editorial.check import CheckContext, Checked, notice_context_of
from disclosure.project.genres import genres_of
from disclosure.project.notice_writer import as_before, rewrite_notice
from disclosure.source.load import load_notice

_PASSES = 4


class Mended(NamedTuple):
    """What can be mended in one notice.

    Attributes:
        repairs: how many.
        difference: lines of a unified diff.
        data: the file's bytes with the repairs made; they read back as a notice.
    """

    repairs: int
    difference: tuple[str, ...]
    data: bytes


def mend(checked: Checked, context: CheckContext) -> Mended | None:
    """Return what is certain to be mended in a notice; None when there is nothing."""
    if checked.loaded is None:
        return None
    shown = context.settings.display_path(checked.file.path)
    loaded, data, count = checked.loaded, checked.data, 0
    notice_context = notice_context_of(loaded, checked.attached, context)
    shape = _shape(notice_context)
    # One repair makes another certain (２００６-２００７年); a second run has nothing left.
    for _ in range(_PASSES):
        repairs = find_repairs(notice_context, loaded.places, RULES)
        if not repairs:
            break
        data = as_before(mended_text(loaded.places.lines, repairs), checked.data)
        again, _found = load_notice(data, shown, genres_of(context.settings))
        if again is None:
            return None
        loaded = again
        notice_context = notice_context_of(loaded, checked.attached, context)
        # Whatever a rule thinks, the mended file must be a notice of the same shape.
        if _shape(notice_context) != shape:
            return None
        count += len(repairs)
    if not count:
        return None
    difference = difflib.unified_diff(
        checked.loaded.places.lines,
        loaded.places.lines,
        f"{shown}",
        f"{shown}",
        n=0,
        lineterm="",
    )
    return Mended(count, tuple(difference), data)


def write_mended(checked: Checked, mended: Mended) -> Path:
    """Write the mended file, whole or not at all, and return a copy of what stood there.

    Raises:
        OutputError: it cannot be written, or has changed since it was checked.

    """
    return rewrite_notice(checked.file.path, checked.data, mended.data)


def _shape(notice_context: NoticeContext) -> list[tuple[object, ...]]:
    def place(text: PrintedText) -> tuple[object, ...]:
        return (text.path, text.role)

    return [place(text) for text in notice_context.pieces]
