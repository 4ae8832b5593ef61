"""The editor: an edit is read by the loader before it is written, and kept so as to be undone."""

from collections.abc import Sequence

from disclosure.editing.edit import Edit, Outcome
from disclosure.project.settings import Settings


def edit_notice(settings: Settings, slug: str, edits: Sequence[Edit]) -> Outcome:
    """Make edits in a notice, all or none.

    Args:
        settings: the project.
        slug: of a notice.
        edits: one after the other.

    Returns:
        Saved; Conflict where the file holds something else than was seen; Refused where it would
        not load, or there is no such notice.

    Raises:
        OutputError: it cannot be written.

    """
    raise NotImplementedError


def edit_site(settings: Settings, edits: Sequence[Edit]) -> Outcome:
    """Make edits in ``site.yaml``; see ``edit_notice``."""
    raise NotImplementedError


def undo(settings: Settings, slug: str) -> Outcome:
    """Bring back the state before; Conflict where a change that nobody saw yet stands there."""
    raise NotImplementedError


def redo(settings: Settings, slug: str) -> Outcome:
    """Bring back the state that was undone last; see ``undo``."""
    raise NotImplementedError
