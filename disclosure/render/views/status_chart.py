"""Geometry of the statuses over the versions: one bar a version, one part a status."""

from collections import Counter
from collections.abc import Sequence
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


class Part(NamedTuple):
    """The problems of one status in one version."""

    kind: str
    label: str
    x: int
    width: int
    label_x: int


class Row(NamedTuple):
    """One version."""

    name: str
    y: int
    text_y: int
    parts: tuple[Part, ...]


class StatusChart(NamedTuple):
    """How many problems had which status in each version.

    Attributes:
        title: what is shown.
        description: the same in a sentence, for those who cannot see it.
        legend: the statuses that occur.
    """

    title: str
    description: str
    width: int
    height: int
    bar: int
    rows: tuple[Row, ...]
    legend: tuple[StatusView, ...]


def draw_status_chart(
    versions: Sequence[tuple[str, Sequence[Status]]], texts: PageTexts
) -> StatusChart | None:
    """Return the chart; None where fewer than two versions give statuses.

    Args:
        versions: name and the statuses of its problems, oldest first.
        texts: the words of pages.
    """
    if sum(bool(statuses) for _, statuses in versions) < 2:
        return None
    counts = [(name, Counter(statuses)) for name, statuses in versions]
    most = max(count.total() for _, count in counts)
    known = [status for status in Status if any(count[status] for _, count in counts)]
    summary = texts.text("mark.clauses").join(
        texts.text("chart.version", name=name, counts=_counts_text(known, count, texts))
        for name, count in counts
    )
    rows = tuple(
        Row(name, at * _ROW, at * _ROW + _BAR // 2 + 1, _parts(known, count, most))
        for at, (name, count) in enumerate(counts)
    )
    legend = tuple(view_status(status) for status in known)
    height = len(rows) * _ROW - (_ROW - _BAR)
    title, summary = texts.text("chart.states"), texts.text("mark.sentence", text=summary)
    return StatusChart(title, summary, WIDTH, height, _BAR, rows, legend)


def _counts_text(known: Sequence[Status], count: Counter[Status], texts: PageTexts) -> str:
    return texts.text("mark.list").join(
        texts.text("count.status", status=status, number=count[status])
        for status in known
        if count[status]
    )


def _parts(known: Sequence[Status], count: Counter[Status], most: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    room = WIDTH - _NAME
    done = 0
    for status in known:
        if not count[status]:
            continue
        # From the running total, so that rounding never adds up.
        left, right = (_NAME + room * number // most for number in (done, done + count[status]))
        width = max(1, right - left - _GAP)
        shown = view_status(status)
        needed = _NARROWEST + _SHAPE * (len(shown.shape) - 1)
        label = f"{shown.shape} {count[status]}" if width >= needed else ""
        parts.append(Part(shown.kind, label, left, width, left + width // 2))
        done += count[status]
    return tuple(parts)
