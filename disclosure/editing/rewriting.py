"""A value written anew in its place: for what is written in an uncommon way."""

import re
from collections import Counter, defaultdict
from typing import Any, Final

from disclosure.editing.opened import Opened
from disclosure.source.document import Path
from disclosure.source.whole_lines import Lines
from disclosure.source.written import UnsettableError, bracketed, item_rows, key_rows

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*")


def rewritten(opened: Opened, path: Path, value: Any, *, bare: bool) -> str:
    """Return a file's text with a value written anew; no comment is lost by it.

    Args:
        opened: the file.
        path: of a value that stands in it.
        value: what is to stand there.
        bare: whether texts may stand without quotes.

    Raises:
        UnsettableError: a comment would be lost, or no file could hold the value.

    """
    lines, document = opened.lines, opened.document
    start, end = document.values[path]
    first = lines.offset(start.line, start.column)
    if not path:
        raise UnsettableError("the whole")
    if lines.is_in_brackets(path):
        last, written = lines.offset(end.line, end.column), bracketed(value, bare=bare)
    else:
        last = lines.end_of(lines.last(path))
        in_brackets = path in document.in_brackets
        if in_brackets or (start.line == end.line and isinstance(opened.value(path), str)):
            last = lines.offset(end.line, end.column)
        if path in document.keys:
            key = document.keys[path][0]
            first, column = lines.offset(key.line, key.column), key.column
            rows = key_rows(str(path[-1]), value, bare=bare)
            if in_brackets and not isinstance(value, str):
                rows = [f"{path[-1]}: {bracketed(value, bare=bare)}"]
        else:
            column = start.column - 2
            rows = item_rows(value, bare=bare)
            rows[0] = rows[0][2:]
        written = ("\n" + " " * column).join(rows)
    text = opened.text[:first] + written + opened.text[last:]
    if not _comments(Lines(text.split("\n"))) >= _comments(lines):
        raise UnsettableError("comments")
    return text


def _comments(lines: Lines) -> Counter[str]:
    """Return the comments of a file."""
    document = lines.document
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    texts = [
        marks for path, marks in document.values.items() if isinstance(document.value_at(path), str)
    ]
    for start, end in (*texts, *document.keys.values()):
        for line in range(start.line, min(end.line + 1, len(lines.lines))):
            opening = start.column if line == start.line else 0
            closing = end.column if line == end.line else len(lines.lines[line])
            covered[line].append((opening, closing))
    found: Counter[str] = Counter()
    for number, row in enumerate(lines.lines):
        if "#" not in row:
            continue
        for match in _COMMENT.finditer(row):
            at = match.start()
            if not any(opening <= at < closing for opening, closing in covered[number]):
                found[match[0].strip()] += 1
                break
    return found
