"""What our own page shows as chart, tiles and tables, as tables that survive being pasted.

No editor of a CMS keeps inline SVG, and pictures have to be uploaded one by one and cannot be
read out; so rates stand as numbers beside what they belong to, in three columns that a
telephone has room for.
"""

from collections.abc import Iterator

from disclosure.page_texts import PageTexts
from disclosure.render.deliveries.blocks import Block, Cell, Role, heading, paragraph
from disclosure.render.deliveries.runs import Run
from disclosure.render.views.figures import FigureGroup, FigureRow, FiguresView
from disclosure.render.views.notice import NoticeView

_BESIDE = "delivery.beside"
_CHANGES = ("figures.yoy", "figures.mom", "figures.base")


def appendix_blocks(view: NoticeView, texts: PageTexts) -> tuple[Block, ...]:
    """Return the figures, and the problems where the notice gives statuses or time limits."""
    return (*_figures(view.figures, texts), *_ledger(view, texts))


def _figures(figures: FiguresView, texts: PageTexts) -> Iterator[Block]:
    if not figures.groups:
        return
    yield heading(texts.text("figures.title"), 1)
    yield paragraph(texts.text(_BESIDE), Role.NOTE)
    for group in figures.groups:
        if len(figures.groups) > 1:
            yield paragraph(group.name, Role.CAPTION)
        yield _group(group, texts)


def _group(group: FigureGroup, texts: PageTexts) -> Block:
    compared = any(row.yoy or row.mom or row.base for row in group.rows)
    columns = [_cell(texts.text("figures.name")), _cell(texts.text("figures.value"), number=True)]
    if compared:
        columns.append(_cell(texts.text("figures.change")))
    rows = []
    for row in group.rows:
        cells = [_cell(row.name, row.period, row.origin)]
        cells.append(_cell(row.number + row.unit, number=True))
        if compared:
            cells.append(_cell(*_changes(row, texts)))
        rows.append(tuple(cells))
    return Block(Role.TABLE, heads=(tuple(columns),), rows=tuple(rows))


def _changes(row: FigureRow, texts: PageTexts) -> Iterator[str]:
    for name, value in zip(_CHANGES, (row.yoy, row.mom, row.base), strict=True):
        if value:
            yield f"{texts.text(name)}{value}"


def _ledger(view: NoticeView, texts: PageTexts) -> Iterator[Block]:
    """Yield the list of problems; without statuses and limits it would only repeat headings."""
    if not view.ledger_has_status and not view.ledger_has_deadline:
        return
    yield heading(texts.text("ledger.title"), 1)
    yield paragraph(texts.text(_BESIDE), Role.NOTE)
    columns = [
        _cell(texts.text("ledger.number"), number=True),
        _cell(texts.text("ledger.problem")),
    ]
    columns += [_cell(texts.text("ledger.status"))] if view.ledger_has_status else []
    rows = []
    for line in view.ledger:
        limit = texts.text("ledger.until", deadline=line.deadline) if line.deadline else ""
        cells = [_cell(str(line.number), number=True), _cell(line.title, limit)]
        if view.ledger_has_status:
            word = _whole(line.status.word if line.status else "")
            cells.append(Cell((*word.lines, *_cell(line.offices).lines), word.number))
        rows.append(tuple(cells))
    yield Block(Role.TABLE, heads=(tuple(columns),), rows=tuple(rows))


def _cell(*lines: str, number: bool = False) -> Cell:
    return Cell(tuple((Run(line),) for line in lines if line), number)


def _whole(text: str) -> Cell:
    return Cell(((Run(text, keep="together"),),) if text else ())
