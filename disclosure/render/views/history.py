"""The history of a notice: its versions, what changed between them, how each problem went on."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from disclosure.document.comparison import Difference, pair_problems
from disclosure.model.outline import Node, title_in_lists
from disclosure.model.status import Status
from disclosure.model.wording import Change
from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.views.sealed_versions import SealedVersion, compared_pairs
from disclosure.render.views.status_chart import StatusChart, draw_status_chart


class VersionLine(NamedTuple):
    """One version in a list."""

    name: str
    href: str
    sealed: str
    machine: str
    reason: str
    note: str
    title: str
    digest: str
    current: bool
    archived: str
    compare: str


class Cell(NamedTuple):
    """A value in one version, and whether it is another than in the version before."""

    text: str
    moved: bool


class Track(NamedTuple):
    """One row of the ledger across versions: a problem's status, or a figure, in each.

    Attributes:
        name: of the problem or the figure.
        values: in each version, oldest first; a dash where there is none.
        line: points of a small curve of the values; empty where they are no numbers.
    """

    name: str
    values: tuple[str, ...]
    line: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The values, each compared with the one before it."""
        before = (self.values[:1] + self.values)[: len(self.values)]
        return tuple(Cell(now, now != then) for now, then in zip(self.values, before, strict=True))

    @property
    def changed(self) -> bool:
        """Whether it is not the same in every version."""
        return len(set(self.values)) > 1


class HistoryView(NamedTuple):
    """The history page; ``page`` is empty where the notice itself is gone."""

    title: str
    page: str
    head: str
    withdrawn: str
    versions: tuple[VersionLine, ...]
    names: tuple[str, ...]
    states: StatusChart | None
    problems: tuple[Track, ...]
    figures: tuple[Track, ...]
    pairs: tuple[tuple[str, str], ...]


class ComparisonView(NamedTuple):
    """The page that compares two versions."""

    heading: str
    old: str
    new: str
    old_href: str
    new_href: str
    history: str
    structure: tuple[Difference, ...]
    changes: tuple[Change, ...]
    unchanged: int


def version_name(number: int, texts: PageTexts) -> str:
    """Return what a version is called."""
    return texts.text("version.name", number=number)


def pair_name(old: int, new: int, texts: PageTexts) -> str:
    """Return what two versions are called together."""
    names = version_name(old, texts), version_name(new, texts)
    return texts.text("version.pair", old=names[0], new=names[1])


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
    lines = []
    for at, one in enumerate(versions):
        following = versions[at + 1] if at + 1 < len(versions) else None
        before = versions[at - 1].number if at else 0
        lines.append(
            VersionLine(
                name=version_name(one.number, texts),
                href=urls.as_link(urls.sealed_page(slug, one.number), page),
                sealed=one.sealed[:16].replace("T", " "),
                machine=one.sealed,
                reason=one.reason,
                note=one.note,
                title=one.title,
                digest=one.content,
                current=following is None,
                archived=following.sealed[:16].replace("T", " ") if following else "",
                compare=_compare(slug, before, one.number, page) if before else "",
            )
        )
    return HistoryView(
        title=latest.title,
        page=urls.as_link(urls.NoticeUrls(slug).page, page),
        head=latest.line,
        withdrawn=withdrawn,
        versions=tuple(reversed(lines)),
        names=tuple(version_name(one.number, texts) for one in versions),
        states=draw_status_chart(
            [(version_name(one.number, texts), _statuses(one)) for one in versions], texts
        ),
        problems=_problems(versions, texts),
        figures=_figures(versions, texts),
        pairs=tuple(
            (
                pair_name(a.number, b.number, texts),
                _compare(slug, a.number, b.number, page),
            )
            for a, b in compared_pairs(versions)
        ),
    )


def _compare(slug: str, old: int, new: int, page: str) -> str:
    return urls.as_link(urls.comparison_page(slug, old, new), page)


def _problems(versions: Sequence[SealedVersion], texts: PageTexts) -> tuple[Track, ...]:
    """Return each problem's status over all versions; a renamed one stays in its row."""
    listed = texts.text("history.listed")
    names: list[list[str]] = []  # of each row: what its problem was called, in turn
    rows: list[list[str]] = []
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
                rows.append(["—"] * len(versions))
            taken.add(row)
            partners[id(node)] = row
            if names[row][-1:] != [title]:
                names[row].append(title)
            rows[row][at] = str(node.section.status or listed)
        before, places = nodes, partners
    tracks = (
        Track(_called(called, texts), tuple(values))
        for called, values in zip(names, rows, strict=True)
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


def _statuses(one: SealedVersion) -> list[Status]:
    given = (node.section.status for node in one.version.outline.nodes if node.problem)
    return [status for status in given if status is not None]


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
    tracks = (Track(names[key], tuple(row), _curve(numbers[key])) for key, row in rows.items())
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
