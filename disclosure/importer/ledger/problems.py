"""The problems of notices as tables know them: by id, by title, with the data that may change."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from disclosure.importer.ledger.names import TAKEN
from disclosure.model.ledger_columns import LedgerField
from disclosure.model.outline import Node, title_in_lists
from disclosure.model.particulars import Particular
from disclosure.model.section import Section
from disclosure.source.load import LoadedNotice

_TITLE: Final = "title"
_MOST_BASE: Final = 32_768
_PRINTED: Final = frozenset(Particular)


class Problem(NamedTuple):
    """A problem of a notice.

    Attributes:
        slug: of the notice.
        node: where it stands.
        data: what the notice says of it by kind, as it stands in the file; "" of what it does
            not say.

    """

    slug: str
    node: Node
    data: dict[LedgerField, str]

    @property
    def title(self) -> str:
        """Its title, as tables list it."""
        return title_in_lists(self.node.section.title)

    def prints(self, kind: LedgerField) -> bool:
        """Say whether a value of that kind stands, or would stand, in the printed text."""
        return kind.value in _PRINTED and kind.value not in self.node.section.unprinted


class Source(NamedTuple):
    """A notice to be compared: its name, its file, that file's bytes, and what they say."""

    slug: str
    path: Path
    data: bytes
    loaded: LoadedNotice


def problems_of(slug: str, loaded: LoadedNotice) -> Iterator[Problem]:
    """Yield the problems of a notice in reading order."""
    for node in loaded.outline.nodes:
        if node.problem:
            yield Problem(slug, node, {kind: value_of(node.section, kind) for kind in TAKEN})


def value_of(section: Section, kind: LedgerField) -> str:
    """Return data of a problem as it stands in the file."""
    value = getattr(section, kind.value)
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def base_text(problem: Problem) -> str:
    """Return what a table keeps of a problem, to know later what was changed in it."""
    said = {kind.value: text for kind, text in problem.data.items() if text}
    return json.dumps({_TITLE: problem.title, **said}, ensure_ascii=False)


def read_base(text: str) -> Mapping[str, str] | None:
    """Return what a table kept of a problem; None where that cannot be read."""
    if not text or len(text) > _MOST_BASE:
        return None
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        return None
    return found
