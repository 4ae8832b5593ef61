"""Where every notice stands, for the start page: what has not changed is not checked again."""

import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.diagnostics import Diagnostic, Level
from disclosure.editing.guesses import guesses_in
from disclosure.editorial.check import CheckContext, check_file, open_context
from disclosure.editorial.kept_context import KeptContext
from disclosure.project.fingerprint import stat_of
from disclosure.project.notices import NO_NOTICES, NoticeFile, find_notices
from disclosure.project.settings import Settings
from disclosure.project.signoffs import review_path, signers_path
from disclosure.source.text import decode
from disclosure.stages.due import Due, due_in
from disclosure.stages.known import Known, known_of
from disclosure.stages.stage import Standing
from disclosure.stages.standing import standing_of, standing_without_site, with_company

_SECONDS: Final = 3.0  # that a page is kept waiting


class Whole(NamedTuple):
    """What the start page shows.

    Attributes:
        standings: of every notice that was looked at, as files are listed.
        due: what ends about today, the earliest first.
        left: notices that there was no time for; the next look goes on with them.
        guesses: how many guesses of an import nobody has confirmed yet, by the notice.
        faults: errors in the site's own files; while there are any, no notice goes on.
        unread: files among the notices that cannot be any, for their names or where they lie.
    """

    standings: tuple[Standing, ...]
    due: tuple[Due, ...]
    left: tuple[str, ...] = ()
    guesses: Mapping[str, int] = MappingProxyType({})
    faults: tuple[Diagnostic, ...] = ()
    unread: tuple[Diagnostic, ...] = ()


class _Kept(NamedTuple):
    """What was found in one notice, and in which state of everything that it depends on."""

    state: str
    standing: Standing
    due: tuple[Due, ...]
    guesses: int


class Overview:
    """Looks at the project; called in a thread, one call at a time."""

    def __init__(self, settings: Settings, checks: KeptContext) -> None:
        """Know nothing yet.

        Args:
            settings: the project.
            checks: what notices are checked against.
        """
        self._settings = settings
        self._checks = checks
        self._kept: dict[str, _Kept] = {}
        self._seen: CheckContext | None = None
        self._of_all = ""
        self._known: Known | None = None

    def look(self, today: date, first: str = "") -> Whole:
        """Return where everything stands, as far as there is time to look.

        Args:
            today: the day.
            first: the notice that is looked at whatever time it takes.

        Raises:
            DisclosureError: the project cannot be read.

        """
        files, wrong = find_notices(self._settings)
        unread = tuple(each for each in wrong if each.code != NO_NOTICES)
        context = self._context(today)
        if context is None:
            standings = tuple(standing_without_site(file) for file in files)
            return Whole(standings, (), (), {}, _errors(open_context(self._settings)[1]), unread)
        kept: dict[str, _Kept] = {}
        left: list[str] = []
        end = time.monotonic() + _SECONDS
        for file in sorted(files, key=lambda each: each.slug != first):
            state = self._state(file)
            before = self._kept.get(file.slug)
            if before is not None and before.state == state:
                kept[file.slug] = before
            elif time.monotonic() < end or file.slug == first:
                kept[file.slug] = self._looked(file, state, context, today)
            else:
                left.append(file.slug)
        self._kept = kept
        every = [kept[file.slug] for file in files if file.slug in kept]
        due = sorted(end for each in every for end in each.due)
        standings = with_company([each.standing for each in every])
        guesses = {each.standing.slug: each.guesses for each in every if each.guesses}
        return Whole(standings, tuple(due), tuple(left), guesses, _errors(context.found), unread)

    def _context(self, today: date) -> CheckContext | None:
        context = self._checks.look()
        content = self._settings.content
        of_all = today.isoformat() + _states(
            content / "archive" / "log.jsonl",
            content / "published" / "log.jsonl",
            signers_path(self._settings),
        )
        if context is not self._seen or of_all != self._of_all or self._known is None:
            self._seen = context
            self._kept.clear()
            self._known, self._of_all = known_of(self._settings), of_all
        return context

    def _state(self, file: NoticeFile) -> str:
        """Return what tells one state of everything that a standing depends on from another."""
        folder = file.path.with_suffix("")
        attached = sorted(folder.glob("*")) if folder.is_dir() else []
        return _states(file.path, review_path(self._settings, file.slug), *attached)

    def _looked(self, file: NoticeFile, state: str, context: CheckContext, today: date) -> _Kept:
        known = self._known or known_of(self._settings)
        checked = check_file(file, context)
        due = due_in(file.slug, checked.loaded, today) if checked.loaded else ()
        guesses = len(guesses_in(decode(checked.data)[0]))
        return _Kept(state, standing_of(checked, context, known), due, guesses)


def _errors(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(each for each in found if each.level is Level.ERROR)


def _states(*paths: Path) -> str:
    return " ".join(stat_of(path.as_posix()) for path in paths)
