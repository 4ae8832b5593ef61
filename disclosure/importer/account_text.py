"""The account as text, for the terminal."""

from collections.abc import Iterator, Sequence

from disclosure.messages import say
from disclosure.render.account_page import AccountView, Told


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
    if told and title:
        yield say(title, language)
    for each in told:
        place = say("import.at", language, {"place": each.places}) if each.places else ""
        yield f"  {each.sentence}{place}"
