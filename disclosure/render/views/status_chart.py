"""Geometry of the statuses over the versions: one bar a version, one part a status."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from disclosure.model.status import Status
from disclosure.page_texts import PageTexts
from disclosure.render.views.sections import StatusView, view_status

# Drawn at the width of a telephone, as the other chart is.
WIDTH = 360
_NAME = 62  # room for 第12版 before its bar
_ROW = 40
_BAR = 26
_GAP = 2
_NARROWEST = 34  # what a shape and a count of two digits need
_SHAPE = 14  # what one shape more needs
_LINE = 17  # below a bar, where counts stand that do not fit into their parts
_UNSAID = "–"


class Part(NamedTuple):
    """The problems of one status in one version."""

    kind: str
    label: str
    x: int
    width: int
    label_x: int


class Row(NamedTuple):
    """One version.

    Attributes:
        below: counts of the parts that are too narrow for theirs; empty where none is.
        below_x: where that stands: its beginning, middle or end, as ``anchor`` says in SVG's words.
    """

    name: str
    y: int
    text_y: int
    parts: tuple[Part, ...]
    below: str
    below_x: int
    below_y: int
    anchor: str


class StatusChart(NamedTuple):
    """How many problems had which status in each version.

    Attributes:
        title: what is shown.
        description: the same in a sentence, for those who cannot see it.
        legend: the statuses that occur, and that some problem has none.
    """

    title: str
    description: str
    width: int
    height: int
    bar: int
    rows: tuple[Row, ...]
    legend: tuple[StatusView, ...]


def draw_status_chart(
    versions: Sequence[tuple[str, Sequence[Status | None]]], texts: PageTexts
) -> StatusChart | None:
    """Return the chart; None where fewer than two versions give statuses.

    Args:
        versions: name and the status of each of its problems, oldest first.
        texts: the words of pages.
    """
    if sum(any(statuses) for _, statuses in versions) < 2:
        return None
    counts = [(name, Counter(statuses)) for name, statuses in versions]
    most = max(count.total() for _, count in counts)
    known: list[Status | None] = [
        status for status in (*Status, None) if any(count[status] for _, count in counts)
    ]
    shown = {status: _view(status, texts) for status in known}
    summary = texts.text("mark.clauses").join(
        texts.text("chart.version", name=name, counts=_counts_text(shown, count, texts))
        for name, count in counts
    )
    gap = texts.text("mark.gap")
    rows: list[Row] = []
    height = 0
    for name, count in counts:
        rows.append(_row(name, height, shown, count, most, gap))
        height += _ROW + (_LINE if rows[-1].below else 0)
    title, summary = texts.text("chart.states"), texts.text("mark.sentence", text=summary)
    height -= _ROW - _BAR  # nothing stands behind the last row
    return StatusChart(title, summary, WIDTH, height, _BAR, tuple(rows), tuple(shown.values()))


_Shown = Mapping[Status | None, StatusView]
_Count = Mapping[Status | None, int]


def _view(status: Status | None, texts: PageTexts) -> StatusView:
    if status is not None:
        return view_status(status)
    return StatusView(texts.text("chart.unsaid"), _UNSAID, "unsaid")


def _counts_text(shown: _Shown, count: _Count, texts: PageTexts) -> str:
    return texts.text("mark.list").join(
        texts.text("count.status", status=view.word, number=count[status])
        for status, view in shown.items()
        if count[status]
    )


def _row(name: str, y: int, shown: _Shown, count: _Count, most: int, gap: str) -> Row:
    parts: list[Part] = []
    narrow: list[Part] = []
    below: list[str] = []
    room = WIDTH - _NAME
    done = 0
    for status, view in shown.items():
        if not count[status]:
            continue
        # From the running total, so that rounding never adds up.
        left, right = (_NAME + room * number // most for number in (done, done + count[status]))
        width = max(1, right - left - _GAP)
        needed = _NARROWEST + _SHAPE * (len(view.shape) - 1)
        label = f"{view.shape} {count[status]}"
        fits = width >= needed
        parts.append(Part(view.kind, label if fits else "", left, width, left + width // 2))
        if not fits:
            narrow.append(parts[-1])
            below.append(label)
        done += count[status]
    joined = gap.join(below)
    below_x, anchor = _under(narrow) if narrow else (0, "start")
    return Row(
        name, y, y + _BAR // 2 + 1, tuple(parts), joined, below_x, y + _BAR + _LINE // 2 + 1, anchor
    )


def _under(narrow: Sequence[Part]) -> tuple[int, str]:
    """Return where the counts of narrow parts stand: below them, and within the drawing."""
    first, last = narrow[0], narrow[-1]
    if first is last:
        return min(first.label_x, WIDTH - _NARROWEST // 2), "middle"
    if first.x > _NAME + (WIDTH - _NAME) // 2:
        return last.x + last.width, "end"
    return first.x, "start"
