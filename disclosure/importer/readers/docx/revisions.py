"""Revisions: which of both texts of a marked-up file is read, and what is told of the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from xml.etree.ElementTree import Element


class Revisions(StrEnum):
    """The text with all changes taken over, or as it was before them."""

    FINAL = "final"
    ORIGINAL = "original"


_KINDS: Final = {"w:ins": "ins", "w:del": "del", "w:moveFrom": "from", "w:moveTo": "to"}
_UNKNOWN: Final = "—"
_DAY: Final = 10


@dataclass(frozen=True, slots=True)
class Change:
    """A revision: ``ins``, ``del``, ``from``, ``to`` or ``format``, by whom and on which day."""

    kind: str
    author: str = _UNKNOWN
    day: str = _UNKNOWN

    @property
    def params(self) -> dict[str, str]:
        """The values of a sentence."""
        return {"author": self.author, "day": self.day}


def change_of(element: Element) -> Change:
    """Return the change that an element says: ``w:ins``, ``w:rPrChange``."""
    author = element.get("w:author", "").strip() or _UNKNOWN
    day = element.get("w:date", "")[:_DAY] or _UNKNOWN
    return Change(_KINDS.get(element.tag, "format"), author, day)


def is_change(tag: str) -> bool:
    """Say whether what stands in such an element was inserted, deleted or moved."""
    return tag in _KINDS


def is_read(changes: tuple[Change, ...], revisions: Revisions) -> bool:
    """Say whether the chosen text holds what stands in these changes."""
    left_out = {"del", "from"} if revisions is Revisions.FINAL else {"ins", "to"}
    return all(change.kind not in left_out for change in changes)


def mark_changes(properties: Element | None) -> tuple[Change, ...]:
    """Return the changes of a paragraph's mark.

    Args:
        properties: ``w:rPr`` in the paragraph's ``w:pPr``.

    """
    return tuple(change_of(each) for each in properties or () if is_change(each.tag))


def format_changes(element: Element | None) -> Iterator[Change]:
    """Yield the changes of format that properties say: ``w:rPrChange``, ``w:pPrChange``."""
    for each in element if element is not None else ():
        if (
            each.tag.startswith("w:")
            and each.tag.endswith("Change")
            and each.tag != "w:tblGridChange"
        ):
            yield change_of(each)
