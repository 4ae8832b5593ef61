"""Results, on stdout, a line each."""

from collections.abc import Iterable


def print_lines(lines: Iterable[str]) -> None:
    """Print results."""
    for line in lines:
        print(line)  # noqa: T201
