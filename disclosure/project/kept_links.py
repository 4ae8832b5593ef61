"""Which notice each file continues, read again only where it has changed: for who asks often."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from disclosure.project.fingerprint import ABSENT, FileProbe, FileState, digest_in
from disclosure.project.matter_sources import links_of
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import Settings


class _Kept(NamedTuple):
    """What was read in one file, and which state of it."""

    state: FileState
    continues: str


class KeptLinks:
    """Keeps what ``matter_sources`` takes as known; a thousand files cost a look at each."""

    def __init__(self, settings: Settings) -> None:
        """Keep nothing yet.

        Args:
            settings: the project.
        """
        self._settings = settings
        self._kept: Mapping[str, _Kept] = {}

    def of(self, files: Iterable[NoticeFile]) -> Mapping[str, str]:
        """Return which notice each of these continues; empty for one that continues none.

        Threads may ask at the same time: each keeps all that it has found, or another does.
        """
        before, probe = self._kept, FileProbe()
        found: dict[str, _Kept] = {}
        for file in files:
            kept = before.get(file.slug, _Kept(ABSENT, ""))
            # Looked at before it is read: one that changes meanwhile is read again the next time.
            state = probe.look(file.path.as_posix(), kept.state)
            if digest_in(state) != digest_in(kept.state):
                continues = links_of([file], self._settings).get(file.slug, "")
                kept = _Kept(state, continues)
            elif state is not kept.state:
                kept = kept._replace(state=state)
            found[file.slug] = kept
        self._kept = found
        return {slug: kept.continues for slug, kept in found.items()}
