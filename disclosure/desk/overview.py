"""Where every notice stands, for the start page: what has not changed is not checked again."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from disclosure.editorial.check import CheckContext, check_file
from disclosure.editorial.kept_context import KeptContext
from disclosure.project.fingerprint import stat_of
from disclosure.project.notices import NoticeFile, find_notices
from disclosure.project.settings import Settings
from disclosure.project.signoffs import review_path, signers_path
from disclosure.stages.due import Due, due_in
from disclosure.stages.known import Known, known_of
from disclosure.stages.stage import Standing
from disclosure.stages.standing import standing_of, standing_without_site, with_company


class Whole(NamedTuple):
    """What the start page shows.

    Attributes:
        standings: of every notice, as files are listed.
        due: what ends about today, the earliest first.
    """

    standings: tuple[Standing, ...]
    due: tuple[Due, ...]


class _Kept(NamedTuple):
    """What was found in one notice, and in which state of everything that it depends on."""

    state: str
    standing: Standing
    due: tuple[Due, ...]


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

    def look(self, today: date) -> Whole:
        """Return where everything stands.

        Raises:
            DisclosureError: the project cannot be read.

        """
        files, _ = find_notices(self._settings)
        context = self._context(today)
        if context is None:
            return Whole(tuple(standing_without_site(file) for file in files), ())
        kept = [self._of(file, context, today) for file in files]
        self._kept = {file.slug: each for file, each in zip(files, kept, strict=True)}
        return Whole(
            with_company([each.standing for each in kept]),
            tuple(sorted(end for each in kept for end in each.due)),
        )

    def of_one(self, file: NoticeFile, today: date) -> Standing:
        """Return where one notice stands, among the others."""
        every = self.look(today).standings
        return next(each for each in every if each.slug == file.slug)

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

    def _of(self, file: NoticeFile, context: CheckContext, today: date) -> _Kept:
        folder = file.path.with_suffix("")
        attached = sorted(folder.glob("*")) if folder.is_dir() else []
        state = _states(file.path, review_path(self._settings, file.slug), *attached)
        before = self._kept.get(file.slug)
        if before is not None and before.state == state:
            return before
        known = self._known or known_of(self._settings)
        checked = check_file(file, context)
        due = due_in(file.slug, checked.loaded, today) if checked.loaded else ()
        return _Kept(state, standing_of(checked, context, known), due)


def _states(*paths: Path) -> str:
    return " ".join(stat_of(path.as_posix()) for path in paths)
