"""What an import has guessed: comments in a file above the values, taken out once confirmed."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from disclosure.editing.edit import Outcome, Refused, SetValue
from disclosure.editing.editor import absent, edited
from disclosure.editing.saving import Next, Target, notice_target, save
from disclosure.editing.states import Journal
from disclosure.files import sha256_hex
from disclosure.messages import LANGUAGES, template
from disclosure.project.notice_writer import as_before
from disclosure.project.settings import Settings
from disclosure.source.document import Path
from disclosure.source.reader import parse
from disclosure.source.text import decode
from disclosure.source.whole_lines import Lines

# An import writes them in the language of its project.
_OPENINGS: Final = tuple(
    f"# {template('import.confirm', language).partition('{reason}')[0]}" for language in LANGUAGES
)


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess that nobody has confirmed yet.

    Attributes:
        path: of the value below its comment; where that is a mapping, of the first text in it.
        reason: why it was guessed, as the comment says it.
        value: as the file holds it; None where it is no single text.

    """

    path: Path
    reason: str
    value: str | None


def guesses_in(text: str) -> tuple[Guess, ...]:
    """Return the guesses that stand in a file's text, in order; none where it has faults."""
    return tuple(guess for guess, _ in _found(text))


def without_guesses(text: str, reasons: Container[str]) -> str:
    """Return a text without the guesses of some reasons; its other lines are the same."""
    return _without(text, {row for guess, row in _found(text) if guess.reason in reasons})


def settle(settings: Settings, slug: str, guess: Guess, value: str | None = None) -> Outcome:
    """Take a guess for confirmed: its comment goes, as one step that can be undone.

    Args:
        settings: the project.
        slug: of a notice.
        guess: with the value that was seen; one that is gone already changes nothing.
        value: what is to stand there instead; None where the guess was right.

    Returns:
        See ``editor.edit_notice``.

    Raises:
        OutputError: it cannot be written.

    """
    target = notice_target(settings, slug)
    if target is None:
        return absent(settings, slug)
    return save(settings, target, partial(_settled, target, guess, value))


def _settled(
    target: Target, guess: Guess, value: str | None, before: bytes, journal: Journal
) -> Next | Outcome:
    text, faults = decode(before)
    if faults:
        return Refused(target.load(before)[1])
    gone = {
        row for each, row in _found(text) if (each.path, each.reason) == (guess.path, guess.reason)
    }
    after = as_before(_without(text, gone), before) if gone else before
    if value is not None and value != guess.value:
        return edited(target, [SetValue(guess.path, value, guess.value)], after, journal)
    if after == before:
        return Next(before, journal)
    return Next(after, journal.followed(sha256_hex(after)))


def _found(text: str) -> Iterator[tuple[Guess, int]]:
    """Yield the guesses of a text, each with the line of its comment, from 0."""
    if not any(opening in text for opening in _OPENINGS):
        return
    document = parse(text)
    if document.faults:
        return
    lines = Lines(text.split("\n"))
    seen: set[int] = set()
    paths = sorted(document.values, key=len)
    places = [(first, path) for path in paths if path and (first := lines.first(path)) is not None]
    for first, path in sorted(places, key=lambda each: each[0]):
        for row in range(lines.top(first), first):
            said = lines.lines[row].strip()
            opening = next((each for each in _OPENINGS if said.startswith(each)), "")
            if opening and row not in seen:
                seen.add(row)
                inner = _first_text(lines, path)
                value = document.value_at(inner)
                told = value if isinstance(value, str) else None
                yield Guess(inner, said.removeprefix(opening).strip(), told), row


def _first_text(lines: Lines, path: Path) -> Path:
    """Return the path of what stands first in a mapping, on whose line its comment is."""
    while isinstance(lines.document.value_at(path), dict) and (keys := lines.keys_in(path)):
        path = (*path, keys[0])
    return path


def _without(text: str, rows: Container[int]) -> str:
    kept = [row for number, row in enumerate(text.split("\n")) if number not in rows]
    return "\n".join(kept)
