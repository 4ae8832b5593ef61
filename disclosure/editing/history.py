"""Undo and redo, of every state that a file had since it was first edited, whoever made it."""

from functools import partial

from disclosure.diagnostics import has_errors
from disclosure.editing.edit import Conflict, Outcome
from disclosure.editing.editor import absent
from disclosure.editing.saving import Next, Target, notice_target, save, site_target
from disclosure.editing.states import Journal
from disclosure.project.settings import Settings


def undo(settings: Settings, slug: str) -> Outcome:
    """Bring back the state before.

    Args:
        settings: the project.
        slug: of a notice.

    Returns:
        Saved; where there is no state before, the file as it is. Conflict where another program
        has written the file since the last edit: its state is kept as one, and the next undo
        goes back behind it, now that it was seen. Refused where there is no such notice.

    Raises:
        OutputError: it cannot be written.

    """
    return _stepped(settings, notice_target(settings, slug), slug, -1)


def redo(settings: Settings, slug: str) -> Outcome:
    """Bring back the state that was undone last; see ``undo``."""
    return _stepped(settings, notice_target(settings, slug), slug, 1)


def undo_site(settings: Settings) -> Outcome:
    """Bring back the state of ``site.yaml`` before; see ``undo``."""
    return _stepped(settings, site_target(settings), "", -1)


def redo_site(settings: Settings) -> Outcome:
    """Bring back the state of ``site.yaml`` that was undone last; see ``undo``."""
    return _stepped(settings, site_target(settings), "", 1)


def steps_of(settings: Settings, slug: str) -> tuple[bool, bool]:
    """Return whether there is a state before, and one behind, that of a notice."""
    target = notice_target(settings, slug)
    if target is None:
        return False, False
    journal = target.states.journal()
    return journal.at > 0, journal.at < len(journal.states) - 1


def _stepped(settings: Settings, target: Target | None, slug: str, step: int) -> Outcome:
    if target is None:
        return absent(settings, slug)
    known = target.states.journal()
    return save(settings, target, partial(_other_state, target, known, step))


def _other_state(
    target: Target, known: Journal, step: int, before: bytes, journal: Journal
) -> Next | Outcome:
    if known.states and journal.states != known.states:
        return Conflict(None, None)
    at = journal.at + step
    # What another program wrote may not load; it is passed over.
    while 0 <= at < len(journal.states):
        data = target.states.read(journal.states[at])
        if data is not None and not has_errors(target.load(data)[1]):
            return Next(data, journal.moved(at))
        at += step
    return Next(before, journal)
