"""Rewriting a notice: whole or not at all, over nobody's change, with a copy of what stood."""

import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from disclosure.bounded_reading import read_file
from disclosure.errors import OutputError
from disclosure.files import explain_os_error, keep_copy, replace_file
from disclosure.source.text import decode

_END: Final = re.compile(rb"\r\n|\r|\n")


def as_before(text: str, before: bytes) -> bytes:
    """Return a text of Unix lines as bytes with the line ends and the mark of ``before``.

    Where ``before`` has several kinds of line ends, every line that stays keeps its own.
    """
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    ends = set(_END.findall(before))
    if len(ends) > 1:
        return mark + _with_own_ends(text, before)
    end = next(iter(ends), b"\n")
    return mark + text.encode().replace(b"\n", end)


def _with_own_ends(text: str, before: bytes) -> bytes:
    lines, _ = decode(before)
    old, new = lines.split("\n"), text.split("\n")
    ends = [*_END.findall(before), b""]
    usual = max(set(ends[:-1]), key=ends.count)
    found = [usual] * len(new)
    for a, b, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        found[b : b + size] = ends[a : a + size]
    # The last line of one may stand in the middle of the other.
    found = [end or usual for end in found[:-1]] + [b""]
    return b"".join(row.encode() + end for row, end in zip(new, found, strict=True))


def rewrite_notice(path: Path, before: bytes, after: bytes) -> Path:
    """Put ``after`` in the place of ``before``, and return the copy of ``before``.

    Raises:
        OutputError: it cannot be written, or the file is not ``before`` any more.

    """
    try:
        if read_file(path, path.parent) != before:
            raise OutputError("fix.changed", path=path.name)
    except OSError as error:
        raise explain_os_error(error, path) from error
    copy = keep_copy(path, before)
    try:
        replace_file(path, after, durable=True)
    except OSError as error:
        copy.unlink(missing_ok=True)
        raise explain_os_error(error, path) from error
    return copy


def replace_notice(path: Path, before: bytes, after: bytes) -> bool:
    """Put ``after`` in the place of ``before``, durably; False where the file is another by now.

    Raises:
        OutputError: it cannot be written.

    """

    def check() -> None:
        if read_file(path, path.parent) != before:
            raise OutputError("fix.changed", path=path.name)

    try:
        replace_file(path, after, durable=True, check=check)
    except OSError as error:
        raise explain_os_error(error, path) from error
    except OutputError:
        return False
    return True
