"""Words changed inside a text where they stand, so that its other lines stay as they are."""

from disclosure.editing.opened import Opened, shared
from disclosure.source.document import Path
from disclosure.source.places import Places


def with_words(opened: Opened, path: Path, before: str, old: str, new: str) -> str | None:
    """Return a file's text with ``new`` for ``old``, changed where they differ.

    None where that is not one stretch of one line, written as it is read.

    Args:
        opened: the file.
        path: of the text, with the number of its paragraph if only that is meant.
        before: what stands before it in the same value.
        old: the text.
        new: what it is to be.

    """
    start = shared(old, new)
    tail = shared(old[start:][::-1], new[start:][::-1])
    end = len(old) - tail
    if not start and not tail:
        return None
    if start == end:
        # There has to be a character to be found.
        start, end = (start - 1, end) if start else (start, end + 1)
    word = new[start : len(new) - (len(old) - end)]
    places = Places(opened.document, opened.text)
    span = places.part(path, before, old, start, end)
    line = opened.lines.lines[span.line]
    if "\n" in word or line[span.column : span.end_column] != old[start:end]:
        return None
    at = opened.lines.offset(span.line, span.column)
    return opened.text[:at] + word + opened.text[at + end - start :]
