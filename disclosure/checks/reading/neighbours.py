"""Where a word of the lists stands beside the neighbours that it must have."""

import re
from collections.abc import Iterator

from disclosure.model.word_context import DIGIT, EDGE, GAP, LONGEST_GAP, WordContext

_MARKS = frozenset("。；，：？！、“”‘’《》（）()—…,;:?! \n\u3000")
_CLAUSE_END = re.compile("[。；，：？！,;:?!\n]")


def places_of(word: str, context: WordContext, text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``word`` stands with its neighbours: first character and behind the last."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if _fits(context, text, at, end):
            yield at, end
        at = text.find(word, end)


def _fits(context: WordContext, text: str, start: int, end: int) -> bool:
    if context.before and not any(_precedes(each, text, start) for each in context.before):
        return False
    if context.after and not any(_follows(each, text, end) for each in context.after):
        return False
    return not any(_precedes(each, text, start) for each in context.not_before) and not any(
        _follows(each, text, end) for each in context.not_after
    )


def _precedes(neighbour: str, text: str, at: int) -> bool:
    if neighbour == EDGE:
        return at == 0 or text[at - 1] in _MARKS
    if neighbour.endswith(GAP):
        wanted = neighbour[: -len(GAP)]
        clause = _CLAUSE_END.split(text[max(0, at - LONGEST_GAP - len(wanted)) : at])[-1]
        return _stands_in(wanted, clause)
    return _equal(neighbour, text[max(0, at - len(neighbour)) : at])


def _follows(neighbour: str, text: str, at: int) -> bool:
    if neighbour == EDGE:
        return at == len(text) or text[at] in _MARKS
    if neighbour.startswith(GAP):
        wanted = neighbour[len(GAP) :]
        clause = _CLAUSE_END.split(text[at : at + LONGEST_GAP + len(wanted)], maxsplit=1)[0]
        return _stands_in(wanted, clause)
    return _equal(neighbour, text[at : at + len(neighbour)])


def _stands_in(wanted: str, clause: str) -> bool:
    size = len(wanted)
    return any(_equal(wanted, clause[at : at + size]) for at in range(len(clause) - size + 1))


def _equal(wanted: str, given: str) -> bool:
    if DIGIT not in wanted:
        return wanted == given
    return len(wanted) == len(given) and all(
        each == shown or (each == DIGIT and shown.isdigit())
        for each, shown in zip(wanted, given, strict=True)
    )
