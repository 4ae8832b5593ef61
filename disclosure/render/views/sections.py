"""The text of the notice as a tree of sections, ready to place."""

from typing import NamedTuple

from markupsafe import Markup

from disclosure.model.notice import Notice
from disclosure.model.outline import Node
from disclosure.model.responses import Particular, answers_of, particulars_of
from disclosure.model.section import Status, Table
from disclosure.render.prose import ProseSetter
from disclosure.render.views.contacts import FeedbackLinks
from disclosure.render.views.fit import Fit, fit_of, is_tall, shares_of

# Told by word and shape; the colour comes third (page.md).
_STATUS_SHAPES = {
    Status.DONE: ("done", "●"),
    Status.MOSTLY_DONE: ("mostly", "◕"),
    Status.IN_PROGRESS: ("open", "◑"),
    Status.ONGOING: ("open", "◑"),
    Status.LONG_TERM: ("lasting", "∞"),
    Status.NOT_STARTED: ("waiting", "○"),
}
_FIRST_HEADING = 2  # h1 is the title of the notice


class StatusView(NamedTuple):
    """A status as word, shape and class."""

    word: str
    shape: str
    kind: str


class ItemView(NamedTuple):
    """One item of an answer, with the word that is printed before it."""

    word: str
    text: Markup


class AnswerView(NamedTuple):
    """One labelled answer."""

    label: str
    items: tuple[ItemView, ...]
    is_list: bool


class TableView(NamedTuple):
    """A table of the text.

    Attributes:
        fit: how it is set on paper.
        tall: for each row, whether it may go on over the page.
        shares: of each column, in percent, where measuring would take too long; else none.

    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Markup, ...], ...]
    note: str
    fit: Fit
    tall: tuple[bool, ...]
    shares: tuple[int, ...]


class SectionView(NamedTuple):
    """One section.

    Attributes:
        level: of the heading, 2 to 6.
        problem: number among all problems; 0 when it is none.
        status: None when the notice states none.
        feedback: link to write about this problem; empty when it is none.

    """

    anchor: str
    level: int
    depth: int
    mark: str
    title: str
    run_in: bool
    body: tuple[Markup, ...]
    tables: tuple[TableView, ...]
    answers: tuple[AnswerView, ...]
    particulars: tuple[Particular, ...]
    status: StatusView | None
    problem: int
    feedback: str
    children: tuple["SectionView", ...]


def view_status(status: Status) -> StatusView:
    """Return a status ready to show."""
    kind, shape = _STATUS_SHAPES[status]
    return StatusView(status.value, shape, kind)


def view_section(
    node: Node, notice: Notice, prose: ProseSetter, links: FeedbackLinks
) -> SectionView:
    """Return ``node`` and everything below it."""
    section = node.section
    answers = tuple(
        AnswerView(
            label=answer.label,
            items=tuple(
                ItemView(word, prose.markup(text))
                for word, text in zip(answer.words, answer.texts, strict=True)
            ),
            is_list=answer.is_list,
        )
        for answer in answers_of(notice, section)
    )
    feedback = ""
    if node.problem:
        feedback = links.about_problem(node.problem, node.mark, section.title, node.anchor)
    return SectionView(
        anchor=node.anchor,
        level=node.depth + _FIRST_HEADING - 1,
        depth=node.depth,
        mark=node.mark,
        title=section.title,
        run_in=section.run_in and bool(section.body or answers),
        body=prose.paragraphs(section.body),
        tables=tuple(_view_table(table, prose) for table in section.tables),
        answers=answers,
        particulars=tuple(p for p in particulars_of(notice, section) if p.key != "status"),
        status=view_status(section.status) if section.status else None,
        problem=node.problem,
        feedback=feedback,
        children=tuple(view_section(child, notice, prose, links) for child in node.children),
    )


def _view_table(table: Table, prose: ProseSetter) -> TableView:
    rows = tuple(prose.paragraphs(row) for row in table.rows)
    fit = fit_of(table.columns, rows)
    tall = tuple(is_tall(row) for row in rows)
    return TableView(
        caption=table.caption,
        columns=table.columns,
        rows=rows,
        note=table.note or "",
        fit=fit,
        tall=tall,
        shares=shares_of(table.columns, rows) if any(tall) or fit is Fit.TIGHT else (),
    )
