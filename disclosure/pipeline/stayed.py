"""What stays of the last build: notices that have not changed, and what lists show of them."""

from collections.abc import Mapping
from typing import NamedTuple

from disclosure.pipeline.cache import BadCacheError, Cache, NoticeRecord, values_of
from disclosure.pipeline.plan import Plan
from disclosure.project.fingerprint import digest_in
from disclosure.render import urls
from disclosure.render.views.summary import NoticeSummary


class Stayed(NamedTuple):
    """What the last build noted of notices.

    Attributes:
        notices: those that have not changed, as they were noted.
        rows: of these in the cache.
        lines: what lists show of them, and of the others as long as the lists may stay; see
            ``Cache``.

    """

    notices: Mapping[str, NoticeRecord]
    rows: Mapping[str, bytes]
    lines: Mapping[str, bytes]

    def row(self, slug: str, record: NoticeRecord) -> NoticeRecord | bytes:
        """Return what to note of a notice: its row, where ``record`` is what was noted."""
        return self.rows[slug] if self.notices.get(slug) is record else record

    def summary(self, slug: str) -> NoticeSummary:
        """Return what lists show of a notice.

        Raises:
            BadCacheError: that is not what was noted.

        """
        try:
            return NoticeSummary(*values_of(self.lines[slug]))
        except (KeyError, TypeError) as error:
            raise BadCacheError from error


def stayed_of(cache: Cache | None, seen: Plan) -> Stayed:
    """Return what the last build noted, as far as it still counts.

    Args:
        cache: of the last build.
        seen: what has changed since.

    Raises:
        BadCacheError: that is not to be believed.

    """
    if cache is None:
        return Stayed({}, {}, {})
    rows, lines = cache.row_by_slug(), cache.line_by_slug()
    return Stayed(
        {slug: cache.notices[slug] for slug in seen.current},
        {slug: rows[slug] for slug in seen.current},
        lines if seen.lists_current else {slug: lines[slug] for slug in seen.current},
    )


def digests_of(slug: str, record: NoticeRecord) -> dict[str, str]:
    """Return the digests of a notice's files, by place in the site."""
    folder = urls.NoticeUrls(slug).folder
    return {folder + name: digest_in(state) for name, state in record.outputs.items()}
