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
    """One row of the table of figures."""

    anchor: str
    name: str
    number: str
    unit: str
    period: str
    yoy: str
    mom: str
    base: str
    origin: str


class FigureGroup(NamedTuple):
    """The figures of one group, and which optional columns any of them fills."""

    name: str
    rows: tuple[FigureRow, ...]


class FiguresView(NamedTuple):
    """All figures of a notice."""

    tiles: tuple[Tile, ...]
    groups: tuple[FigureGroup, ...]
    has_period: bool
    has_yoy: bool
    has_mom: bool
    has_base: bool


def anchors_of(figures: Mapping[str, Figure]) -> dict[str, str]:
    """Return the id of each figure's row, by metric id."""
    return {name: f"m-{number}" for number, name in enumerate(figures, 1)}


def change_words(label: str, rate: Decimal | None, texts: PageTexts) -> str:
    """Return 同比增长18.7%, 同比下降5%, 同比持平; empty when the rate is unknown."""
    if rate is None:
        return ""
    if rate == 0:
        return texts.text("figures.same", label=label)
    if rate > 0:
        return texts.text("figures.rise", label=label, rate=rate_text(rate))
    return texts.text("figures.fall", label=label, rate=rate_text(rate))


def view_figures(figures: Mapping[str, Figure], texts: PageTexts) -> FiguresView:
    """Return everything that is shown of the figures, in the order written."""
    anchors = anchors_of(figures)
    yoy = texts.text("figures.yoy")
    tiles = tuple(
        Tile(
            name=figure.metric.name,
            number=figure.number,
            unit=figure.unit,
            change=change_words(yoy, figure.yoy, texts),
            anchor=anchors[name],
        )
        for name, figure in figures.items()
        if figure.metric.headline
    )
    other = texts.text("figures.other_group")
    grouped: dict[str, list[FigureRow]] = {}
    for name, figure in figures.items():
        group = figure.metric.group or other
        grouped.setdefault(group, []).append(_row(figure, anchors[name], figures, texts))
    rows = [row for group in grouped.values() for row in group]
    return FiguresView(
        tiles=tiles,
        groups=tuple(FigureGroup(name, tuple(rows)) for name, rows in grouped.items()),
        has_period=any(row.period for row in rows),
        has_yoy=any(row.yoy for row in rows),
        has_mom=any(row.mom for row in rows),
        has_base=any(row.base for row in rows),
    )


def signed(rate: Decimal | None) -> str:
    """Return a rate for a table: ``+18.7%``, ``−5%``; empty when unknown."""
    if rate is None:
        return ""
    sign = "+" if rate > 0 else "−" if rate < 0 else ""
    return sign + rate_text(rate)


def _row(figure: Figure, anchor: str, figures: Mapping[str, Figure], texts: PageTexts) -> FigureRow:
    metric = figure.metric
    return FigureRow(
        anchor=anchor,
        name=metric.name,
        number=figure.number,
        unit=figure.unit,
        period=metric.period or "",
        yoy=signed(figure.yoy),
        mom=signed(figure.mom),
        base=figure.base,
        origin=_origin(figure, figures, texts),
    )


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
