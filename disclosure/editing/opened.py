"""A file that is being edited: what stands at a path of an edit, and whether a text is meant."""

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from disclosure.editing.edit import Edit, Plain
from disclosure.model.fields import Model
from disclosure.source.document import Document, Path
from disclosure.source.reader import parse
from disclosure.source.whole_lines import Lines
from disclosure.source.written import UnsettableError

# Makes a text; None where it cannot, as by UnsettableError.
Candidate = Callable[[], str | None]


class ConflictError(Exception):
    """The file holds something else than was seen.

    Attributes:
        edit: that speaks of it.
        now: what stands there; None where nothing does.

    """

    def __init__(self, edit: Edit, now: Plain | None) -> None:
        super().__init__(edit, now)
        self.edit, self.now = edit, now


class NothingToSplitError(UnsettableError):
    """There is nothing on one side of the place where a text was to be split."""


class Place(NamedTuple):
    """What a path of an edit leads to.

    Attributes:
        path: of the value in the file.
        number: of the paragraph in its text; -1 where the whole is meant.

    """

    path: Path
    number: int = -1


def paragraphs_in(text: str) -> list[str]:
    """Return the paragraphs of a text, as the model reads prose."""
    return [part for line in text.split("\n") if (part := line.strip())]


def shared(one: Sequence[object], two: Sequence[object]) -> int:
    """Return how much two rows have alike at their beginnings."""
    most = min(len(one), len(two))
    return next((at for at in range(most) if one[at] != two[at]), most)


def is_same(one: Plain | None, two: Plain | None) -> bool:
    """Say whether two values are the same but for blanks around texts, which nobody sees."""
    if isinstance(one, str) and isinstance(two, str):
        return one.strip() == two.strip()
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(is_same, one, two))
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(is_same(one[key], two[key]) for key in one)
    return one is None and two is None


class Opened:
    """The text of a file with its values."""

    def __init__(self, text: str, model: type[Model]) -> None:
        """Read a text.

        Args:
            text: of the file.
            model: what it holds.

        Raises:
            UnsettableError: it has faults.

        """
        self.model = model
        self.lines = Lines(text.split("\n"))
        if self.document.faults:
            raise UnsettableError(self.document.faults[0].code)

    @property
    def text(self) -> str:
        """The text."""
        return self.lines.text

    @property
    def document(self) -> Document:
        """Its values."""
        return self.lines.document

    def value(self, path: Path) -> Any:
        """Return the value at a path of the file; None where nothing stands."""
        return self.document.value_at(path)

    def place(self, path: Path) -> Place | None:
        """Return what a path of an edit leads to; None where nothing stands there."""
        value: Any = self.document.data
        real: Path = ()
        for number, part in enumerate(path):
            if isinstance(value, str):
                last = isinstance(part, int) and number == len(path) - 1
                known = last and int(part) < len(paragraphs_in(value))
                return Place(real, int(part)) if known else None
            if isinstance(value, dict) and part == 0 and not isinstance(part, str):
                continue  # the only one of a list that is written without its dash
            if isinstance(value, dict) is not isinstance(part, str):
                return None
            real = (*real, part)
            value = self.document.value_at(real)
            if value is None:
                return None
        return Place(real)

    def seen(self, path: Path) -> Plain | None:
        """Return what somebody who edits ``path`` sees there; None where nothing stands."""
        place = self.place(path)
        if place is None:
            return None
        value: Plain = self.value(place.path)
        if place.number >= 0 and isinstance(value, str):
            return paragraphs_in(value)[place.number]
        return value

    def meant(self, candidates: Iterable[Candidate], wanted: Any) -> str:
        """Return the first text that reads as wanted.

        Args:
            candidates: each makes a text of the file.
            wanted: all values of the file.

        Raises:
            UnsettableError: none does.

        """
        for text in _made(candidates):
            again = parse(text)
            if not again.faults and again.data == wanted:
                return text
        raise UnsettableError("read otherwise")

    def with_paragraphs(
        self, candidates: Iterable[Candidate], path: Path, wanted: list[str]
    ) -> str:
        """Return the first text in which a value has just these paragraphs, and all else stays.

        Raises:
            UnsettableError: there is none.

        """
        data = self.copy()
        for text in _made(candidates):
            again = parse(text)
            found = None if again.faults else again.value_at(path)
            if isinstance(found, str) and paragraphs_in(found) == wanted:
                put(data, path, found)
                if again.data == data:
                    return text
        raise UnsettableError("read otherwise")

    def copy(self) -> Any:
        """Return all values, to be changed."""
        return copy.deepcopy(self.document.data)


def put(data: Any, path: Path, value: Any) -> None:
    """Put a value where its parent stands."""
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


def _made(candidates: Iterable[Candidate]) -> Iterator[str]:
    for each in candidates:
        try:
            text = each()
        except UnsettableError:
            continue
        if text is not None:
            yield text
