"""The subject: everything that a rule may look at."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from disclosure.checks.reading.dates import DateText, find_dates
from disclosure.checks.reading.joined import JoinedTexts
from disclosure.checks.reading.quantities import Quantity, find_quantities
from disclosure.checks.reading.words import Words, words_in
from disclosure.document.document import Document, read_document
from disclosure.document.printed import PrintedText, printed_texts
from disclosure.document.values import Role
from disclosure.model.figures import Figure
from disclosure.model.follow_up import Joined
from disclosure.model.genre import Genre
from disclosure.model.notice import Notice
from disclosure.model.outline import Outline
from disclosure.model.site import Site
from disclosure.model.terms import Terms
from disclosure.zh.phones_in_text import plain_digits

# Six digits and more, parted by signs and blanks at most: no date and no amount of a report.
_LONG_NUMBER = re.compile(
    "[0-9０-９](?:[^0-9０-９\u3400-\u9fff，。；、]{0,3}[0-9０-９]){5}|[0-9０-９]{4}[*＊×xX✱某]"
)
# Says of a day whether people work on it; None when the State Council has not announced it.
WorkCalendar = Callable[[date], bool | None]
# What is known of an attached file besides its bytes: (kind, text), e.g. ("author", "张三").
Facts = dict[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class NoticeContext:
    """One notice as rules see it.

    Attributes:
        notice: its values.
        figures: by id.
        outline: its sections.
        site: the site that carries it.
        terms: words to look for, shipped and the unit's own.
        is_workday: the official calendar.
        facts: what attached files say of themselves, by name.
        genre: what it says it is; None where it does not say.
        follow_up: how its problems go on with those of the notices before it; None where it is
            the first of its matter.
    """

    notice: Notice
    figures: dict[str, Figure]
    outline: Outline
    site: Site
    terms: Terms
    is_workday: WorkCalendar
    facts: Facts
    genre: Genre | None = None
    follow_up: Joined | None = None

    def applies(self, rule: str) -> bool:
        """Say whether a rule has anything to say of this genre."""
        return self.genre is None or rule not in self.genre.rules_off

    @cached_property
    def pieces(self) -> tuple[PrintedText, ...]:
        """Every printed text, in reading order."""
        return printed_texts(self.document, self.figures)

    @cached_property
    def document(self) -> Document:
        """The notice as a reader meets it."""
        return read_document(self.notice, self.outline, self.site.contact)

    @cached_property
    def prose(self) -> tuple[PrintedText, ...]:
        """Texts that people wrote as sentences: neither contacts nor single data."""
        kept = {Role.TITLE, Role.HEADING, Role.PROSE, Role.ITEM, Role.CELL}
        return tuple(piece for piece in self.pieces if piece.role in kept)

    @cached_property
    def dates(self) -> tuple[tuple[PrintedText, tuple[DateText, ...]], ...]:
        """The dates that stand in each text of ``prose`` that has any."""
        found = ((piece, tuple(find_dates(piece.text))) for piece in self.prose)
        return tuple((piece, dates) for piece, dates in found if dates)

    @cached_property
    def quantities(self) -> tuple[tuple[PrintedText, tuple[Quantity, ...]], ...]:
        """The counted things that stand in each text of ``prose`` that has any."""
        found = ((piece, tuple(find_quantities(piece.text))) for piece in self.prose)
        return tuple((piece, counted) for piece, counted in found if counted)

    @cached_property
    def numbered(self) -> tuple[tuple[PrintedText, str], ...]:
        """The texts that hold a long number, each with its digits and signs made plain."""
        return tuple(
            (piece, plain_digits(piece.text))
            for piece in self.pieces
            if _LONG_NUMBER.search(piece.text)
        )

    @cached_property
    def words(self) -> Callable[[str], Words]:
        """Divides a text of the notice into words, each text once."""
        return cache(words_in)

    @cached_property
    def every(self) -> JoinedTexts:
        """The texts of ``pieces`` as one."""
        return JoinedTexts(self.pieces)

    @cached_property
    def joined(self) -> JoinedTexts:
        """The texts of ``whole`` as one."""
        return JoinedTexts(self.whole())

    def whole(self) -> Iterator[PrintedText]:
        """Yield every text but the contact block, where addresses and numbers belong."""
        return iter(self._whole)

    @cached_property
    def _whole(self) -> tuple[PrintedText, ...]:
        return tuple(piece for piece in self.pieces if piece.role is not Role.CONTACT)
