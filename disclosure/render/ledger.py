"""The ledger (台账): one row per problem, for the page and for spreadsheets."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure.model.notice import Notice
from disclosure.model.outline import Node, Outline
from disclosure.model.responses import answers_of, particulars_of
from disclosure.model.section import Status
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


def ledger_rows(notice: Notice, outline: Outline, prose: ProseSetter) -> tuple[LedgerRow, ...]:
    """Return every problem of the notice in reading order."""
    return tuple(row for chapter in outline.chapters for row in _rows(chapter, (), notice, prose))


def count_statuses(rows: Iterable[LedgerRow]) -> tuple[tuple[Status, int], ...]:
    """Return how many problems have each status, in the order of ``Status``."""
    counts = Counter(row.status for row in rows)
    return tuple((status, counts[status]) for status in Status if counts[status])


def _rows(
    node: Node, above: tuple[Node, ...], notice: Notice, prose: ProseSetter
) -> Iterator[LedgerRow]:
    section = node.section
    if node.problem:
        inside = [parent for parent in above if parent.depth > 1]
        particulars = {p.key: p for p in particulars_of(notice, section)}
        deadline = particulars.get("deadline")
        yield LedgerRow(
            number=node.problem,
            anchor=node.anchor,
            marks="".join(each.mark for each in (*inside, node)),
            above=tuple(parent.section.title for parent in inside),
            title=section.title,
            status=section.status,
            deadline=deadline.value if deadline else "",
            answers=tuple(
                (answer.label, prose.spoken(answer)) for answer in answers_of(notice, section)
            ),
            particulars=tuple((p.label, p.value) for p in particulars.values()),
        )
    for child in node.children:
        yield from _rows(child, (*above, node), notice, prose)
