"""How wide text stands in a terminal, and how lines of Chinese are joined."""

import re
from unicodedata import combining, east_asian_width

# Han, kana, CJK punctuation and full-width forms: between two of these a line break in the
# source is no word gap. The curly quotes are East Asian ambiguous but full-width in Chinese.
_CJK = (
    "\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_FOLD_GAP = re.compile(f"(?<=[{_CJK}]) (?=[^ ])|(?<=[^ ]) (?=[{_CJK}])")
_CJK_EDGE = re.compile(f"[{_CJK}]")


def display_width(text: str) -> int:
    """Return the number of terminal cells that ``text`` takes; a Han character takes two."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def join_lines(lines: list[str]) -> str:
    """Join the lines of one paragraph: with nothing beside a CJK character, else with a space."""
    joined = ""
    for line in (part.strip() for part in lines):
        if not line:
            continue
        bare = not joined or _CJK_EDGE.match(joined[-1]) or _CJK_EDGE.match(line[0])
        joined += line if bare else f" {line}"
    return joined


def close_fold_gaps(text: str) -> str:
    """Remove the spaces that YAML line folding leaves beside CJK characters."""
    return _FOLD_GAP.sub("", text)
