"""Rules and what they find."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.model.faults import Path

Params = tuple[tuple[str, str], ...]


class Finding(NamedTuple):
    """One thing that a rule has found.

    Attributes:
        params: what the rule's sentence is filled with.
        path: where in the notice; () for the notice as a whole.
        piece: the text that is meant, where it is part of one.
        start: first character in ``piece.text``.
        end: behind the last one.
    """

    params: Params = ()
    path: Path = ()
    piece: PrintedText | None = None
    start: int = 0
    end: int = 0


class Edit(NamedTuple):
    """A certain repair: ``text[start:end]`` of a piece becomes ``new``."""

    start: int
    end: int
    new: str


Check = Callable[[NoticeContext], Iterator[Finding]]
Fix = Callable[[str], Iterator[Edit]]


class Rule(NamedTuple):
    """One thing to look for.

    Attributes:
        id: family and name; also the code of its sentence.
        level: how much a finding weighs.
        source: standard and clause, or where the custom was seen; shown to clerks.
        doc: the module's docstring, with an example that passes and one that fails.
        check: yields what is wrong.
        fix: yields repairs of one text, only where they are certain.
        fits_all: its repairs are right in names, labels and addresses too.
    """

    id: str
    level: Level
    source: str
    doc: str
    check: Check
    fix: Fix | None = None
    fits_all: bool = False


def in_piece(piece: PrintedText, start: int, end: int, **params: str) -> Finding:
    """Return a finding about part of a text."""
    return Finding(tuple(params.items()), piece.path, piece, start, end)


def at_value(path: Path, **params: str) -> Finding:
    """Return a finding about a whole value."""
    return Finding(tuple(params.items()), path)


def pattern_check(pattern: re.Pattern[str], *, everywhere: bool = False) -> Check:
    """Return a check that reports every match of ``pattern`` as ``text``.

    Args:
        pattern: what must not stand in a text.
        everywhere: look at single data too, not only at sentences.
    """

    def check(context: NoticeContext) -> Iterator[Finding]:
        for piece in context.whole() if everywhere else context.prose:
            for match in pattern.finditer(piece.text):
                yield in_piece(piece, match.start(), match.end(), text=match[0])

    return check


def mending_check(fix: Fix, *, everywhere: bool = False) -> Check:
    """Return a check that reports every repair of ``fix`` as ``text`` and ``new``."""

    def check(context: NoticeContext) -> Iterator[Finding]:
        for piece in context.whole() if everywhere else context.prose:
            for edit in fix(piece.text):
                old = piece.text[edit.start : edit.end]
                yield in_piece(
                    piece, edit.start, max(edit.end, edit.start + 1), text=old, new=edit.new
                )

    return check
