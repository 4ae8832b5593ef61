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
_ADDRESS: Final = re.compile(r"(?:://|@|www\.)[!-~]{0,200}$")
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
    full_lines = _full([columns(line.rstrip()) for line in lines], _NARROWEST, _SLACK)
    if full_lines is None:
        # Programs count characters, too, whatever their width.
        counts = [len(line.rstrip()) for line in lines]
        full_lines = _full(counts, _NARROWEST // 2, _SLACK // 2)
    if full_lines is None:
        return [False] * len(lines)
    # Where paragraphs are indented, a line that is not goes on with the one before it.
    starts = [line for before, line in zip(["", *lines], lines, strict=False) if not before.strip()]
    indented = sum(1 for line in lines if _INDENT.match(line)) >= max(2, len(starts) // 2)
    return [
        full_lines[at] and _goes_on(lines[at], lines[at + 1], indented)
        for at in range(len(lines) - 1)
    ] + [False] * bool(lines)


def _full(widths: Sequence[int], narrowest: int, slack: int) -> list[bool] | None:
    """Say which lines are full; None where the text is not broken at one width."""
    filled = [width for width in widths if width]
    full = max(filled, default=0)
    if full < narrowest:
        return None
    near = [width >= full - slack for width in widths]
    return near if sum(near) >= max(_FEWEST, _SHARE * len(filled)) else None


def _goes_on(line: str, following: str, indented: bool) -> bool:
    if not following.strip() or _INDENT.match(following):
        return False
    return indented or not (_ENDED.search(line.rstrip()) or _MARKED.match(following))


def needs_blank(before: str, after: str) -> bool:
    """Say whether two lines that are joined need a blank between: between Latin words only.

    An address that was broken at the width is one word.
    """
    ends = before[-1:] + after[:1]
    return ends.isascii() and ends.isalnum() and len(ends) > 1 and not _ADDRESS.search(before)
