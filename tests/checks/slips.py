"""Slips: one change of a text, drawn at random."""

import random
import re
from collections.abc import Callable, Iterator

Slip = Callable[[random.Random], tuple[str, str]]


def replace(text: str, start: int, end: int, make: Callable[[random.Random], str]) -> Slip:
    """Return the slip that puts something else in place of ``text[start:end]``."""

    def slip(chance: random.Random) -> tuple[str, str]:
        new = make(chance)
        around = text[max(0, start - 12) : start]
        return f"{around}[{text[start:end]}→{new}]", text[:start] + new + text[end:]

    return slip


def other_number(written: str) -> Callable[[random.Random], str]:
    """Return what draws another number with as many digits, as a slip of the finger makes it."""

    def make(chance: random.Random) -> str:
        while True:
            digits = list(written)
            at = chance.choice([n for n, digit in enumerate(digits) if digit.isdigit()])
            digits[at] = chance.choice("0123456789")
            new = "".join(digits)
            if new != written and not (new[0] == "0" and new[1:2] != "."):
                return new

    return make


def groups(text: str, pattern: str) -> Iterator[tuple[int, int]]:
    """Yield where the groups of every match stand."""
    for match in re.finditer(pattern, text):
        for group in range(1, len(match.groups()) + 1):
            if match[group] is not None:
                yield match.span(group)
