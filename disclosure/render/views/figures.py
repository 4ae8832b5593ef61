"""Figures as tiles, as one chart and as tables."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple
from unicodedata import normalize

from disclosure.model.figures import Figure, rate_text
from disclosure.page_texts import PageTexts

_ID = re.compile(r"[^\W\d]\w*")
_SIGNS = str.maketrans("*/-", "×÷−")


class Tile(NamedTuple):
    """One headline figure."""

    name: str
    number: str
    unit: str
    change: str
    anchor: str


class FigureRow(NamedTuple):
    """One row of the table of figures.

    Attributes:
        id: of the metric.
        change: its year-on-year change in words; empty when that is unknown.

    """

    id: str
    anchor: str
    name: str
    number: str
    unit: str
    period: str
    yoy: str
    change: str
    mom: str
    base: str
    origin: str


class FigureGroup(NamedTuple):
    """The figures of one group, and which optional columns any of them fills."""

    name: str
    rows: tuple[FigureRow, ...]


class FiguresView(NamedTuple):
    """All figures of a notice; ``rows`` by metric id, in the order written."""

    rows: Mapping[str, FigureRow]
    tiles: tuple[Tile, ...]
    groups: tuple[FigureGroup, ...]
    has_period: bool
    has_yoy: bool
    has_mom: bool
    has_base: bool


def view_figures(figures: Mapping[str, Figure], texts: PageTexts) -> FiguresView:
    """Return everything that is shown of the figures, in the order written."""
    rows = {name: _row(name, number, figures, texts) for number, name in enumerate(figures, 1)}
    other = texts.text("figures.other_group")
    grouped: dict[str, list[FigureRow]] = {}
    for row in rows.values():
        grouped.setdefault(figures[row.id].metric.group or other, []).append(row)
    return FiguresView(
        rows=rows,
        tiles=tuple(
            Tile(row.name, row.number, row.unit, row.change, row.anchor)
            for row in rows.values()
            if figures[row.id].metric.headline
        ),
        groups=tuple(FigureGroup(name, tuple(rows)) for name, rows in grouped.items()),
        has_period=any(row.period for row in rows.values()),
        has_yoy=any(row.yoy for row in rows.values()),
        has_mom=any(row.mom for row in rows.values()),
        has_base=any(row.base for row in rows.values()),
    )


def _row(name: str, number: int, figures: Mapping[str, Figure], texts: PageTexts) -> FigureRow:
    figure = figures[name]
    metric = figure.metric
    return FigureRow(  # by place, as there are many: by name takes thrice as long
        name,
        f"m-{number}",
        metric.name,
        figure.number,
        figure.unit,
        metric.period or "",
        _signed(figure.yoy),
        _change(figure.yoy, texts),
        _signed(figure.mom),
        figure.base,
        _origin(figure, figures, texts),
    )


def _signed(rate: Decimal | None) -> str:
    """Return a rate for a table: ``+18.7%``, ``−5%``; empty when unknown."""
    if rate is None:
        return ""
    sign = "+" if rate > 0 else "−" if rate < 0 else ""
    return sign + rate_text(rate)


def _change(rate: Decimal | None, texts: PageTexts) -> str:
    """Return 同比增长18.7%, 同比下降5%, 同比持平; empty when the rate is unknown."""
    if rate is None:
        return ""
    label = texts.text("figures.yoy")
    if rate == 0:
        return texts.text("figures.same", label=label)
    name = "figures.rise" if rate > 0 else "figures.fall"
    return texts.text(name, label=label, rate=rate_text(rate))


def _origin(figure: Figure, figures: Mapping[str, Figure], texts: PageTexts) -> str:
    """Return how the figure came about, in the words of its operands."""
    metric = figure.metric
    explanation = metric.note or ""
    if metric.formula:
        shown = _ID.sub(
            # Python's parser, which reads formulas, takes ids in this form.
            lambda found: figures[normalize("NFKC", found[0])].metric.name,
            metric.formula.translate(_SIGNS),
        )
        formula = texts.text("figures.formula", formula=shown, rounding=metric.rounding)
        explanation = texts.text("mark.clauses").join(filter(None, (formula, explanation)))
    return explanation
