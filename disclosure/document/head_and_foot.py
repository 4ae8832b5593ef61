"""Blocks around the text: lines at its head, attachments, the signature."""

from typing import Final, NamedTuple

from disclosure.document.values import Value
from disclosure.page_texts import DocumentTexts

_LABEL_ENDS: Final = "：:．.、）)"


class Attachment(NamedTuple):
    """A file that goes with the notice, an address, or a name alone.

    Attributes:
        number: from 1.
        word: before its title, 附件1： or the notice's own.
        title: of it.
        place: file or address; None where it is only named.
        is_file: whether the place is a file.
        brackets: around the place.
        typed: the word before it, where the notice gives one of its own.

    """

    number: int
    word: str
    title: Value
    place: Value | None
    is_file: bool
    brackets: tuple[str, str]
    typed: Value | None = None

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        return tuple(value for value in (self.typed, self.title, self.place) if value)

    @property
    def label(self) -> str:
        """What stands before its place."""
        return self.word + self.title.raw

    @property
    def line(self) -> str:
        """The attachment as a line of its own."""
        opening, closing = self.brackets
        return f"{self.label}{opening}{self.place.raw}{closing}" if self.place else self.label


def attachment_word(number: int, typed: Value | None, texts: DocumentTexts) -> str:
    """Return the word before an attachment's title.

    Args:
        number: of the attachment, from 1.
        typed: the notice's own word; None where it gives none.
        texts: the words that are not the notice's.

    """
    if typed is None:
        return texts.attachment.format(number=number)
    # 附件：1. goes on with the title as it is.
    return typed.raw + ("" if typed.raw[-1] in _LABEL_ENDS else texts.colon)


class Signature(NamedTuple):
    """Who signs the text, and its date, for readers and for programs; either may be missing."""

    names: tuple[Value, ...]
    date: str
    machine: str

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        return self.names

    @property
    def lines(self) -> tuple[str, ...]:
        """Names and date, each in a line of its own."""
        return (*(name.raw for name in self.names), *((self.date,) if self.date else ()))


class HeadLine(NamedTuple):
    """A line of its own around the title: below it, or before the first paragraph.

    Attributes:
        key: ``subtitle``, ``speaker``, ``addressee`` or ``salutation``.
        value: what it says.

    """

    key: str
    value: Value

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        return (self.value,)

    @property
    def line(self) -> str:
        """What it says."""
        return self.value.raw
