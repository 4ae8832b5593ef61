"""Facts about a notice: who speaks, of whom, when, and under which numbers."""

from collections.abc import Iterator
from typing import Final

from disclosure.document.blocks import Fact
from disclosure.document.values import Role, Value, listed_values, named_values
from disclosure.model.fields import Model
from disclosure.model.metric import Metric
from disclosure.model.notice import Notice
from disclosure.zh.dates import chinese_date, chinese_period

# Which of them stand between title and text, and which a page lists beside the title.
HEAD: Final = ("issuer", "source", "published", "document_number", "index_number", "as_of")
BESIDE: Final = ("issuer", "unit", "team", "document_number", "index_number", "as_of", "period")


def facts_of(notice: Notice) -> Iterator[Fact]:
    """Yield every fact that the notice states, in the order in which they are printed.

    ``published`` is what is printed; ``day`` and ``clock`` are its halves.
    """
    yield Fact("title", "标题", notice.title, (Value(("title",), Role.TITLE, notice.title),))
    if notice.genre:
        yield Fact("genre", "文种", notice.genre)
    yield from _fact(notice, "issuer", "发布单位", Role.DATA)
    yield from _fact(notice, "source", "来源", Role.DATA)
    day, clock = notice.published.isoformat(), notice.published_time or ""
    # China has one time zone and no summer time since 1991.
    machine = f"{day}T{clock}+08:00" if clock else day
    yield Fact("published", "发布时间", f"{day} {clock}".strip(), machine=machine)
    yield Fact("day", "发布日期", day)
    if clock:
        yield Fact("clock", "发布时刻", clock)
    yield from _fact(notice, "unit", notice.labels.unit, Role.DATA)
    yield from _fact(notice, "document_number", "发文字号", Role.DATA)
    yield from _fact(notice, "index_number", "索引号", Role.LABEL)
    if notice.keywords:
        keywords = listed_values(("keywords",), Role.LABEL, notice.keywords)
        yield Fact("keywords", "关键词", ",".join(notice.keywords), keywords)
    if inspection := notice.inspection:
        values = named_values(("inspection",), Role.LABEL, inspection, ("team", "round"))
        team = inspection.team + (f"（{inspection.round}）" if inspection.round else "")
        yield Fact("team", f"{inspection.level}机构", team, tuple(values))
    if notice.as_of:
        yield Fact(
            "as_of", "数据截至", chinese_date(notice.as_of), machine=notice.as_of.isoformat()
        )
    yield from _fact(notice, "summary", "摘要", Role.PROSE)
    if period := notice.posting_period:
        yield Fact("period", "公示期", chinese_period(period.start, period.end))


def steps_of(notice: Notice) -> Iterator[Fact]:
    """Yield the inspection's timeline: inspection, feedback, publication."""
    if inspection := notice.inspection:
        start, end, feedback = inspection.start, inspection.end, inspection.feedback
        shown = chinese_period(start, end)
        yield Fact("inspected", inspection.level, shown, machine=start.isoformat())
        yield Fact("told", "反馈", chinese_date(feedback), machine=feedback.isoformat())
        day = notice.published
        yield Fact("published", "公布", chinese_date(day), machine=day.isoformat())


def words_of(notice: Notice) -> Iterator[Value]:
    """Yield the labels that the unit has changed; the program's own are known to be sound."""
    changed = sorted(notice.labels.model_fields_set)
    return named_values(("labels",), Role.LABEL, notice.labels, changed)


def figure_values(metrics: tuple[Metric, ...]) -> Iterator[Value]:
    """Yield what is written about the figures; tables and tiles print it, and prose by its id."""
    for number, metric in enumerate(metrics):
        place = ("metrics", number)
        yield from named_values(place, Role.DATA, metric, ("name", "period", "group", "note"))
        yield from named_values(place, Role.LABEL, metric, ("id", "formula", "about", "unit"))


def _fact(notice: Model, key: str, label: str, role: Role) -> Iterator[Fact]:
    for value in named_values((), role, notice, (key,)):
        yield Fact(key, label, value.raw, (value,))
