"""How wide text stands in a terminal, and how lines of Chinese are joined."""

import re
from typing import Final
from unicodedata import category, east_asian_width

# Han, kana, CJK punctuation and full-width forms: between two of these a line break in the
# source is no word gap. The curly quotes are East Asian ambiguous but full-width in Chinese.
# Compiled when first used, which takes long: most texts stand in one line.
_CJK: Final = (
    "[\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


def display_width(text: str) -> int:
    """Return the number of terminal cells that ``text`` takes; a Han character takes two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if category(c) in {"Mn", "Me"} else 2 if east_asian_width(c) in {"W", "F"} else 1
        for c in text
    )


def fold_gap(before: str, after: str) -> str:
    """Return what a line end between two pieces of one paragraph stands for."""
    if not before or not after:
        return ""
    return "" if re.match(_CJK, before[-1]) or re.match(_CJK, after[0]) else " "


def join_lines(lines: list[str]) -> str:
    """Join the lines of one paragraph: with nothing beside a CJK character, else with a space."""
    joined = ""
    for line in (part.strip() for part in lines):
        joined += fold_gap(joined, line) + line
    return joined
