"""Signs of prose that would be marks (``model.marked``) print as they stand in the file."""

import re
from typing import Final

from disclosure.importer.draft import Scalar
from disclosure.importer.tracked import MADE, Tracked
from disclosure.model.marked import read_prose
from disclosure.model.tokens import Kind

_SIGNS: Final = re.compile(r"[*\[\\{]")


def prose(text: Tracked) -> Scalar:
    """Return a paragraph of prose, a backslash before each sign if one of them would be a mark."""
    if not _SIGNS.search(text.text):
        return Scalar(text)
    if all(token.kind is Kind.TEXT for token in read_prose(text.text)):
        return Scalar(text)
    characters: list[str] = []
    origins: list[int] = []
    for character, origin in zip(text.text, text.origins, strict=True):
        if _SIGNS.match(character):
            characters.append("\\")
            origins.append(MADE)
        characters.append(character)
        origins.append(origin)
    return Scalar(Tracked("".join(characters), tuple(origins)), source=text)
