"""Every printed text of a notice that can be edited, in the order in which it is printed."""

from dataclasses import dataclass

from disclosure.document.values import Role
from disclosure.source.document import Path
from disclosure.source.load import LoadedNotice


@dataclass(frozen=True, slots=True)
class EditableText:
    """One text.

    Attributes:
        path: where the file holds it; see ``edit``.
        raw: as typed.
        printed: as the page prints it, without marks and enumeration words.
        role: what it is on the page.

    """

    path: Path
    raw: str
    printed: str
    role: Role


def editable_texts(loaded: LoadedNotice) -> tuple[EditableText, ...]:
    """Return the texts that stand in the notice's own file, in reading order."""
    raise NotImplementedError
