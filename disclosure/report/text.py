"""Diagnostics as text: place, level, sentence, rule, source line and caret."""

from collections.abc import Callable, Mapping
from typing import Final

from disclosure.diagnostics import SENTENCE, Diagnostic, Level
from disclosure.messages import say
from disclosure.visible import visible
from disclosure.zh.width import display_width

_LEVEL_CODES: Final[Mapping[Level, str]] = {
    Level.ERROR: "level.error",
    Level.WARNING: "level.warning",
    Level.INFO: "level.info",
}
_EXCERPT_CELLS = 72
_LONGEST_VALUE = 400
_BEFORE_CARET = 24


def level_name(level: Level, language: str) -> str:
    """Return the word for ``level``."""
    return say(_LEVEL_CODES[level], language)


def sentence(diagnostic: Diagnostic, language: str, put: Callable[[str], str] = str) -> str:
    """Return what was found and what to do, as one line of text; for ``put`` see ``say``."""
    params = {name: _shortened(value) for name, value in diagnostic.params}
    return say(params.get(SENTENCE) or diagnostic.code, language, params, put)


def printable_path(diagnostic: Diagnostic) -> str:
    """Return the path as it can be shown; a file's name may hold anything."""
    return visible(diagnostic.path.as_posix())


def printable_place(diagnostic: Diagnostic) -> str:
    """Return path, line and column, as far as they are known."""
    place = printable_path(diagnostic)
    return f"{place}:{diagnostic.line}:{diagnostic.column}" if diagnostic.line else place


def as_text(diagnostic: Diagnostic, language: str) -> str:
    """Return ``path:line:column: level sentence [code]`` and, where known, line and caret."""
    place = printable_place(diagnostic)
    word = level_name(diagnostic.level, language)
    head = f"{place}: {word} {sentence(diagnostic, language)} [{diagnostic.code}]"
    if not diagnostic.excerpt.strip():
        return head
    number = str(diagnostic.line)
    shown, indent, width = _window(diagnostic)
    gutter = " " * len(number)
    return f"{head}\n  {number} | {shown}\n  {gutter} | {' ' * indent}{'^' * width}"


def _window(diagnostic: Diagnostic) -> tuple[str, int, int]:
    """Return the part of the line around the caret, the caret's indent and width in cells."""
    # Only what can be shown is looked at: a line may have millions of characters.
    begin = min(max(diagnostic.column - 1, 0), len(diagnostic.excerpt))
    cut = max(0, begin - _EXCERPT_CELLS)
    line = _printable(diagnostic.excerpt[cut : begin + 2 * _EXCERPT_CELLS])
    start = begin - cut
    first = start
    room = _BEFORE_CARET
    while first > 0 and room > 0:
        first -= 1
        room -= display_width(line[first])
    if not cut and display_width(line[:start]) <= _BEFORE_CARET * 2:
        first = 0
    last = first
    cells = 0
    while last < len(line) and cells < _EXCERPT_CELLS:
        cells += display_width(line[last])
        last += 1
    lead = "…" if first or cut else ""
    shown = lead + line[first:last] + ("…" if last < len(line) else "")
    indent = display_width(lead + line[first:start])
    width = display_width(line[start : min(start + diagnostic.span, last)])
    return shown, indent, max(1, width)


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else value[:_LONGEST_VALUE] + "…"


def _printable(text: str) -> str:
    """Replace what a terminal would act on, one character for one so that columns stay."""
    return "".join(
        c if c.isprintable() or c == "　" else " " if c == "\t" else "\ufffd" for c in text
    )
