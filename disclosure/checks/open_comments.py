"""Comments that came with an imported file and that nobody has answered yet.

They stand in the notice's file as YAML comments, and are told until they are deleted.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from disclosure.diagnostics import Diagnostic, Level
from disclosure.source.places import Places

OPEN: Final = "批注（未处理）："
_SHOWN: Final = 40


def open_comments(places: Places, shown: PurePosixPath) -> Iterator[Diagnostic]:
    """Yield a warning for each open comment of a notice's file."""
    for number, line in enumerate(places.lines, 1):
        # Looked for in every line: no pattern where a plain search does.
        if OPEN in line and line.lstrip().startswith("#"):
            column = line.index(OPEN) + 1
            said = line[column - 1 + len(OPEN) :].strip()
            params = (("text", said if len(said) <= _SHOWN else said[:_SHOWN] + "……"),)
            yield Diagnostic(
                shown,
                number,
                column,
                Level.WARNING,
                "import.comment_open",
                params,
                line,
                len(line) - column + 1,
            )
