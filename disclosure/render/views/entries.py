"""What stands in a list: one notice, the notices of a year, links with their counts."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.views.summary import NoticeSummary


class IndexEntry(NamedTuple):
    """One notice in the list.

    The description is empty where the list is short of room; ``withdrawn`` where it stands.
    """

    href: str
    title: str
    issuer: str
    published: str
    description: str
    counts: tuple[str, ...]
    statuses: tuple[str, ...]
    withdrawn: str


class IndexYear(NamedTuple):
    """The notices of one year, newest first; each a view or already HTML."""

    year: str
    entries: tuple[Any, ...]


class ListLink(NamedTuple):
    """A link to a list or a page of it, with what is counted there or nothing."""

    name: str
    counted: str
    href: str


def view_entry(
    summary: NoticeSummary, page: str, texts: PageTexts, *, described: bool
) -> IndexEntry:
    """Return a notice as it stands in a list.

    Args:
        summary: the notice.
        page: that shows the list.
        texts: the words of pages.
        described: with a sentence or two of the text.

    """
    counts = (
        (summary.categories, texts.text("count.categories")),
        (summary.aspects, texts.text("count.aspects")),
        (summary.problems, texts.text("count.problems")),
    )
    return IndexEntry(
        href=urls.as_link(urls.NoticeUrls(summary.slug).page, page),
        title=summary.title,
        issuer=summary.issuer,
        published=summary.published,
        description=summary.description if described else "",
        counts=tuple(
            texts.text("count.line", number=number, label=label)
            for number, label in counts
            if number
        ),
        statuses=tuple(
            texts.text("count.status", status=status, number=number)
            for status, number in summary.statuses
        ),
        withdrawn=texts.text("withdrawn.title") if summary.withdrawn else "",
    )


def by_year(
    newest: Iterable[NoticeSummary], entry: Callable[[NoticeSummary], Any]
) -> Sequence[IndexYear]:
    """Return notices year by year, each made into what ``entry`` returns."""
    return [
        IndexYear(year, tuple(map(entry, group)))
        for year, group in groupby(newest, key=lambda summary: summary.published[:4])
    ]
