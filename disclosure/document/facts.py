"""Facts about a notice: who speaks, of whom, when, and under which numbers."""

from collections.abc import Iterator
from typing import Final

from disclosure.document.blocks import Fact
from disclosure.document.labels import Wording
from disclosure.document.values import Role, Value, listed_values, named_values
from disclosure.model.coarse_day import day_text, machine_day, period_text
from disclosure.model.head_and_foot import PostingPeriod
from disclosure.model.inspection import Inspection
from disclosure.model.metric import Metric
from disclosure.model.notice import Notice
from disclosure.page_texts import DocumentTexts
from disclosure.zh.dates import chinese_date, chinese_period

# Which of them stand between title and text, and which a page lists beside the title.
HEAD: Final = ("issuer", "source", "published", "document_number", "index_number", "as_of")
# Entries of the notice's own, in its own order.
OWN: Final = "own"
BESIDE: Final = ("issuer", "unit", "team", "document_number", "index_number", "as_of", "period")


def facts_of(wording: Wording) -> Iterator[Fact]:
    """Yield every fact that the notice states, in the order in which they are printed.

    ``published`` is what is printed; ``day`` and ``clock`` are its halves.
    """
    notice, colon, words = wording.notice, wording.texts.colon, wording.texts.facts
    title = Value(("title",), Role.TITLE, notice.title)
    yield Fact("title", words.title, notice.title, colon, (title,))
    if notice.genre:
        yield Fact("genre", words.genre, notice.genre, colon)
    yield from _fact(wording, "issuer", words.issuer, Role.DATA)
    yield from _fact(wording, "source", words.source, Role.DATA)
    if notice.published:
        yield from _published(notice.published.isoformat(), notice.published_time or "", wording)
    if notice.unit:
        units = listed_values(("unit",), Role.DATA, notice.unit)
        names = wording.texts.list_mark.join(notice.unit)
        yield Fact("unit", wording.labels.unit, names, colon, units)
    yield from _fact(wording, "document_number", words.document_number, Role.DATA)
    yield from _fact(wording, "index_number", words.index_number, Role.LABEL)
    if notice.keywords:
        keywords = listed_values(("keywords",), Role.LABEL, notice.keywords)
        yield Fact("keywords", words.keywords, ",".join(notice.keywords), colon, keywords)
    if notice.inspection:
        yield _team(notice.inspection, wording.texts)
    if day := notice.as_of:
        yield Fact("as_of", words.as_of, chinese_date(day), colon, (), day.isoformat(), ("as_of",))
    yield from _fact(wording, "summary", words.summary, Role.PROSE)
    if period := notice.posting_period:
        # The block prints it once more; its texts are read there.
        yield Fact("period", period.label or words.period, _posted(period), colon)
    for number, entry in enumerate(notice.head):
        values = (
            Value(("head", number, "label"), Role.LABEL, entry.label),
            Value(("head", number, "text"), Role.DATA, entry.text),
        )
        yield Fact(OWN, entry.label, entry.text, colon, values)


def _team(inspection: Inspection, texts: DocumentTexts) -> Fact:
    values = (
        *listed_values(("inspection", "team"), Role.LABEL, inspection.team),
        *named_values(("inspection",), Role.LABEL, inspection, ("round",)),
    )
    teams = texts.list_mark.join(inspection.team)
    if inspection.round:
        teams = texts.facts.teams.format(teams=teams, round=inspection.round)
    label = texts.facts.team.format(level=inspection.level.value)
    return Fact("team", label, teams, texts.colon, values)


def posting_of(notice: Notice, texts: DocumentTexts) -> Fact | None:
    """Return 公示期 as the text prints it; None where there is none."""
    if (period := notice.posting_period) is None:
        return None
    place = ("posting_period",)
    values = (
        *named_values(place, Role.LABEL, period, ("label",)),
        *named_values(place, Role.PROSE, period, ("text",)),
    )
    label = period.label or texts.facts.posting
    return Fact("posting", label, _posted(period), texts.colon, values)


def _posted(period: PostingPeriod) -> str:
    return period.text or (chinese_period(*period.days) if period.days else "")


def steps_of(notice: Notice, texts: DocumentTexts) -> Iterator[Fact]:
    """Yield the inspection's timeline: inspection, feedback, publication."""
    colon, words = texts.colon, texts.facts
    if inspection := notice.inspection:
        if inspection.start and inspection.end:
            shown = period_text(inspection.start, inspection.end)
            machine = machine_day(inspection.start)
            yield Fact("inspected", inspection.level, shown, colon, machine=machine)
        if feedback := inspection.feedback:
            said, machine = day_text(feedback), machine_day(feedback)
            yield Fact("informed", words.informed, said, colon, machine=machine)
        if day := notice.published:
            said, machine = chinese_date(day), day.isoformat()
            yield Fact("published", words.made_public, said, colon, machine=machine)


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


def _published(day: str, clock: str, wording: Wording) -> Iterator[Fact]:
    colon, words = wording.texts.colon, wording.texts.facts
    # China has one time zone and no summer time since 1991.
    machine = f"{day}T{clock}+08:00" if clock else day
    yield Fact("published", words.published, f"{day} {clock}".strip(), colon, machine=machine)
    yield Fact("day", words.day, day, colon, place=("published",))
    if clock:
        yield Fact("clock", words.clock, clock, colon, place=("published_time",))


def _fact(wording: Wording, key: str, label: str, role: Role) -> Iterator[Fact]:
    for value in named_values((), role, wording.notice, (key,)):
        yield Fact(key, label, value.raw, wording.texts.colon, (value,))
