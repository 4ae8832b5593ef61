"""The ledger (台账): one row per problem, for the page and for spreadsheets."""

from collections import Counter
from collections.abc import Iterable
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
    rows: list[LedgerRow] = []
    for chapter in document.chapters:
        rows += _rows(chapter, "", (), prose, labels, shared)
    if not shared:  # nearly always
        return tuple(rows)
    return tuple(row._replace(answers=(*row.answers, *shared.get(row.anchor, ()))) for row in rows)


def class_counts(rows: Iterable[LedgerRow]) -> tuple[tuple[str, int], ...]:
    """Return how many problems are to be put right how soon, and how many were found true."""
    counts = Counter([text for row in rows for _, text in row.classes])
    if not counts:  # nearly always
        return ()
    return tuple((word, counts[word]) for word in (*Verified, *TermKind) if word in counts)


def count_statuses(rows: Iterable[LedgerRow]) -> tuple[tuple[Status, int], ...]:
    """Return how many problems have each status, in the order of ``Status``."""
    counts = Counter([row.status for row in rows])
    return tuple((status, counts[status]) for status in Status if status in counts)


def _rows(
    section: SectionText,
    marks: str,
    above: tuple[str, ...],
    prose: ProseSetter,
    labels: LabelTexts,
    shared: dict[str, list[tuple[str, str]]],
) -> list[LedgerRow]:
    """Return the rows of a section and of those below it.

    Args:
        section: which.
        marks: of the sections it stands in, chapters left out.
        above: their titles.
        prose: sets its texts.
        labels: see ``ledger_rows``.
        shared: is added to: answers that are of another problem, too, by its anchor.

    """
    node, title, rows = section.node, section.heading.listed, []
    answers = []
    for answer in section.answers:
        said = (answer.label, prose.spoken(answer))
        answers.append(said)
        for name in answer.about:
            shared.setdefault(name, []).append(said)
    if node.problem:
        stated = {fact.key: fact.text for fact in section.particulars}
        named = [(_name(fact, labels), fact) for fact in section.particulars]
        row = LedgerRow(  # by place, as there are many: by name takes thrice as long
            node.problem,
            node.anchor,
            marks + node.mark,
            above,
            title,
            node.section.status,
            stated.get("deadline", ""),
            stated.get("offices", ""),
            tuple(answers),
            tuple([(name, fact.text) for name, fact in named]),
            tuple([(name, fact.text) for name, fact in named if fact.key in _CLASSES]),
        )
        rows.append(row)
    if node.depth > 1:
        marks, above = marks + node.mark, (*above, title)
    for child in section.children:
        rows += _rows(child, marks, above, prose, labels, shared)
    return rows


def _name(fact: Fact, labels: LabelTexts) -> str:
    """Return what a column is called: by the label, also where the text prints none."""
    return fact.label or getattr(labels, fact.key, "")
