"""Blocks of pictures."""

from typing import NamedTuple

from disclosure.document.values import Role, Value
from disclosure.model import picture
from disclosure.model.faults import Path
from disclosure.model.outline import Node
from disclosure.page_texts import DocumentTexts


class Picture(NamedTuple):
    """A picture.

    Attributes:
        file: its name.
        alt: what it shows, for those who do not see it.
        caption: below it; None where there is none.
        shown: what stands where it would be shown.

    """

    file: str
    alt: Value
    caption: Value | None
    shown: str

    @property
    def line(self) -> str:
        """The picture as a line of its own."""
        return f"{self.shown} {self.caption.raw}" if self.caption else self.shown


class Pictures(NamedTuple):
    """A picture, or several beside each other."""

    pictures: tuple[Picture, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        texts = ((each.alt, each.caption) for each in self.pictures)
        return tuple(value for pair in texts for value in pair if value)


def read_picture(
    given: picture.Picture, path: Path, node: Node | None, texts: DocumentTexts
) -> Pictures:
    """Return the block of one picture."""
    return Pictures((_picture(given, path, node, texts),))


def read_pictures(
    given: tuple[picture.Picture, ...], path: Path, node: Node | None, texts: DocumentTexts
) -> Pictures:
    """Return the block of several beside each other."""
    return Pictures(
        tuple(_picture(each, (*path, at), node, texts) for at, each in enumerate(given))
    )


def _picture(
    given: picture.Picture, path: Path, node: Node | None, texts: DocumentTexts
) -> Picture:
    alt = Value((*path, "alt"), Role.LABEL, given.alt, node=node)
    caption = None
    if given.caption:
        caption = Value((*path, "caption"), Role.DATA, given.caption, node=node)
    return Picture(given.file, alt, caption, texts.picture.format(alt=given.alt))
