"""What our own page shows as chart, tiles and tables, as tables that survive being pasted.

No editor of a CMS keeps inline SVG, and pictures have to be uploaded one by one and cannot be
read out; so rates stand as numbers beside what they belong to, in three columns that a
telephone has room for.
"""

from collections.abc import Iterator

from disclosure.render.deliveries.blocks import Block, Cell, Role, heading, paragraph
from disclosure.render.deliveries.runs import Run
from disclosure.render.views.figures import FigureGroup, FigureRow, FiguresView
from disclosure.render.views.notice import NoticeView

_BESIDE = "由程序根据正文列出，以正文为准。"


def appendix_blocks(view: NoticeView) -> tuple[Block, ...]:
    """Return the figures, and the problems where the notice gives statuses or time limits."""
    return (*_figures(view.figures), *_ledger(view))


def _figures(figures: FiguresView) -> Iterator[Block]:
    if not figures.groups:
        return
    yield heading("主要指标", 1)
    yield paragraph(_BESIDE, Role.NOTE)
    for group in figures.groups:
        if len(figures.groups) > 1:
            yield paragraph(group.name, Role.CAPTION)
        yield _group(group)


def _group(group: FigureGroup) -> Block:
    compared = any(row.yoy or row.mom or row.base for row in group.rows)
    columns = [_cell("指标"), _cell("数值", number=True)]
    if compared:
        columns.append(_cell("变化"))
    rows = []
    for row in group.rows:
        cells = [_cell(row.name, row.period, row.origin)]
        cells.append(_cell(row.number + row.unit, number=True))
        if compared:
            cells.append(_cell(*_changes(row)))
        rows.append(tuple(cells))
    return Block(Role.TABLE, columns=tuple(columns), rows=tuple(rows))


def _changes(row: FigureRow) -> Iterator[str]:
    for label, value in (("同比", row.yoy), ("环比", row.mom), ("上年同期", row.base)):
        if value:
            yield f"{label}{value}"


def _ledger(view: NoticeView) -> Iterator[Block]:
    """Yield the list of problems; without statuses and limits it would only repeat headings."""
    if not view.ledger_has_status and not view.ledger_has_deadline:
        return
    yield heading("问题台账", 1)
    yield paragraph(_BESIDE, Role.NOTE)
    columns = [_cell("序号", number=True), _cell("问题")]
    columns += [_cell("状态")] if view.ledger_has_status else []
    rows = []
    for line in view.ledger:
        limit = f"时限：{line.deadline}" if line.deadline else ""
        cells = [_cell(str(line.number), number=True), _cell(line.title, limit)]
        if view.ledger_has_status:
            cells.append(_whole(line.status.word if line.status else ""))
        rows.append(tuple(cells))
    yield Block(Role.TABLE, columns=tuple(columns), rows=tuple(rows))


def _cell(*lines: str, number: bool = False) -> Cell:
    return Cell(tuple((Run(line),) for line in lines if line), number)


def _whole(text: str) -> Cell:
    return Cell(((Run(text, keep="together"),),) if text else ())
