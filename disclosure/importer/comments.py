"""Comments of a Word file as open comments in the draft, each above what it is about."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from disclosure.checks.open_comments import OPEN
from disclosure.importer.account import Account
from disclosure.importer.reading import Remark
from disclosure.model.faults import Path
from disclosure.source.reader import parse
from disclosure.visible import visible

# Codes of remarks that say what somebody wrote beside the text.
COMMENTS: Final = frozenset({"import.word.comment"})
_LONGEST: Final = 20
_INDENT: Final = re.compile(" *")


def comments_in(account: Account) -> Iterator[Remark]:
    """Yield the comments."""
    return (each for each in account.remarks if each.code in COMMENTS)


def with_comments(text: str, account: Account, language: str) -> str:
    """Return the draft with its open comments.

    Who wrote them is not among it, for the draft may be handed on; the report says it.

    Args:
        text: the draft as YAML.
        account: of its characters.
        language: of the comments' own words.

    """
    remarks = list(comments_in(account))
    if not remarks:
        return text
    places = {path: start.line for path, (start, _) in parse(text).values.items()}
    rows = text.split("\n")
    above: dict[int, list[str]] = defaultdict(list)
    for remark in remarks:
        line = _line_of(remark, account, places)
        indent = _INDENT.match(rows[line])
        above[line].append((indent[0] if indent else "") + comment_row(remark))
    return "\n".join(row for number, each in enumerate(rows) for row in (*above[number], each))


def comment_row(remark: Remark) -> str:
    """Return the open comment that stands for a comment of the file."""
    about = " ".join(remark.params.get("about", "").split())
    short = about if len(about) <= _LONGEST else about[:_LONGEST] + "……"
    said = remark.params.get("text", "")
    return visible(f"# {OPEN}{' '.join(said.split())}" + (f"（“{short}”）" if short else ""))


def _line_of(remark: Remark, account: Account, places: dict[Path, int]) -> int:
    """Return the line of the value that stands before a comment, which is at the end of its text.

    Of a comment before everything it is the first line.
    """
    found = 0
    for stretch in account.stretches:
        if stretch.start > remark.start and found:
            break
        lines = [places[path] for path in stretch.paths if path in places]
        found = lines[0] if lines else found
    return found
