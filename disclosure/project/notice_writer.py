"""Rewriting a notice: whole or not at all, over nobody's change, with a copy of what stood."""

from pathlib import Path

from disclosure.bounded_reading import read_file
from disclosure.errors import OutputError
from disclosure.files import explain_os_error, keep_copy, replace_file
from disclosure.source.text import decode


def as_before(text: str, before: bytes) -> bytes:
    """Return a text of Unix lines as bytes with the line ends and the mark of ``before``."""
    lines, _ = decode(before)
    if b"\r\n" in before and "\r" not in lines:
        text = text.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode()


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
