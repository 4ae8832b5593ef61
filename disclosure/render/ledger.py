"""The ledger (台账): one row per problem, for the page and for spreadsheets."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure.document.document import Document
from disclosure.document.sections import SectionText
from disclosure.model.status import Status
from disclosure.render.prose import ProseSetter


class LedgerRow(NamedTuple):
    """One problem.

    Attributes:
        number: among all problems, from 1.
        marks: printed marks from the second level down, e.g. ``（一）1.（2）``.
        above: titles of the sections it stands in, outermost first, chapters left out.
        title: of the problem.
        answers: label and plain text of each answer.
        particulars: label and value of what else is said of it, status first.

    """

    number: int
    anchor: str
    marks: str
    above: tuple[str, ...]
    title: str
    status: Status | None
    deadline: str
    answers: tuple[tuple[str, str], ...]
    particulars: tuple[tuple[str, str], ...]


def ledger_rows(document: Document, prose: ProseSetter) -> tuple[LedgerRow, ...]:
    """Return every problem of the notice in reading order."""
    return tuple(row for chapter in document.chapters for row in _rows(chapter, (), prose))


def count_statuses(rows: Iterable[LedgerRow]) -> tuple[tuple[Status, int], ...]:
    """Return how many problems have each status, in the order of ``Status``."""
    counts = Counter(row.status for row in rows)
    return tuple((status, counts[status]) for status in Status if counts[status])


def _rows(
    section: SectionText, above: tuple[SectionText, ...], prose: ProseSetter
) -> Iterator[LedgerRow]:
    node = section.node
    if node.problem:
        inside = [parent for parent in above if parent.node.depth > 1]
        particulars = section.particulars
        yield LedgerRow(
            number=node.problem,
            anchor=node.anchor,
            marks="".join(each.node.mark for each in (*inside, section)),
            above=tuple(parent.heading.listed for parent in inside),
            title=section.heading.listed,
            status=node.section.status,
            deadline=next((fact.text for fact in particulars if fact.key == "deadline"), ""),
            answers=tuple((answer.label, prose.spoken(answer)) for answer in section.answers),
            particulars=tuple((fact.label, fact.text) for fact in particulars),
        )
    for child in section.children:
        yield from _rows(child, (*above, section), prose)
