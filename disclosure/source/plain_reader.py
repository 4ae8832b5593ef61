"""Plainly written YAML, read line by line: what our own writers make, and most people.

One ``key: value`` or ``- value`` a line, blocks by indentation, texts bare or in quotes that end
in their line; comments on lines of their own. Four times as fast as asking the parser for its
events, which took most of the time that a notice is read in. At the first line whose meaning is
not sure nothing is read, and ``reader`` does it: it alone tells faults and places. Tests hold
one against the other.
"""

import re
from functools import partial
from typing import Any, Final

from disclosure.source.colon_slips import colon_slip
from disclosure.source.document import Document, Layout

# Dashes with what stands before them, a key, and the rest; of a comment nothing. No deeper than
# ``MAX_DEPTH``: below a mapping or list, only one of each begins at the same column.
_ROW: Final = re.compile(
    r"^(?: *+#.*\n|( {0,30}+(?:- ){0,3}+)(?:(\w{1,60}+):(?: ++|(?=\n)))?+(.*)\n)", re.MULTILINE
)
# Begin something other than plain text, or might.
_SIGNS: Final = frozenset(" -?:,[]{}#&*!|>'\"%@`~")
# In brackets: words that mean nothing but themselves there; in braces also lists of them.
_WORD: Final = (
    r"""(?:-?[^\s\-?:,\[\]{}#&*!|>'"%@`~][^\s:,?#'"\[\]{}]*(?: [^\s:,?#'"\[\]{}]+)*"""
    r"""|'[^',]*'|"[^"\\,]*")"""
)
_IN_SQUARE: Final = rf"\[{_WORD}(?:, {_WORD})*\]"
_PAIR: Final = rf"\w{{1,60}}: (?:{_WORD}|{_IN_SQUARE})"
_IN_BRACES: Final = rf"\{{{_PAIR}(?:, {_PAIR})*\}}"
# Behind a comma of a list in braces stands a word, which holds no colon.
_BEFORE_KEY: Final = r", (?=\w{1,60}: )"
_BELOW_ZERO: Final = re.compile(r"-[0-9]")
_Row = tuple[str, str, str]


class _NotPlainError(Exception):
    """Something might mean more than it seems to."""


def read_text(text: str) -> Document:
    """Read ``text`` as ``reader.parse`` does; never raises.

    Args:
        text: from ``disclosure.source.text.decode``, which found nothing wrong with it.

    """
    return read_plain(text) or _parse(text)


def read_plain(text: str) -> Document | None:
    """Return what ``reader.parse`` would, its places found when first asked for.

    Returns:
        None where something is not plain, as everything is that has a fault.

    """
    if "\t" in text or " \n" in text:
        return None
    found: list[_Row] = _ROW.findall(text)
    if len(found) != text.count("\n") or not text.endswith("\n"):
        return None
    rows = [row for row in found if row[1] or row[2]]
    try:
        if not rows or not rows[0][1]:
            return None
        data, at = _block(rows, 0, 0)
    except _NotPlainError:
        return None
    if at < len(rows) or not isinstance(data, dict):
        return None
    return Document(data, partial(_layout, text))


def _layout(text: str) -> Layout:
    return _parse(text).layout


def _parse(text: str) -> Document:
    # Imported here: PyYAML takes longer to load than several plain notices take to read.
    from disclosure.source.reader import parse

    return parse(text)


def _block(rows: list[_Row], at: int, column: int) -> tuple[Any, int]:
    """Return the mapping or list that begins in a row at a column, and the row behind it."""
    lead, key, _ = rows[at]
    if column < len(lead):
        return _list(rows, at, column)
    if not key:
        raise _NotPlainError
    return _mapping(rows, at, column)


def _mapping(rows: list[_Row], at: int, column: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    own = " " * column
    _, key, raw = rows[at]
    while True:
        if key in found:
            raise _NotPlainError
        at += 1
        if raw:
            found[key] = _value(raw)
        else:
            found[key], at = _block(rows, at, _column_below(rows, at, column))
        if at == len(rows):
            return found, at
        lead, key, raw = rows[at]
        if lead != own or not key:
            return found, at


def _column_below(rows: list[_Row], at: int, column: int) -> int:
    """Return where the value of a key begins that has none in its own line."""
    lead = rows[at][0] if at < len(rows) else ""
    below = len(lead) - len(lead.lstrip(" "))
    # The dashes of a list may stand below the first letter of its key.
    if below > column or (below == column and below < len(lead)):
        return below
    raise _NotPlainError


def _list(rows: list[_Row], at: int, column: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    own = " " * column + "- "
    inside = column + 2
    lead, key, raw = rows[at]
    while True:
        if len(lead) == inside and not key:
            found.append(_value(raw))
            at += 1
        else:
            item, at = _block(rows, at, inside)
            found.append(item)
        if at == len(rows):
            return found, at
        lead, key, raw = rows[at]
        if not lead.startswith(own):
            return found, at


def _value(raw: str) -> Any:
    """Return what is written behind a key or a dash."""
    first = raw[:1]
    if first in _SIGNS:
        if first in {"'", '"'}:
            return _quoted(raw)
        if first in {"[", "{"}:
            return _in_brackets(raw)
        if not _BELOW_ZERO.match(raw):
            raise _NotPlainError
    if ": " in raw or " #" in raw or raw[-1] == ":" or raw == "null":
        raise _NotPlainError
    if "a" <= first <= "z" and colon_slip(raw):
        raise _NotPlainError
    return raw


def _in_brackets(raw: str) -> Any:
    # Compiled when first used: many files have no brackets.
    if re.fullmatch(_IN_SQUARE, raw):
        return [_value(each) for each in raw[1:-1].split(", ")]
    if not re.fullmatch(_IN_BRACES, raw):
        raise _NotPlainError
    pairs = [each.split(": ", 1) for each in re.split(_BEFORE_KEY, raw[1:-1])]
    found = {key: _value(each) for key, each in pairs}
    if len(found) < len(pairs):
        raise _NotPlainError
    return found


def _quoted(raw: str) -> str:
    sign, inside = raw[0], raw[1:-1]
    if len(raw) > 1 and raw[-1] == sign:
        if sign not in inside and (sign == "'" or "\\" not in inside):
            return inside
        if sign == "'" and "'" not in inside.replace("''", ""):
            return inside.replace("''", "'")
    raise _NotPlainError
