"""The numbers that marks count with: of headings and of items alike."""

import re
from typing import NamedTuple

from disclosure.zh.numerals import number_of

_MARK = re.compile(
    r"^(?P<open>(?:[（(]|第|问题)?)(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,5})"
    r"(?P<end>(?:[、.．）)：，是]|部分)?)$"
)
_CIRCLED = re.compile("[①-⑳]")


class MarkNumber(NamedTuple):
    """A mark as its style and its number."""

    style: tuple[str, str]
    number: int


def mark_number(mark: str) -> MarkNumber | None:
    """Return what a printed mark counts; None where it counts nothing: （附）."""
    if _CIRCLED.fullmatch(mark.strip()):
        return MarkNumber(("①", ""), ord(mark.strip()) - ord("①") + 1)
    match = _MARK.match(mark.strip())
    if match is None:
        return None
    return MarkNumber((match["open"], match["end"]), number_of(match["number"]))
