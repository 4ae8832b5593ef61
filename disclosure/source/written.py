"""Values as they are written in a file: texts bare where they read back so, else in quotes."""

from collections.abc import Mapping, Sequence
from typing import Any

from disclosure.source.reader import parse


class UnsettableError(Exception):
    """The value cannot stand in its place: no file could hold it, or its parent is none."""


def bracketed(value: Any, *, bare: bool = True) -> str:
    """Return a value as it is written between brackets, in one line.

    Args:
        value: a text, a list or a mapping of such.
        bare: whether texts may stand without quotes.

    Raises:
        UnsettableError: a text that no file could hold.

    """
    if isinstance(value, str):
        return scalar(value, in_line=True, in_brackets=True, bare=bare)
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)}: {bracketed(each, bare=bare)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(bracketed(each, bare=bare) for each in value) + "]"


def key_rows(key: str, value: Any, *, bare: bool = True) -> list[str]:
    """Return a key with its value as lines, from the left edge; see ``bracketed``."""
    rows = _rows(value, bare=bare)
    if isinstance(value, str):
        return [f"{_key(key)}: {rows[0]}", *rows[1:]]
    return [f"{_key(key)}:", *(f"  {row}" for row in rows)]


def item_rows(value: Any, *, bare: bool = True) -> list[str]:
    """Return an item of a list as lines, from the left edge; a list in a list in brackets."""
    inside = isinstance(value, Sequence) and not isinstance(value, str)
    first, *more = [bracketed(value, bare=bare)] if inside else _rows(value, bare=bare)
    return [f"- {first}", *(f"  {row}" for row in more)]


def _rows(value: Any, *, bare: bool) -> list[str]:
    if isinstance(value, str):
        return scalar(value, in_line=False, in_brackets=False, bare=bare).split("\n")
    if not value:
        raise UnsettableError("nothing")
    if isinstance(value, Mapping):
        return [row for key, each in value.items() for row in key_rows(key, each, bare=bare)]
    return [row for each in value for row in item_rows(each, bare=bare)]


def _key(key: str) -> str:
    if not key.isidentifier():
        raise UnsettableError("no name of a key")
    return key


def scalar(value: str, *, in_line: bool, in_brackets: bool, bare: bool = True) -> str:
    """Return a text as it is written: bare where it may be and reads back so, else in quotes.

    Args:
        value: the text.
        in_line: whether it has to be a single line.
        in_brackets: whether it stands between brackets.
        bare: whether it may stand without quotes.

    Raises:
        UnsettableError: no file could hold it.

    """
    rows = value.split("\n")
    if len(rows) > 1 and not in_line and rows[0][:1].strip() and all(row.strip() for row in rows):
        return "|-\n" + "\n".join(f"  {row}" for row in rows)
    quoted = "'" + value.replace("'", "''") + "'"
    for written in (value, quoted) if bare else (quoted,):
        if value and "\n" not in written and _reads_back(written, value, in_brackets=in_brackets):
            return written
    written = '"' + "".join(_escaped(sign) for sign in value) + '"'
    if _reads_back(written, value, in_brackets=in_brackets):
        return written
    raise UnsettableError("no text that a file could hold")


def _escaped(sign: str) -> str:
    known = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    return known.get(sign, sign)


def _reads_back(written: str, value: str, *, in_brackets: bool) -> bool:
    # Under a key of prose, where a value's traps are looked for as well.
    text = f"text: {{text: {written}, z: z}}\n" if in_brackets else f"text: {written}\nz: z\n"
    found = parse(text)
    wanted: Any = {"text": {"text": value, "z": "z"}} if in_brackets else {"text": value, "z": "z"}
    return not found.faults and found.data == wanted
