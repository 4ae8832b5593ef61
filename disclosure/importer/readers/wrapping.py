"""Lines that an editor of text broke at a width, and which belong together."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

# In columns, a Han character being two of them: twenty characters.
_NARROWEST: Final = 40
# A line is full if a Han character and a sign that may not begin a line had no room.
_SLACK: Final = 5
# So many full lines, and so great a part of all, are no accident.
_FEWEST: Final = 3
_SHARE: Final = 0.3
_INDENT: Final = re.compile("(?:\u3000| {2}|\t)")
_ENDED: Final = re.compile("[。！？：；][”’」』）)]*$")
_MARKED: Final = re.compile(
    "[（(]?(?:[〇零一二三四五六七八九十百]{1,5}|[0-9０-９]{1,3})(?:[、）)：:]|[.．](?![0-9０-９]))|[①-⑳⑴-⒇]|第.{1,4}[章节条]|[-*•●]"
)


def columns(text: str) -> int:
    """Return how many columns a text takes, two for wide characters."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def continued(lines: Sequence[str]) -> list[bool]:
    """Say of each line whether the next one goes on with its paragraph.

    Only where it is certain: the file is broken at one width throughout, the line is full, and
    the next neither is indented nor begins as a new paragraph does.
    """
    widths = [columns(line.rstrip()) for line in lines]
    filled = [width for width in widths if width]
    full = max(filled, default=0)
    if full < _NARROWEST:
        return [False] * len(lines)
    near = sum(1 for width in filled if width >= full - _SLACK)
    if near < _FEWEST or near < _SHARE * len(filled):
        return [False] * len(lines)
    # Where paragraphs are indented, a line that is not goes on with the one before it.
    starts = [line for before, line in zip(["", *lines], lines, strict=False) if not before.strip()]
    indented = sum(1 for line in lines if _INDENT.match(line)) >= max(2, len(starts) // 2)
    return [
        widths[at] >= full - _SLACK and _goes_on(lines[at], lines[at + 1], indented)
        for at in range(len(lines) - 1)
    ] + [False] * bool(lines)


def _goes_on(line: str, following: str, indented: bool) -> bool:
    if not following.strip() or _INDENT.match(following):
        return False
    return indented or not (_ENDED.search(line.rstrip()) or _MARKED.match(following))


def needs_blank(before: str, after: str) -> bool:
    """Say whether two lines that are joined need a blank between: between Latin words only."""
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
