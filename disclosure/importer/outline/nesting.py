"""Nesting: which heading stands under which, by the order in which forms of marks appear."""

from collections.abc import Iterable, Mapping
from typing import Final

from disclosure.importer.outline.candidates import Candidate
from disclosure.importer.outline.marks import Form

# The order of GB/T 9704-2012, 7.3.3, and of what stands above and below it; asked only where
# the text itself does not tell.
_RANKS: Final[Mapping[Form, int]] = {
    Form.PART: -2,
    Form.BOOK_CHAPTER: -1,
    Form.BOOK_SECTION: 0,
    Form.CHAPTER: 1,
    Form.BRACKETED_HAN: 2,
    Form.PROBLEM: 3,
    Form.POINT: 3,
    Form.COMMA: 3,
    Form.BRACKETED: 4,
    Form.HALF_BRACKET: 5,
    Form.CIRCLED: 5,
    Form.SECOND_DECIMAL: 4,
    Form.THIRD_DECIMAL: 5,
    Form.HAN_IS: 6,
    Form.ORDINAL: 6,
}
_HAN: Final = frozenset(
    {Form.PART, Form.BOOK_CHAPTER, Form.BOOK_SECTION, Form.CHAPTER, Form.BRACKETED_HAN}
)
_SAME_LEVEL: Final[Mapping[Form, Form]] = {Form.POINT: Form.COMMA, Form.COMMA: Form.POINT}
# A form of marks; headings without one are told apart by their level of the outline.
Kind = tuple[Form, int]


class Nesting:
    """Finds the level of each heading, told one after the other.

    Level 0 is the highest. ``forms`` and ``numbers`` are those of the headings that are open.
    """

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._votes = _votes(candidates)
        self._parents: set[tuple[Kind, Kind]] = set()
        self._levels: list[int] = []
        self.forms: list[Kind] = []
        self.numbers: list[int] = []

    def level(self, candidate: Candidate) -> tuple[int, int]:
        """Return the level of the next heading and the number before it there, and open it.

        The number is 0 where the heading is the first of its kind under its parent.
        """
        form, number = _kind(candidate), candidate.number
        level = self._open_level(form, number)
        before = self.numbers[level] if level >= 0 else 0
        if level < 0:
            level = self._new_level(candidate, form)
            del self.forms[level:], self.numbers[level:], self._levels[level:]
            self._parents.update((other, form) for other in self.forms)
            self.forms.append(form)
            self.numbers.append(number)
            self._levels.append(candidate.paragraph.look.level)
        else:
            del self.forms[level + 1 :], self.numbers[level + 1 :], self._levels[level + 1 :]
            self.numbers[level] = number
        return level, before

    def _new_level(self, candidate: Candidate, form: Kind) -> int:
        """Return the level at which a form that is not open comes in."""
        own = candidate.paragraph.look.level
        for at, other in enumerate(self.forms):
            if Form.NONE in {form[0], other[0]} and own and self._levels[at]:
                if own <= self._levels[at]:
                    return at
            elif self._above(form, candidate.number, other):
                return at
        return len(self.forms)

    def _open_level(self, form: Kind, number: int) -> int:
        """Return the level at which the form is open, 1、 after 1. as one with it; -1 if none."""
        like = _SAME_LEVEL.get(form[0])
        own = self.forms.index(form) if form in self.forms else -1
        other = self.forms.index((like, 0)) if like and (like, 0) in self.forms else -1
        if other >= 0 and number > 1 and self.numbers[other] == number - 1:
            return own if own >= 0 and self.numbers[own] == number - 1 else other
        return own

    def _above(self, form: Kind, number: int, other: Kind) -> bool:
        """Say whether a form stands above one that is open."""
        for_it, against = self._votes.get((form, other), 0), self._votes.get((other, form), 0)
        if for_it != against:
            return for_it > against
        if (other, form) in self._parents:
            return False
        if (form, other) in self._parents:
            return True
        if Form.NONE in {form[0], other[0]}:
            return False
        return _RANKS[form[0]] < _RANKS[other[0]] and (number > 1 or form[0] in _HAN)


def _kind(candidate: Candidate) -> Kind:
    level = candidate.paragraph.look.level if candidate.form is Form.NONE else 0
    return candidate.form, level


def _votes(candidates: Iterable[Candidate]) -> dict[tuple[Kind, Kind], int]:
    """Return how often the second form began anew between two numbers of the first.

    It does not count where a third went on before that: 4. 二、（一） 5. is a count that runs
    through the chapters, and says nothing of （一） and 5.
    """
    votes: dict[tuple[Kind, Kind], int] = {}
    last: dict[Kind, int] = {}
    since: dict[Kind, dict[Kind, bool]] = {}
    for candidate in candidates:
        form, number = _kind(candidate), candidate.number
        if number > 1 and last.get(form) == number - 1:
            for other, counts in since.get(form, {}).items():
                if counts:
                    votes[form, other] = votes.get((form, other), 0) + 1
        for begun in since.values():
            # Until the first form goes on, the others are noted; what goes on spoils the rest.
            if form not in begun:
                begun[form] = number == 1 and all(begun.values())
        last[form], since[form] = number, {}
    return votes
