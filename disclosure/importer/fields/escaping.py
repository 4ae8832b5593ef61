"""Signs of prose that would be marks (``model.marked``) print as they stand in the file."""

import re
from typing import Final

from disclosure.importer.draft import Scalar
from disclosure.importer.tracked import MADE, Tracked
from disclosure.model.marked import read_prose
from disclosure.model.tokens import Kind

_SIGNS: Final = re.compile(r"[*\[\\{]")


def prose(text: Tracked, notes: re.Pattern[str] | None = None) -> Scalar:
    """Return a paragraph of prose, a backslash before each sign if one of them would be a mark.

    Args:
        text: as it stands in the file.
        notes: form of the references to its notes, ``{①}``, which stay.

    """
    if not _SIGNS.search(text.text) or _prints_itself(text.text, notes):
        return Scalar(text)
    kept = {match.start() for match in notes.finditer(text.text)} if notes else set()
    characters: list[str] = []
    origins: list[int] = []
    for at, (character, origin) in enumerate(zip(text.text, text.origins, strict=True)):
        if _SIGNS.match(character) and at not in kept:
            characters.append("\\")
            origins.append(MADE)
        characters.append(character)
        origins.append(origin)
    return Scalar(Tracked("".join(characters), tuple(origins)), source=text)


def _prints_itself(text: str, notes: re.Pattern[str] | None) -> bool:
    return all(
        token.kind is Kind.TEXT
        or (
            token.kind is Kind.FIGURE
            and notes is not None
            and notes.fullmatch(text[token.start : token.end]) is not None
        )
        for token in read_prose(text)
    )
