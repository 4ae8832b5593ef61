"""Edits made in the text of a file; every line that they do not touch stays byte for byte."""

from collections.abc import Sequence

from disclosure.editing.edit import Edit


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return a file's text with edits made, one after the other.

    Args:
        text: from ``disclosure.source.text.decode``.
        edits: each in the file as the one before left it.

    Raises:
        ConflictError: where an edit speaks of something else than stands there.
        UnsettableError: where the file cannot be changed so.

    """
    raise NotImplementedError
