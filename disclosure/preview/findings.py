"""What the rules find, for the preview: what was saved last is looked at first, a slice at a time.

A build does not run the rules, and is not kept waiting for them: between two builds there is
time. What has not changed is not looked at again.
"""

import time
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.editorial.check import CheckContext, check_file
from disclosure.editorial.kept_context import KeptContext
from disclosure.project.fingerprint import stat_of
from disclosure.project.notices import NoticeFile, find_notices
from disclosure.project.settings import Settings

_SLICE = 0.15  # seconds; a build that is wanted meanwhile waits no longer than that and a notice


class Looked(NamedTuple):
    """What one look has brought.

    Attributes:
        found: of each notice looked at, everything that is to be said of it.
        gone: notices that were known and are no more.
        more: whether there are notices that were not looked at yet.
    """

    found: dict[PurePosixPath, tuple[Diagnostic, ...]]
    gone: frozenset[PurePosixPath] = frozenset()
    more: bool = False


class Findings:
    """Runs the rules on what has changed since it last did."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._checks = KeptContext(settings)
        self._context: CheckContext | None = None
        self._known: dict[PurePosixPath, str] = {}

    def look(self) -> Looked:
        """Look at the notices that have changed, as many as there is time for, the newest first.

        Raises:
            DisclosureError: the project cannot be read.

        """
        context = self._checks.look()
        if context is not self._context:
            self._known.clear()
            self._context = context
        if context is None:
            return Looked({})
        files = {self._settings.display_path(each.path): each for each in self._files()}
        states = {shown: _state(file) for shown, file in files.items()}
        gone = frozenset(self._known.keys() - files.keys())
        for shown in gone:
            del self._known[shown]
        changed = [shown for shown in files if self._known.get(shown) != states[shown]]
        changed.sort(key=lambda shown: _modified(files[shown]), reverse=True)
        found: dict[PurePosixPath, tuple[Diagnostic, ...]] = {}
        end = time.monotonic() + _SLICE
        for shown in changed:
            if found and time.monotonic() > end:
                break
            found[shown] = check_file(files[shown], context).diagnostics
            self._known[shown] = states[shown]
        return Looked(found, gone, len(found) < len(changed))

    def _files(self) -> Iterator[NoticeFile]:
        yield from find_notices(self._settings)[0]


def _state(file: NoticeFile) -> str:
    """Return what tells one state of a notice and its attachments from another."""
    folder = file.path.with_suffix("")
    attached = sorted(folder.glob("*")) if folder.is_dir() else []
    return " ".join(stat_of(path.as_posix()) for path in (file.path, *attached))


def _modified(file: NoticeFile) -> float:
    try:
        return file.path.stat().st_mtime
    except OSError:
        return 0
