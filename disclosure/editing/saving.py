"""Saving: one of our own files becomes another, kept so as to be undone, over nobody's change."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from disclosure.diagnostics import Diagnostic, has_errors
from disclosure.editing.edit import Outcome, Refused, Saved
from disclosure.editing.states import Journal, States
from disclosure.errors import LockedError, OutputError
from disclosure.files import explain_os_error
from disclosure.locks import exclusive
from disclosure.model.fields import Model
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.project.genres import genres_of
from disclosure.project.notice_writer import replace_notice
from disclosure.project.notices import slug_fault, standing_file
from disclosure.project.settings import Settings
from disclosure.source.load import LoadedNotice, load_notice, load_site, read_bytes

_SITE: Final = "_site"  # no notice can have this name
_TRIES: Final = 5
_WAITED: Final = 10.0  # seconds for another process of ours; each holds it for a moment
_PAUSE: Final = 0.02
_BUSY: Final = "edit.busy"

# What a file's bytes say, where it is a notice's and can be read; and what was found in them.
Load = Callable[[bytes], tuple[LoadedNotice | None, tuple[Diagnostic, ...]]]


class Target(NamedTuple):
    """A file that can be edited.

    Attributes:
        path: of it.
        shown: as messages name it.
        model: what it holds.
        load: reads bytes as this file.
        states: of it.

    """

    path: Path
    shown: PurePosixPath
    model: type[Model]
    load: Load
    states: States


class Next(NamedTuple):
    """What a file is to become.

    Attributes:
        data: its bytes.
        journal: which says so.

    """

    data: bytes
    journal: Journal


# Says what becomes of the bytes that stand there, as the journal knows them.
Change = Callable[[bytes, Journal], Next | Outcome]


def notice_target(settings: Settings, slug: str) -> Target | None:
    """Return the file of a notice; None where there is no such notice."""
    path = None if slug_fault(slug) else standing_file(slug, settings)
    if path is None:
        return None
    shown = settings.display_path(path)
    genres = genres_of(settings)

    def load(data: bytes) -> tuple[LoadedNotice | None, tuple[Diagnostic, ...]]:
        return load_notice(data, shown, genres)

    return Target(path, shown, Notice, load, States(_folder(settings, slug)))


def site_target(settings: Settings) -> Target:
    """Return ``site.yaml``."""
    path = settings.content / "site.yaml"
    shown = settings.display_path(path)

    def load(data: bytes) -> tuple[None, tuple[Diagnostic, ...]]:
        return None, load_site(data, shown).diagnostics

    return Target(path, shown, Site, load, States(_folder(settings, _SITE)))


def save(settings: Settings, target: Target, change: Change) -> Outcome:
    """Change a file; see ``Change``. What would not load is not written.

    Raises:
        OutputError: it cannot be written, or another process does not let it go.

    """
    try:
        with _held(target.states.folder / ".lock"):
            for _ in range(_TRIES):
                outcome = _tried(settings, target, change)
                if outcome is not None:
                    return outcome
    except OSError as error:
        raise explain_os_error(error, target.states.folder) from error
    raise OutputError("fix.changed", path=target.path.name)


def _tried(settings: Settings, target: Target, change: Change) -> Outcome | None:
    """Change a file; None where somebody else wrote it in this very moment."""
    states = target.states
    before, unreadable = read_bytes(target.path, target.shown, settings.content)
    if unreadable:
        return Refused(unreadable)
    known = states.journal()
    journal = known.met(states.keep(before))
    if journal != known:
        states.write(journal)
    found = change(before, journal)
    if not isinstance(found, Next):
        return found
    loaded, said = target.load(found.data)
    if has_errors(said):
        return Refused(said)
    if found.data != before:
        states.keep(found.data)
        states.write(found.journal)
        if not replace_notice(target.path, before, found.data):
            states.write(journal)
            return None
    now = found.journal
    return Saved(found.data, now.at > 0, now.at < len(now.states) - 1, said, loaded)


@contextmanager
def _held(lock: Path) -> Iterator[None]:
    """Hold the states of a file; another thread or process of ours is waited for."""
    end = time.monotonic() + _WAITED
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(exclusive(lock, _BUSY))
                break
            except LockedError:
                if time.monotonic() >= end:
                    raise
            time.sleep(_PAUSE)
        yield


def _folder(settings: Settings, name: str) -> Path:
    return settings.cache / "edits" / name
