"""Texts of the file as values of the notice: prose, texts that print as they stand, lines."""

import re
from collections.abc import Collection, Iterable, Iterator

from disclosure.importer.draft import Items, Scalar, Value
from disclosure.importer.fields.escaping import prose
from disclosure.importer.reading import SOFT_RETURN
from disclosure.importer.tracked import Tracked, joined
from disclosure.zh.width import fold_gap


class Writer:
    """Turns texts of the file into values."""

    def __init__(self, notes: Collection[str] = ()) -> None:
        """Set up.

        Args:
            notes: marks of the notes; ``{①}`` of one of them is a reference and stays.

        """
        self._reference = (
            re.compile(r"\{(?:" + "|".join(map(re.escape, sorted(notes))) + r")\}")
            if notes
            else None
        )

    def prose(self, text: Tracked) -> Scalar:
        """Return a paragraph of prose, its signs escaped where they would be marks."""
        return prose(text, self._reference)

    def plain(self, text: Tracked) -> Scalar:
        """Return a text that is printed as it stands: a title, the head of a column."""
        if self._reference and "{" in text.text:
            for match in reversed(list(self._reference.finditer(text.text))):
                inside = text[match.start() + 1 : match.end() - 1]
                text = text[: match.start()] + inside + text[match.end() :]
        return Scalar(in_one_line(text))

    def paragraphs(self, texts: Iterable[Tracked]) -> Value:
        """Return one paragraph as a text, several as a list of them."""
        values = tuple(self.prose(text) for text in texts)
        return values[0] if len(values) == 1 else Items(values)


def lines_of(text: Tracked) -> Iterator[Tracked]:
    """Yield the lines of a paragraph that are not empty, without blanks at their ends."""
    if SOFT_RETURN not in text.text:
        if line := text.strip():
            yield line
        return
    for part in text.split(SOFT_RETURN):
        if line := part.strip():
            yield line


def in_one_line(text: Tracked) -> Tracked:
    """Return the lines of a text as one."""
    if SOFT_RETURN not in text.text:
        return text.strip()
    found: Tracked = Tracked()
    for line in lines_of(text):
        found = joined((found, line), fold_gap(found.text, line.text)) if found else line
    return found


def made(text: str) -> Scalar:
    """Return a value that says nothing that the file says elsewhere."""
    return Scalar(text, source=Tracked())
