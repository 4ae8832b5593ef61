"""The ledger (台账): one row per problem, for the page and for spreadsheets."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from disclosure.document.blocks import Fact
from disclosure.document.document import Document
from disclosure.document.sections import SectionText
from disclosure.model.particulars import TermKind, Verified
from disclosure.model.status import Status
from disclosure.page_texts import LabelTexts
from disclosure.render.prose import ProseSetter

_CLASSES: Final = frozenset({"verified", "term_kind"})


class LedgerRow(NamedTuple):
    """One problem.

    Attributes:
        number: among all problems, from 1.
        marks: printed marks from the second level down, e.g. ``（一）1.（2）``.
        above: titles of the sections it stands in, outermost first, chapters left out.
        title: of the problem.
        offices: which of several has come how far; empty where the problem has one status.
        answers: label and plain text of each answer.
        particulars: label and value of what else is said of it, status first.
        classes: those of them that sort problems beside their status, and are counted.

    """

    number: int
    anchor: str
    marks: str
    above: tuple[str, ...]
    title: str
    status: Status | None
    deadline: str
    offices: str
    answers: tuple[tuple[str, str], ...]
    particulars: tuple[tuple[str, str], ...]
    classes: tuple[tuple[str, str], ...]


def ledger_rows(
    document: Document, prose: ProseSetter, labels: LabelTexts
) -> tuple[LedgerRow, ...]:
    """Return every problem of the notice in reading order.

    Args:
        document: what the notice says.
        prose: sets its texts.
        labels: what a column is called where the text prints no label.

    """
    shared: dict[str, list[tuple[str, str]]] = {}
    rows = [row for each in document.chapters for row in _rows(each, (), prose, labels, shared)]
    if not shared:  # nearly always
        return tuple(rows)
    return tuple(row._replace(answers=(*row.answers, *shared.get(row.anchor, ()))) for row in rows)


def class_counts(rows: Iterable[LedgerRow]) -> tuple[tuple[str, int], ...]:
    """Return how many problems are to be put right how soon, and how many were found true."""
    counts = Counter(text for row in rows for _, text in row.classes)
    return tuple((word, counts[word]) for word in (*Verified, *TermKind) if counts[word])


def count_statuses(rows: Iterable[LedgerRow]) -> tuple[tuple[Status, int], ...]:
    """Return how many problems have each status, in the order of ``Status``."""
    counts = Counter(row.status for row in rows)
    return tuple((status, counts[status]) for status in Status if counts[status])


def _rows(
    section: SectionText,
    above: tuple[SectionText, ...],
    prose: ProseSetter,
    labels: LabelTexts,
    shared: dict[str, list[tuple[str, str]]],
) -> Iterator[LedgerRow]:
    node = section.node
    given = section.answers
    answers = tuple([(answer.label, prose.spoken(answer)) for answer in given])
    for answer, said in zip(given, answers, strict=True):
        for name in answer.about:
            shared.setdefault(name, []).append(said)
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
            offices=next((fact.text for fact in particulars if fact.key == "offices"), ""),
            answers=answers,
            particulars=tuple((_name(fact, labels), fact.text) for fact in particulars),
            classes=tuple((_name(f, labels), f.text) for f in particulars if f.key in _CLASSES),
        )
    for child in section.children:
        yield from _rows(child, (*above, section), prose, labels, shared)


def _name(fact: Fact, labels: LabelTexts) -> str:
    """Return what a column is called: by the label, also where the text prints none."""
    return fact.label or getattr(labels, fact.key, "")
