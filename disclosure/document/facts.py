"""Facts about a notice: who speaks, of whom, when, and under which numbers."""

from collections.abc import Iterator
from typing import Final

from disclosure.document.blocks import Fact
from disclosure.document.values import Role, Value, listed_values, named_values
from disclosure.model.coarse_day import day_text, machine_day, period_text
from disclosure.model.fields import Model
from disclosure.model.head_and_foot import PostingPeriod
from disclosure.model.metric import Metric
from disclosure.model.notice import Notice
from disclosure.zh.dates import chinese_date, chinese_period

# Which of them stand between title and text, and which a page lists beside the title.
HEAD: Final = ("issuer", "source", "published", "document_number", "index_number", "as_of")
# Entries of the notice's own, in its own order.
OWN: Final = "own"
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
    if notice.published:
        yield from _published(notice.published.isoformat(), notice.published_time or "")
    if notice.unit:
        units = listed_values(("unit",), Role.DATA, notice.unit)
        yield Fact("unit", notice.labels.unit, "、".join(notice.unit), units)
    yield from _fact(notice, "document_number", "发文字号", Role.DATA)
    yield from _fact(notice, "index_number", "索引号", Role.LABEL)
    if notice.keywords:
        keywords = listed_values(("keywords",), Role.LABEL, notice.keywords)
        yield Fact("keywords", "关键词", ",".join(notice.keywords), keywords)
    if inspection := notice.inspection:
        values = (
            *listed_values(("inspection", "team"), Role.LABEL, inspection.team),
            *named_values(("inspection",), Role.LABEL, inspection, ("round",)),
        )
        team = "、".join(inspection.team) + (f"（{inspection.round}）" if inspection.round else "")
        yield Fact("team", f"{inspection.level}机构", team, values)
    if notice.as_of:
        yield Fact(
            "as_of", "数据截至", chinese_date(notice.as_of), machine=notice.as_of.isoformat()
        )
    yield from _fact(notice, "summary", "摘要", Role.PROSE)
    if period := notice.posting_period:
        # The block prints it once more; its texts are read there.
        yield Fact("period", period.label or "公示期", _posted(period))
    for number, entry in enumerate(notice.head):
        values = (
            Value(("head", number, "label"), Role.LABEL, entry.label),
            Value(("head", number, "text"), Role.DATA, entry.text),
        )
        yield Fact(OWN, entry.label, entry.text, values)


def posting_of(notice: Notice) -> Fact | None:
    """Return 公示期 as the text prints it; None where there is none."""
    if (period := notice.posting_period) is None:
        return None
    place = ("posting_period",)
    values = (
        *named_values(place, Role.LABEL, period, ("label",)),
        *named_values(place, Role.PROSE, period, ("text",)),
    )
    return Fact("posting", period.label or "公示时间", _posted(period), values)


def _posted(period: PostingPeriod) -> str:
    return period.text or (chinese_period(*period.days) if period.days else "")


def steps_of(notice: Notice) -> Iterator[Fact]:
    """Yield the inspection's timeline: inspection, feedback, publication."""
    if inspection := notice.inspection:
        if inspection.start and inspection.end:
            shown = period_text(inspection.start, inspection.end)
            machine = machine_day(inspection.start)
            yield Fact("inspected", inspection.level, shown, machine=machine)
        if feedback := inspection.feedback:
            yield Fact("told", "反馈", day_text(feedback), machine=machine_day(feedback))
        if day := notice.published:
            yield Fact("published", "公布", chinese_date(day), machine=day.isoformat())


def words_of(notice: Notice) -> Iterator[Value]:
    """Yield words that stand beside the text: labels of the unit's own, bodies counted apart.

    The program's own labels are known to be sound.
    """
    changed = sorted(notice.labels.model_fields_set)
    yield from named_values(("labels",), Role.LABEL, notice.labels, changed)
    for number, body in enumerate(notice.declared.bodies):
        yield from named_values(("declared", "bodies", number), Role.LABEL, body, ("name",))


def figure_values(metrics: tuple[Metric, ...]) -> Iterator[Value]:
    """Yield what is written about the figures; tables and tiles print it, and prose by its id."""
    for number, metric in enumerate(metrics):
        place = ("metrics", number)
        yield from named_values(place, Role.DATA, metric, ("name", "period", "group", "note"))
        yield from named_values(place, Role.LABEL, metric, ("id", "formula", "about", "unit"))


def _published(day: str, clock: str) -> Iterator[Fact]:
    # China has one time zone and no summer time since 1991.
    machine = f"{day}T{clock}+08:00" if clock else day
    yield Fact("published", "发布时间", f"{day} {clock}".strip(), machine=machine)
    yield Fact("day", "发布日期", day)
    if clock:
        yield Fact("clock", "发布时刻", clock)


def _fact(notice: Model, key: str, label: str, role: Role) -> Iterator[Fact]:
    for value in named_values((), role, notice, (key,)):
        yield Fact(key, label, value.raw, (value,))
