"""The history of a notice: its versions, what changed between them, how each problem went on."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from disclosure.document.blocks import called_in
from disclosure.document.comparison import pair_problems
from disclosure.model.outline import Node, title_in_lists
from disclosure.model.status import Status
from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.views.sealed_versions import SealedVersion, compared_pairs, version_name
from disclosure.render.views.status_chart import StatusChart, draw_status_chart


class VersionLine(NamedTuple):
    """One version in a list; ``compared`` are its comparisons with earlier ones."""

    name: str
    href: str
    sealed: str
    day: str
    machine: str
    reason: str
    note: str
    title: str
    digest: str
    current: bool
    archived: str
    compared: tuple[tuple[str, str], ...]


class Turn(NamedTuple):
    """A value, and the versions in a row that have it."""

    versions: str
    text: str


class Track(NamedTuple):
    """One row of the ledger across versions: a problem's status, or a figure, in each.

    Attributes:
        name: of the problem or the figure.
        number: of the problem, in the last version that has it; 0 of a figure.
        values: in each version, oldest first; a dash where there is none.
        turns: the same, told once for versions in a row that have the same.
        line: points of a small curve of the values; empty where they are no numbers.
    """

    name: str
    number: int
    values: tuple[str, ...]
    turns: tuple[Turn, ...]
    line: str = ""

    @property
    def changed(self) -> bool:
        """Whether it is not the same in every version."""
        return len(set(self.values)) > 1


class HistoryView(NamedTuple):
    """The history page.

    ``page`` is empty where the notice itself is gone; ``tracked`` says whether the page tells how
    problems and figures went on.
    """

    title: str
    page: str
    head: str
    withdrawn: str
    versions: tuple[VersionLine, ...]
    states: StatusChart | None
    problems: tuple[Track, ...]
    figures: tuple[Track, ...]
    tracked: bool


def view_history(
    versions: Sequence[SealedVersion], page: str, withdrawn: str, texts: PageTexts
) -> HistoryView:
    """Return the history of a notice.

    Args:
        versions: oldest first, at least one.
        page: where the history stands in the site.
        withdrawn: 撤回, if the last version is a withdrawal, with its note; else empty.
        texts: the words of pages.
    """
    latest = versions[-1]
    slug = latest.slug
    pairs = _compared(versions, page, texts)
    lines = []
    for at, one in enumerate(versions):
        following = versions[at + 1] if at + 1 < len(versions) else None
        lines.append(
            VersionLine(
                name=version_name(one.number, texts),
                href=urls.as_link(urls.sealed_page(slug, one.number), page),
                sealed=one.moment,
                day=one.day,
                machine=one.sealed,
                reason=one.reason,
                note=one.note,
                title=one.title,
                digest=one.content,
                current=following is None,
                archived=following.moment if following else "",
                compared=tuple(pairs.get(one.number, ())),
            )
        )
    return HistoryView(
        title=latest.title,
        page=urls.as_link(urls.NoticeUrls(slug).page, page),
        head=latest.line,
        withdrawn=withdrawn,
        versions=tuple(reversed(lines)),
        states=draw_status_chart(
            [(version_name(one.number, texts), _statuses(one)) for one in versions], texts
        ),
        problems=_problems(versions, texts),
        figures=_figures(versions, texts),
        tracked=len(versions) > 1,
    )


def _compared(
    versions: Sequence[SealedVersion], page: str, texts: PageTexts
) -> dict[int, list[tuple[str, str]]]:
    """Return the comparisons of each version with earlier ones: the one before, then the others."""
    found: dict[int, list[tuple[str, str]]] = {}
    for old, new in reversed(compared_pairs(versions)):
        name = texts.text("history.compared", version=version_name(old.number, texts))
        place = urls.comparison_page(new.slug, old.number, new.number)
        found.setdefault(new.number, []).append((name, urls.as_link(place, page)))
    return found


def _turns(values: Sequence[str], texts: PageTexts) -> tuple[Turn, ...]:
    """Return the values of the first, second … version, each with the versions that have it."""
    turns: list[Turn] = []
    first = 0
    for at, value in enumerate(values):
        if at + 1 < len(values) and values[at + 1] == value:
            continue
        span = (
            version_name(at + 1, texts)
            if first == at
            else texts.text("version.span", first=first + 1, last=at + 1)
        )
        turns.append(Turn(span, value))
        first = at + 1
    return tuple(turns)


def _problems(versions: Sequence[SealedVersion], texts: PageTexts) -> tuple[Track, ...]:
    """Return each problem's status over all versions; a renamed one stays in its row."""
    listed = texts.text("history.listed")
    names: list[list[str]] = []  # of each row: what its problem was called, in turn
    rows: list[list[str]] = []
    numbers: list[int] = []
    before: list[Node] = []
    places: dict[int, int] = {}  # row of each problem of the version before
    for at, one in enumerate(versions):
        nodes = [node for node in one.version.outline.nodes if node.problem]
        partners = {id(new): places[id(old)] for old, new in pair_problems(before, nodes)}
        taken = set(partners.values())
        for node in nodes:
            title = title_in_lists(node.section.title)
            row = partners.get(id(node), _row_of(title, names, taken))
            if row == len(rows):
                names.append([])
                numbers.append(0)
                rows.append(["—"] * len(versions))
            taken.add(row)
            partners[id(node)] = row
            if names[row][-1:] != [title]:
                names[row].append(title)
            numbers[row] = node.problem
            rows[row][at] = str(node.section.status or listed)
        before, places = nodes, partners
    noun = texts.text("history.problem")
    tracks = (
        Track(
            _called(called, texts),
            0 if called_in(called[-1], noun) else number,
            tuple(values),
            _turns(values, texts),
        )
        for called, number, values in zip(names, numbers, rows, strict=True)
    )
    given = any(node.section.status for one in versions for node in one.version.outline.nodes)
    # Without statuses there is nothing to follow but which problems came and went.
    return tuple(track for track in tracks if given or track.changed)


