"""The account as text, for the terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from disclosure.messages import say
from disclosure.render.account_page import AccountView, Told

# What asks nothing of anybody; revisions, comments, hidden text and guesses are shown one by one.
_ALIKE: Final = frozenset({"import.word.number_made"})
# Of more sentences of one such kind than this, so many are shown.
_MANY: Final = 6
_FEW: Final = 3


def account_lines(view: AccountView, language: str) -> Iterator[str]:
    """Yield the lines: the result first, then what a person must look at, then the changes."""
    parts = "、".join(f"{each.sentence}{each.places}" for each in view.counts)
    yield say("import.counts", language, {"conclusion": view.conclusion, "parts": parts})
    yield from _listed("import.title.lost", view.lost, language)
    yield view.proof
    yield from _listed("", view.differences, language)
    yield from _listed("import.title.confirm", view.confirm, language)
    yield from _listed("import.title.changes", view.changes, language)


def _listed(title: str, told: Sequence[Told], language: str) -> Iterator[str]:
    """Yield what is told; of many numbers by Word the first: the page of the report has all."""
    if told and title:
        yield say(title, language)
    of_kind = Counter(each.code for each in told)
    shown: Counter[str] = Counter()
    for each in told:
        shown[each.code] += 1
        many = each.code in _ALIKE and of_kind[each.code] > _MANY
        if many and shown[each.code] > _FEW:
            if shown[each.code] == of_kind[each.code]:
                rest = str(of_kind[each.code] - _FEW)
                yield f"  {say('import.more_alike', language, {'count': rest})}"
            continue
        place = say("import.at", language, {"place": each.places}) if each.places else ""
        yield f"  {each.sentence}{place}"
