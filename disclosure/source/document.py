"""What is read of a file: its values, and where and how each of them is written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from disclosure.source.text import TextFault

Path = tuple[str | int, ...]


class Mark(Protocol):
    """Both parsers' marks, of which the stubs know only one."""

    line: int
    column: int


Marks = tuple[Mark, Mark]


class Span(NamedTuple):
    """Where a value stands: 0-based lines and columns in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def between(cls, start: Mark, end: Mark) -> "Span":
        """Return the span from one mark of the parser to another."""
        return cls(start.line, start.column, end.line, end.column)


@dataclass(slots=True)
class Layout:
    """Where the values of a file stand, and which are written in brackets.

    Attributes:
        values: first and last mark of each value by its path; see ``Span.between``.
        keys: the same of each key, by the path of its value.
        in_brackets: paths of the lists and mappings that are written in brackets.

    """

    # Marks as the parser gives them: only a fault needs a span, and there are 500 values.
    values: dict[Path, Marks] = field(default_factory=dict)
    keys: dict[Path, Marks] = field(default_factory=dict)
    in_brackets: set[Path] = field(default_factory=set)


@dataclass
class Document:
    """The values of one file and where each of them stands.

    Attributes:
        data: nested dicts, lists and strings; keys without a value are left out of dicts.
        find_layout: gives the layout when it is first asked for; most files never are.
        empty: paths of the keys without a value.
        faults: what makes the file unusable; when there are any, ``data`` is incomplete.

    """

    data: Any = None
    find_layout: Callable[[], Layout] = Layout
    empty: list[Path] = field(default_factory=list)
    faults: list[TextFault] = field(default_factory=list)

    @cached_property
    def layout(self) -> Layout:
        """Where the values stand."""
        return self.find_layout()

    @property
    def values(self) -> dict[Path, Marks]:
        """Marks of each value; see ``Layout``."""
        return self.layout.values

    @property
    def keys(self) -> dict[Path, Marks]:
        """Marks of each key; see ``Layout``."""
        return self.layout.keys

    @property
    def in_brackets(self) -> set[Path]:
        """Paths of what is written in brackets."""
        return self.layout.in_brackets

    def value_at(self, path: Path) -> Any:
        """Return the value at ``path``; None where there is none."""
        value = self.data
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value
