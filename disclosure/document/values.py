"""Values: the texts of a notice as written, each with its place and what it is on the page."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from disclosure.model.faults import Path
from disclosure.model.fields import Model
from disclosure.model.outline import Node


class Role(StrEnum):
    """What a value is on the page.

    ``LABEL`` is a word or name beside a text; rules about sentences have nothing to say of it.
    ``NUMBER`` (telephone, postcode) and ``ADDRESS`` (of a page) have a form that their fields
    check, and rules of their own.
    """

    TITLE = "title"
    HEADING = "heading"
    PROSE = "prose"
    ITEM = "item"
    CELL = "cell"
    DATA = "data"
    LABEL = "label"
    CONTACT = "contact"
    NUMBER = "number"
    ADDRESS = "address"


class Value(NamedTuple):
    """One text.

    Attributes:
        path: where it stands in the notice.
        role: what it is.
        raw: as written.
        marked: whether it is prose, whose marks and figures ``read_prose`` reads.
        siblings: all paragraphs of the same value, itself among them; they share one sequence,
            for a value may have thousands.
        node: the section it belongs to; None outside the tree.

    """

    path: Path
    role: Role
    raw: str
    marked: bool = False
    siblings: Sequence[str] = ()
    node: Node | None = None


def named_values(
    path: Path, role: Role, model: Model, names: Iterable[str], node: Node | None = None
) -> tuple[Value, ...]:
    """Return a value for each of the named fields of ``model`` that hold a text."""
    found = [(name, raw) for name in names if (raw := getattr(model, name))]
    return tuple([Value((*path, name), role, raw, node=node) for name, raw in found])


def listed_values(
    path: Path, role: Role, texts: Iterable[str], node: Node | None = None
) -> tuple[Value, ...]:
    """Return a value for each of ``texts``, which are printed as they stand."""
    return tuple([Value((*path, number), role, raw, node=node) for number, raw in enumerate(texts)])


def prose_values(
    path: Path, role: Role, texts: Sequence[str], node: Node | None = None
) -> tuple[Value, ...]:
    """Return a value for each paragraph of ``texts``."""
    return tuple(
        [Value((*path, number), role, raw, True, texts, node) for number, raw in enumerate(texts)]
    )
