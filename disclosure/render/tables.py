"""CSV files: the same numbers and problems as on the page, for spreadsheets.

UTF-8 with a byte order mark and CRLF, which is what Excel on Windows opens rightly; RFC 4180
quoting. No cell is run as a formula (``disclosure.render.cells``).
"""

import csv
import io
from collections.abc import Iterable, Sequence

from disclosure.page_texts import PageTexts
from disclosure.render.cells import safe_cell
from disclosure.render.ledger import LedgerRow
from disclosure.render.views.figures import FiguresView

_BOM = "\ufeff"
_METRICS_HEAD = (
    *("figures.id", "figures.group", "figures.name", "figures.value", "figures.unit"),
    *("figures.period", "figures.yoy", "figures.mom", "figures.base", "figures.origin"),
)


def ledger_csv(rows: Sequence[LedgerRow], address: str, texts: PageTexts) -> bytes:
    """Return the ledger.

    Args:
        rows: the problems.
        address: public address of the notice; each row carries its permalink.
        texts: the words of pages.

    """
    labels = list(dict.fromkeys(label for row in rows for label, _ in row.answers if label))
    facts = list(dict.fromkeys(label for row in rows for label, _ in row.particulars))
    head = [
        texts.text("ledger.number"),
        texts.text("ledger.marks"),
        texts.text("ledger.part"),
        texts.text("ledger.problem"),
        *labels,
        *facts,
        texts.text("ledger.address"),
    ]
    return csv_table(
        head,
        (_problem(row, labels, facts, address) for row in rows),
    )


def _problem(
    row: LedgerRow, labels: Sequence[str], facts: Sequence[str], address: str
) -> list[str]:
    answers, stated = _answers(row, labels), dict(row.particulars)
    return [
        str(row.number),
        row.marks,
        " / ".join(row.above),
        row.title,
        *(answers.get(label, "") for label in labels),
        *(stated.get(label, "") for label in facts),
        f"{address}#{row.anchor}",
    ]


def metrics_csv(view: FiguresView, texts: PageTexts) -> bytes:
    """Return the figures, one a row, in the order of the page's tables."""
    return csv_table(
        [texts.text(name) for name in _METRICS_HEAD],
        (
            [
                row.id,
                group.name,
                row.name,
                row.number,
                row.unit,
                row.period,
                row.yoy.replace("−", "-"),
                row.mom.replace("−", "-"),
                row.base,
                row.origin,
            ]
            for group in view.groups
            for row in group.rows
        ),
    )


def one_cell_csv(said: str) -> bytes:
    """Return a table that holds one sentence, for a table that is no more."""
    return csv_table([said], ())


def _answers(row: LedgerRow, labels: Sequence[str]) -> dict[str, str]:
    """Return what stands under each label; an answer without one belongs to the one before."""
    current = labels[0] if labels else ""
    found: dict[str, str] = {}
    for own, text in row.answers:
        current = own or current
        found[current] = found.get(current, "") + text
    return found


def csv_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table; see the module for its form."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([cell and safe_cell(cell) for cell in row] for row in (head, *rows))
    return (_BOM + out.getvalue()).encode()