def _row_of(title: str, names: Sequence[Sequence[str]], taken: set[int]) -> int:
    """Return the row of a problem that is new, or has come back under its name."""
    free = (row for row, called in enumerate(names) if row not in taken and title in called)
    return next(free, len(names))


def _called(names: Sequence[str], texts: PageTexts) -> str:
    """Return what a problem is called now, and was called before."""
    former = [name for name in dict.fromkeys(names) if name != names[-1]]
    if not former:
        return names[-1]
    joined = texts.text("mark.clauses").join(former)
    return texts.text("history.formerly", name=names[-1], names=joined)


def _statuses(one: SealedVersion) -> list[Status | None]:
    return [node.section.status for node in one.version.outline.nodes if node.problem]


def _figures(versions: Sequence[SealedVersion], texts: PageTexts) -> tuple[Track, ...]:
    rows: dict[str, list[str]] = {}
    numbers: dict[str, list[Decimal]] = {}
    names: dict[str, str] = {}
    for at, one in enumerate(versions):
        for figure in one.version.figures.values():
            key = figure.metric.id
            name, period = figure.metric.name, figure.metric.period
            if period:
                name = texts.text("history.figure_of", name=name, period=period)
            names[key] = name
            rows.setdefault(key, ["—"] * len(versions))[at] = figure.text
            numbers.setdefault(key, []).append(figure.value)
    tracks = (
        Track(names[key], 0, tuple(row), _turns(row, texts), _curve(numbers[key]))
        for key, row in rows.items()
    )
    return tuple(track for track in tracks if track.changed)


def _curve(values: Sequence[Decimal]) -> str:
    """Return the points of a small curve in a box of 60 by 20; empty for a single value."""
    low, high = min(values), max(values)
    if len(values) < 2 or low == high:
        return ""
    step = Decimal(56) / (len(values) - 1)
    return " ".join(
        f"{2 + int(at * step)},{17 - int((value - low) / (high - low) * 14)}"
        for at, value in enumerate(values)
    )
