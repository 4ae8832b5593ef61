"""Diagnostics: their order, and what counts as an error."""

from pathlib import PurePosixPath

from disclosure.diagnostics import Diagnostic, Level, has_errors, in_reading_order


def diagnostic(path: str, line: int, column: int, level: Level = Level.ERROR) -> Diagnostic:
    """Return a diagnostic at a place."""
    return Diagnostic(PurePosixPath(path), line, column, level, "text.empty")


def test_reading_order() -> None:
    """Files, lines and columns in order, what weighs more first, each once."""
    ordered = (
        diagnostic("a", 1, 2),
        diagnostic("a", 2, 1),
        diagnostic("a", 2, 1, Level.WARNING),
        diagnostic("a", 10, 1),
        diagnostic("b", 1, 1),
    )
    assert in_reading_order([*reversed(ordered), ordered[0]]) == ordered


def test_has_errors() -> None:
    """Only errors are errors."""
    assert has_errors([diagnostic("a", 1, 1)])
    assert not has_errors([diagnostic("a", 1, 1, Level.WARNING)])
    assert not has_errors([])
