"""What the rest of the site needs to know of a notice: small, and enough for every list."""

import re
from typing import NamedTuple

from disclosure.document.blocks import Paragraph
from disclosure.document.document import Document
from disclosure.model.versions import Reason
from disclosure.render.prose import ProseSetter

_DESCRIPTION_LENGTH = 110
_SENTENCE_END = re.compile(r"[。！？；]")


class NoticeSummary(NamedTuple):
    """One line of the site's lists.

    Attributes:
        slug: name of the notice's file, and of its folder in the site.
        title: as printed.
        issuer: who speaks.
        source: whose site published it.
        published: ``YYYY-MM-DD``, or empty for a draft, which no list names.
        published_time: ``HH:MM``, or empty when unknown.
        description: a sentence or two of the text, for lists and page tags.
        categories: how many 大类 the outline has; likewise ``aspects`` and ``problems``.
        statuses: problems by status, in the order of ``Status``, as far as given.
        genre: as the notice names it; empty where it names none.
        units: whom it is about, or who speaks where it does not say.
        searched: a line for each problem, its place on the page and its title.
        updated: since when readers find another text than the first, ISO 8601 in China's time;
            empty where only one version was sealed, or none, under this name or a former one.
        version: number of the version that changed it last; 0 where none did.
        reason: why that was sealed.
        note: what was new in it.
        known_as: the former name that the feed's id is made of; empty where it is its own.

    """

    slug: str
    title: str
    issuer: str
    source: str
    published: str
    published_time: str
    description: str
    categories: int
    aspects: int
    problems: int
    statuses: tuple[tuple[str, int], ...]
    genre: str
    units: tuple[str, ...]
    searched: str
    updated: str = ""
    version: int = 0
    reason: str = ""
    note: str = ""
    known_as: str = ""

    @property
    def withdrawn(self) -> bool:
        """Whether readers find, in its place, that it was withdrawn."""
        return self.reason == Reason.WITHDRAWAL

    @property
    def moment(self) -> str:
        """When it was published, ISO 8601 in China's time; without a clock time at 00:00."""
        return _moment(self.published, self.published_time)

    @property
    def changed(self) -> str:
        """When it was published or changed last, as ``moment`` is written."""
        return self.updated or self.moment

    @property
    def order(self) -> tuple[str, str, str]:
        """Sort key; reversed, it gives the newest first."""
        return (self.published, self.published_time, self.slug)


def published_moment(document: Document) -> str:
    """Return when a notice was published, as ``NoticeSummary.moment``; empty for a draft."""
    day = document.text("day")
    return _moment(day, document.text("clock")) if day else ""


def concerned(document: Document) -> tuple[str, ...]:
    """Return whom a notice is about, or who speaks where it does not say."""
    unit = document.fact("unit")
    return tuple(value.raw for value in unit.values) if unit else (document.text("issuer"),)


def describe(document: Document, prose: ProseSetter) -> str:
    """Return the notice's summary, or the first sentences of its text before any heading."""
    if summary := document.text("summary"):
        return summary
    opening = (*document.lead, *document.content)
    paragraphs = (each for each in opening if isinstance(each, Paragraph))
    text = "".join(prose.plain(each.value.raw) for each in paragraphs) or document.title
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text[:_DESCRIPTION_LENGTH])]
    return text[: ends[-1]] if ends else f"{text[: _DESCRIPTION_LENGTH - 1]}…"


def _moment(day: str, clock: str) -> str:
    return f"{day}T{clock or '00:00'}:00+08:00"
