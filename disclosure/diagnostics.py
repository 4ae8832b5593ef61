"""Diagnostics: what was found in the content, and exactly where.

A diagnostic is a value. It holds a message code and its values, not a sentence: the
language is chosen when it is shown (``disclosure.report``).
"""

from collections.abc import Iterable
from enum import IntEnum
from pathlib import PurePosixPath
from typing import Final, NamedTuple

SENTENCE: Final = "sentence"  # the value that names another sentence than that of the code


class Level(IntEnum):
    """How much a diagnostic weighs; an ERROR stops the build."""

    INFO = 1
    WARNING = 2
    ERROR = 3


class Diagnostic(NamedTuple):
    """One finding.

    Attributes:
        path: the file, relative to the project, with forward slashes.
        line: 1-based; 0 when the finding concerns the file as a whole.
        column: 1-based, counted in code points (a Han character is one); 0 with line 0.
        level: see ``Level``.
        code: id of the message and, in square brackets, of the rule.
        params: names and values that the message's sentence is filled with.
        excerpt: the source line as it stands in the file, without its line end.
        span: how many code points the caret marks, at least 1.

    """

    path: PurePosixPath
    line: int
    column: int
    level: Level
    code: str
    params: tuple[tuple[str, str], ...] = ()
    excerpt: str = ""
    span: int = 1


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by file, line, column and code, each once."""
    return tuple(
        sorted(
            set(diagnostics),
            key=lambda d: (d.path.as_posix(), d.line, d.column, -d.level, d.code, d.params),
        )
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether any diagnostic is an error."""
    return any(d.level is Level.ERROR for d in diagnostics)
