r"""Texts of the file as the notice has to have them, so that they print as they were typed.

In prose a brace, an asterisk, a bracket and a backslash can be marks (``model.marked``); where
they would be, a backslash goes before them. Elsewhere all signs print as they stand.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from disclosure.importer.draft import Items, Scalar, Value
from disclosure.importer.fields.set_apart import SetApart
from disclosure.importer.reading import SOFT_RETURN
from disclosure.importer.tracked import MADE, Tracked, joined
from disclosure.model.marked import read_prose
from disclosure.model.tokens import Kind
from disclosure.zh.width import fold_gap

_SIGNS = re.compile(r"[*\[\\{]")
_PLAIN: Final = frozenset({Kind.TEXT})


class Writer:
    """Turns texts of the file into values."""

    def __init__(self, notes: Collection[str] = (), apart: SetApart | None = None) -> None:
        """Set up.

        Args:
            notes: marks of the notes; ``{①}`` of one of them is a reference and stays.
            apart: links and strong words of the file.

        """
        self.apart = apart or SetApart()
        self._reference = (
            re.compile(r"\{(?:" + "|".join(map(re.escape, sorted(notes))) + r")\}")
            if notes
            else None
        )

    def prose(self, text: Tracked) -> Scalar:
        """Return a paragraph of prose, its signs escaped where they would be marks."""
        references = self._reference.finditer(text.text) if self._reference else ()
        kept = {match.start() for match in references}
        if marked := self.apart.written(text, kept):
            return Scalar(marked, source=text)
        if not _SIGNS.search(text.text) or self._prints_itself(text.text):
            return Scalar(text)
        characters: list[str] = []
        origins: list[int] = []
        for at, (character, origin) in enumerate(zip(text.text, text.origins, strict=True)):
            if at not in kept and _SIGNS.match(character):
                characters.append("\\")
                origins.append(MADE)
            characters.append(character)
            origins.append(origin)
        return Scalar(Tracked("".join(characters), tuple(origins)), source=text)

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

    def _prints_itself(self, text: str) -> bool:
        for token in read_prose(text):
            if token.kind in _PLAIN:
                continue
            if token.kind is not Kind.FIGURE or not self._is_reference(
                text[token.start : token.end]
            ):
                return False
        return True

    def _is_reference(self, text: str) -> bool:
        return bool(self._reference and self._reference.fullmatch(text))


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
