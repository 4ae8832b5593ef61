"""The editor: an edit is read by the loader before it is written, and kept so as to be undone."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from disclosure.characters import REFUSED
from disclosure.diagnostics import Diagnostic, Level
from disclosure.editing.apply import applied
from disclosure.editing.edit import Add, Conflict, Edit, Outcome, Plain, Refused, SetValue
from disclosure.editing.opened import ConflictError, NothingToSplitError
from disclosure.editing.saving import Next, Target, notice_target, save, site_target
from disclosure.editing.states import Journal
from disclosure.files import sha256_hex
from disclosure.project.notice_writer import as_before
from disclosure.project.settings import Settings
from disclosure.source.text import decode
from disclosure.source.written import UnsettableError


def edit_notice(settings: Settings, slug: str, edits: Sequence[Edit]) -> Outcome:
    """Make edits in a notice, all or none.

    Args:
        settings: the project.
        slug: of a notice.
        edits: one after the other.

    Returns:
        Saved; Conflict where the file holds something else than was seen; Refused where it would
        not load, cannot be changed there, or there is no such notice.

    Raises:
        OutputError: it cannot be written.

    """
    target = notice_target(settings, slug)
    if target is None:
        return absent(settings, slug)
    return save(settings, target, partial(edited, target, edits))


def edit_site(settings: Settings, edits: Sequence[Edit]) -> Outcome:
    """Make edits in ``site.yaml``; see ``edit_notice``."""
    target = site_target(settings)
    return save(settings, target, partial(edited, target, edits))


def absent(settings: Settings, slug: str) -> Refused:
    """Return what is to be said of a name that no notice has."""
    shown = settings.display_path(settings.content / "notices")
    params = (("slug", slug[:100]),)
    return Refused((Diagnostic(shown, 0, 0, Level.ERROR, "edit.absent", params),))


def edited(
    target: Target, edits: Sequence[Edit], before: bytes, journal: Journal
) -> Next | Outcome:
    """Return what becomes of a file by edits; see ``saving.Change``."""
    text, faults = decode(before)
    if faults:
        return Refused(target.load(before)[1])
    if refused := _refused(edits):
        return Refused((_error(target, "edit.character", point=f"U+{ord(refused):04X}"),))
    try:
        after = as_before(applied(text, edits, target.model), before)
    except ConflictError as error:
        return Conflict(error.edit, error.now)
    except NothingToSplitError:
        return Refused((_error(target, "edit.split"),))
    except UnsettableError:
        _, found = target.load(before)
        unread = [each for each in found if each.level is Level.ERROR]
        return Refused(tuple(unread) or (_error(target, "edit.layout"),))
    if after == before:
        return Next(before, journal)
    return Next(after, journal.followed(sha256_hex(after)))


def _error(target: Target, code: str, **params: str) -> Diagnostic:
    return Diagnostic(target.shown, 0, 0, Level.ERROR, code, tuple(params.items()))


def _refused(edits: Sequence[Edit]) -> str:
    """Return the first character that no file may hold; "" where there is none."""
    for edit in edits:
        if isinstance(edit, SetValue | Add):
            for text in _texts(edit.value):
                if match := re.search(f"[{REFUSED}]", text):
                    return match[0]
    return ""


def _texts(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _texts(each)
    else:
        for each in value:
            yield from _texts(each)
