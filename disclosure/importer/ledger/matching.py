"""Which problem of which notice a row of a table is about."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final
from unicodedata import normalize

from disclosure.importer.ledger.problems import Problem, read_base
from disclosure.importer.ledger.records import Record

_NUMBER: Final = re.compile(
    r"\s*(?:第?[一二三四五六七八九十百]{1,5}[、，.．是]|[（(][一二三四五六七八九十百\d]{1,5}[）)]"
    r"|问题\s?[一二三四五六七八九十\d]{1,3}[：:、.．]|\d{1,3}(?:[、.．]|(?=[^\d.年月日个项名次])))"
)
_SIGNS: Final = re.compile(r"[\s。，,.、；;：:“”\"'《》〈〉（）()·—\-]+")
_NEAR: Final = 0.6
_APART: Final = 0.15  # a guess that another problem comes as near to is none
_LONGEST: Final = 400
_MOST_GUESSED: Final = 1_000


class How(Enum):
    """How a row was taken for a problem."""

    BY_ID = "id"
    BY_TITLE = "title"
    GUESS = "guess"
    SEVERAL = "several"
    NONE = "none"
    TWICE = "twice"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Match:
    """A row, the problem it is about, and how that was found; of ``SEVERAL`` and ``NONE`` none."""

    record: Record
    how: How
    problem: Problem | None = None


class Matcher:
    """Finds the problems that rows are about."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._by_id = {(each.slug, each.node.anchor): each for each in problems}
        self._by_title: dict[str, list[Problem]] = defaultdict(list)
        for each in problems:
            self._by_title[plain_title(each.title)].append(each)
        self._grams = [(each, _grams(plain_title(each.title))) for each in problems]
        self._guessed = 0

    def known_titles(self, titles: Iterable[str]) -> int:
        """Return how many of these titles are those of problems."""
        return sum(1 for title in titles if plain_title(title) in self._by_title)

    def matches(self, records: Iterable[Record]) -> list[Match]:
        """Return what each row is about; of two about the same problem, neither is taken."""
        found = [self._match(each) for each in records]
        sure = {How.BY_ID, How.BY_TITLE}
        counts = Counter(
            (each.problem.slug, each.problem.node.anchor)
            for each in found
            if each.problem and each.how in sure
        )
        return [
            Match(each.record, How.TWICE, each.problem)
            if each.problem
            and each.how in sure
            and counts[(each.problem.slug, each.problem.node.anchor)] > 1
            else each
            for each in found
        ]

    def _match(self, record: Record) -> Match:
        title = plain_title(record.title)
        same = self._by_title.get(title, []) if title else []
        by_id = self._by_id.get((record.slug, record.anchor)) if record.anchor else None
        base = read_base(record.base)
        if by_id is not None and base is not None:
            written = plain_title(base.get("title", ""))
            if plain_title(by_id.title) == written or by_id.node.section.id:
                # Whoever sorts some columns and not others leaves the hidden ones behind.
                if title not in {written, ""} and any(each != by_id for each in same):
                    return Match(record, How.MIXED, by_id)
                return Match(record, How.BY_ID, by_id)
            # The notice has been changed since: ids by place now name other problems.
            same = same or self._by_title.get(written, [])
        within = [each for each in same if each.slug == record.slug] or same
        if len(within) == 1:
            return Match(record, How.BY_TITLE, within[0])
        if within:
            return Match(record, How.SEVERAL)
        near = self._nearest(title)
        return Match(record, How.GUESS, near) if near else Match(record, How.NONE)

    def _nearest(self, title: str) -> Problem | None:
        self._guessed += 1
        if not title or self._guessed > _MOST_GUESSED:
            return None
        grams = _grams(title)
        worth = sorted(
            ((_likeness(grams, other), number) for number, (_, other) in enumerate(self._grams)),
            reverse=True,
        )
        if not worth or worth[0][0] < _NEAR:
            return None
        if len(worth) > 1 and worth[0][0] - worth[1][0] < _APART:
            return None
        return self._grams[worth[0][1]][0]


def plain_title(text: str) -> str:
    """Return a title without number, blanks and signs, for comparing."""
    text = normalize("NFKC", text[:_LONGEST])
    return _SIGNS.sub("", _NUMBER.sub("", text, count=1) or text)


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)))


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    return 2 * len(first & second) / (len(first) + len(second))
