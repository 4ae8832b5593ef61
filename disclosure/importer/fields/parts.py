"""What stands under a heading, as it was understood, before it is written down."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from disclosure.importer.draft import Fields, Guess, Scalar
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading
from disclosure.model.mark_style import MarkStyle
from disclosure.model.particulars import Particular
from disclosure.model.section import Kind

NOTHING: Final = Tracked()


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One item of a list.

    Attributes:
        word: that stands before it (一是), as typed.
        counted: whether the program prints the same word by counting.
        texts: its paragraphs, the first without the word.
        below: the list in it.
        closing: paragraphs behind that list.

    """

    word: Tracked
    counted: bool
    texts: tuple[Tracked, ...]
    below: "Listed | None" = None
    closing: tuple[Tracked, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of at least two items."""

    style: MarkStyle
    items: tuple[ListedItem, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph that is no answer, or not yet known as one."""

    text: Tracked


@dataclass(frozen=True, slots=True)
class Answered:
    """What was done.

    Attributes:
        label: without its colon; empty where there is none.
        said: the colon.
        texts: paragraphs; none where it is a list.
        listed: the list.
        own_line: whether the label stands in a line of its own.
        guess: why it is not sure; None where it is.
        mark: that stands before the label, printed with it.

    """

    label: Tracked = NOTHING
    said: Tracked = NOTHING
    texts: tuple[Tracked, ...] = ()
    listed: Listed | None = None
    own_line: bool = False
    guess: Guess | None = None
    mark: Tracked = NOTHING


@dataclass(frozen=True, slots=True)
class Placed:
    """A table or a picture, as it will be written; ``key`` says which."""

    key: str
    value: Fields


@dataclass(frozen=True, slots=True)
class Below:
    """Sections below, one behind the other."""

    sections: tuple["Drafted", ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is said of a problem beside its answers (``Particular``).

    Attributes:
        key: of the section's field.
        value: as it is written there.
        label: as typed, with its colon; empty where the text itself tells it.
        source: the value as typed.
        fields: the value, where it is more than a text.
        guess: why it is not sure; None where it is.

    """

    key: str
    value: str
    label: Tracked = NOTHING
    source: Tracked = NOTHING
    fields: Fields | None = None
    guess: Guess | None = None

    @property
    def typed(self) -> Tracked:
        """Label and value, as they stood in their line."""
        return self.label + self.source


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line that holds nothing but such things; ``exact`` if they print as they are typed."""

    line: Tracked
    told: tuple[Told, ...]
    exact: bool

    @property
    def tells_state(self) -> bool:
        """Whether it says how far something has come."""
        return any(told.key == Particular.STATUS for told in self.told)


Part = Prose | Answered | Listed | Placed | Below | ToldLine


@dataclass(slots=True)
class Drafted:
    """A section on the way from heading to fields.

    Attributes:
        depth: 1 for a chapter.
        parts: what stands under it, in order.
        told: what its text says of how far the problem has come, as data alone.
        kind: if it has to be written.
        title_guess: why its title has to be looked at.
        measures: how many its text says there are, for the ledger.
        mark: that has to be written, since counting gives another; "无" for none.
        numbering: of the sections below, where it has to be written.

    """

    heading: Heading
    depth: int
    parts: list[Part] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    kind: Kind | None = None
    kind_guess: Guess | None = None
    title_guess: Guess | None = None
    measures: Scalar | None = None
    mark: str | None = None
    numbering: MarkStyle | None = None

    @property
    def below(self) -> list["Drafted"]:
        """The sections below it, in order."""
        return [each for part in self.parts if isinstance(part, Below) for each in part.sections]

    @property
    def answers(self) -> Iterator[Answered]:
        """What was done."""
        return (part for part in self.parts if isinstance(part, Answered))

    @property
    def is_answered(self) -> bool:
        """Whether anything is said of what was done."""
        return any(True for _ in self.answers)

    def told_of(self, key: str) -> bool:
        """Whether its text tells something of a kind."""
        return any(told.key == key for told in self.told)

    def walk(self) -> Iterator["Drafted"]:
        """Yield the section and all below it, in reading order."""
        yield self
        for each in self.below:
            yield from each.walk()
