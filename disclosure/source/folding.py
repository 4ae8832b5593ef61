"""How the lines of one value become its text: as Chinese is joined, without gaps.

YAML puts a space where a value goes on in the next line. Here that space stands only between
words; spaces that were typed inside a line stay. A blank line begins a new paragraph.
"""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from disclosure.zh.width import fold_gap, join_lines

PARAGRAPH = "\n\n"
_ESCAPED_END = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def event_loader() -> Any:
    """Return the parser: libyaml's keeps its stack on the heap; the pure one is the fallback."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def unfold_lines(rows: Sequence[str]) -> str:
    """Join the rows of a value that is not quoted."""
    paragraphs: list[list[str]] = [[]]
    for row in rows:
        if row.strip() or not paragraphs[-1]:
            paragraphs[-1].append(row)
        else:
            paragraphs.append([])
    joined = (join_lines(paragraph) for paragraph in paragraphs)
    return PARAGRAPH.join(paragraph for paragraph in joined if paragraph)


def unfold_quoted(raw: str) -> str:
    """Join the rows of a value in quotes.

    Args:
        raw: as it stands in the file, with both quotes; known to be sound YAML.

    """
    double = raw.startswith('"')
    parts: list[str] = []
    last, blank, glued = "", False, True
    rows = raw[1:-1].split("\n")
    for number, row in enumerate(rows):
        text = row.lstrip(" \t") if number else row
        escaped = double and number < len(rows) - 1 and _ESCAPED_END.search(text) is not None
        if escaped:
            text = text[:-1]
        elif number < len(rows) - 1:
            bare = text.rstrip(" \t")
            # "\\ " is a blank that was meant to stay.
            kept = double and _ESCAPED_END.search(bare) is not None
            text = text[: len(bare) + 1] if kept else bare
        if text:
            gap = "" if glued else PARAGRAPH if blank else fold_gap(last, text)
            # In double quotes a line end can only stand as its escape.
            parts.append(gap.replace("\n", "\\n") if double else gap)
            parts.append(text)
            last, blank, glued = text, False, escaped
        elif parts:
            blank, glued = True, glued and escaped
    unfolded = "".join(parts)
    return _unescape(unfolded) if double else unfolded.replace("''", "'")


def _unescape(text: str) -> str:
    for event in yaml.parse(f'"{text}"', Loader=event_loader()):
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
    return text  # pragma: no cover - a quoted scalar is one event
