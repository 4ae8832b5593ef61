"""What is known of all notices at once: the versions that were sealed, and what was published."""

from collections.abc import Mapping
from typing import NamedTuple

from disclosure.archive.checksums import read_listing
from disclosure.archive.log import Entry
from disclosure.model.versions import Reason
from disclosure.project.sealed_archive import store_of
from disclosure.project.settings import Settings
from disclosure.publish.history import Records
from disclosure.render.urls import NoticeUrls, sealed_page


class Known(NamedTuple):
    """What archive and publications say.

    Attributes:
        sealed: the last version of each notice, by slug; in the order of their sealing.
        published: SHA-256 by place of what was published last, to whichever target.
    """

    sealed: Mapping[str, Entry]
    published: Mapping[str, str]

    def number(self, slug: str) -> int:
        """Return the number of a notice's last version; 0 where none was sealed."""
        return self.sealed[slug].number if slug in self.sealed else 0

    def content(self, slug: str) -> str:
        """Return the content digest of a notice's last version; empty where there is none."""
        return self.sealed[slug].content if slug in self.sealed else ""

    def withdrawn(self, slug: str) -> bool:
        """Say whether a notice was withdrawn by its last version."""
        return slug in self.sealed and self.sealed[slug].reason == Reason.WITHDRAWAL

    def published_number(self, slug: str) -> int:
        """Return the number of the last version that readers find; 0 where they find none."""
        numbers = range(self.number(slug), 0, -1)
        return next((n for n in numbers if sealed_page(slug, n) in self.published), 0)

    def published_text(self, slug: str) -> str:
        """Return the content digest of the text that readers find; empty where they find none."""
        return self.published.get(NoticeUrls(slug).canonical, "")


def known_of(settings: Settings) -> Known:
    """Read the archive's log and the listing of the last publication.

    Raises:
        OutputError: one of them cannot be read, or is no plain file.

    """
    lines = store_of(settings).lines()
    sealed = {line.entry.slug: line.entry for line in lines if line.entry}
    return Known(sealed, read_listing(Records(settings).latest()) or {})
