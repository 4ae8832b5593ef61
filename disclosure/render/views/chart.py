"""Geometry of the one chart: growth rates side by side, since their units agree."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from disclosure.model.figures import Figure
from disclosure.page_texts import PageTexts
from disclosure.render.views.figures import FigureRow

# Drawn at the width of a telephone, so that its text is read there at its own size; each name
# stands above its bar.
WIDTH = 360
_VALUE = 66  # room for a value beside its bar
_ROW = 50
_BAR = 16
_NAME_Y = 12
_BAR_Y = 26


class Bar(NamedTuple):
    """One bar, in units of the view box."""

    name: str
    value: str
    x: int
    y: int
    width: int
    height: int
    name_y: int
    value_x: int
    value_y: int
    value_anchor: str
    falls: bool


class Chart(NamedTuple):
    """A bar chart of growth rates.

    Attributes:
        title: what is compared.
        description: the same in a sentence, for those who cannot see it.
        axis: x of the zero line.

    """

    title: str
    description: str
    width: int
    height: int
    axis: int
    bars: tuple[Bar, ...]


def draw_growth_chart(
    figures: Mapping[str, Figure], rows: Mapping[str, FigureRow], texts: PageTexts
) -> Chart | None:
    """Return the chart of year-on-year rates; None when fewer than two are known.

    Args:
        figures: by metric id.
        rows: what the table says of them, likewise.
        texts: the words of pages.

    """
    known = [(rows[name], figure.yoy) for name, figure in figures.items() if figure.yoy is not None]
    if len(known) < 2:
        return None
    highest = max(Decimal(0), *(rate for _, rate in known))
    lowest = min(Decimal(0), *(rate for _, rate in known))
    span = (highest - lowest) or Decimal(1)
    left = _VALUE if lowest < 0 else 1
    room = WIDTH - _VALUE - left
    axis = left + int(-lowest / span * room)
    bars = []
    for number, (row, rate) in enumerate(known):
        width = max(2, int(abs(rate) / span * room))
        top = number * _ROW
        falls = rate < 0
        bars.append(
            Bar(
                name=row.name,
                value=row.yoy,
                x=axis - width if falls else axis,
                y=top + _BAR_Y,
                width=width,
                height=_BAR,
                name_y=top + _NAME_Y,
                value_y=top + _BAR_Y + _BAR // 2,
                value_x=axis - width - 8 if falls else axis + width + 8,
                value_anchor="end" if falls else "start",
                falls=falls,
            )
        )
    summary = texts.text("mark.clauses").join(row.name + row.change for row, _ in known)
    return Chart(
        title=texts.text("chart.growth"),
        description=texts.text("mark.sentence", text=summary),
        width=WIDTH,
        height=len(known) * _ROW,
        axis=axis,
        bars=tuple(bars),
    )
