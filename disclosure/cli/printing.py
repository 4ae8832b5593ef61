"""What the command line prints; no other module of it prints.

Whatever a line is made of, nothing in it moves the cursor or hides: sentences have their values
made visible already, and here every line is, once more.
"""

import sys
from collections.abc import Iterable

from disclosure.visible import visible


def print_lines(lines: Iterable[str]) -> None:
    """Print results on stdout; a line may have several, which are its own."""
    for line in lines:
        print(_shown(line))  # noqa: T201


def print_aside(line: str) -> None:
    """Print on stderr, at once, what is worth knowing but is no result."""
    print(_shown(line), file=sys.stderr, flush=True)  # noqa: T201


def _shown(line: str) -> str:
    return "\n".join(visible(part) for part in line.split("\n"))
