"""Figures of the text as metrics, with references in their place: 新建项目{figure_1}."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from disclosure.checks.reading.growth import COUNTERS, possible_bases
from disclosure.importer.draft import Entry, Fields, Items, Scalar, Value
from disclosure.importer.fields.lines import entry, guessed
from disclosure.importer.tracked import Tracked
from disclosure.model.metric import Rounding


class Chosen(StrEnum):
    """Which figures become metrics.

    ``MARKED`` are those with a rate behind them (同比, 环比): what an office compares over years.
    """

    ALL = "all"
    MARKED = "marked"
    NONE = "none"


# Where prose stands, in which references are read.
_TOP: Final = frozenset({"lead", "content", "sections", "closing"})
_PROSE: Final = frozenset(
    {"lead", "content", "closing", "body", "text", "measures", "progress", "outcomes", "items"}
)
_OTHER: Final = frozenset({"table", "tables", "picture", "pictures", "notes", "glossary", "funds"})
_UNIT: Final = (
    r"(?:[万亿]?(?:人次|户次|辆次|元|亩|人|户|株|吨|平方米|平方公里|立方米|千瓦时)|公里|公顷|千米|批次|场次"
    r"|个(?!月|工作日|方面|大类|百分点|年|小时|部分)|家|项|次|件|名|条|篇|期|场|批|台|套|座|处|份|起|例|所|辆|本|块)"
)
_FIGURE: Final = re.compile(
    r"(?<![\d.,:∶/\-—〔第A-Za-z{_])(?P<value>(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d{0,17})(?:\.\d{1,10})?)"
    rf"(?P<about>余|多)?(?P<unit>{_UNIT})(?![类级号])",
    re.ASCII,
)
_RATE: Final = re.compile(
    r"[，（]?(?P<kind>同比|环比)(?:增长|上升|提高|增加|(?P<down>下降|减少|降低))了?"
    r"(?P<rate>(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?%)"
)
_PERIOD: Final = re.compile(
    r"(?:19|20)\d{2}年(?:度|以来|上半年|下半年|\d{1,2}月(?:\d{1,2}日)?)?|(?:巡察)?整改以来|今年以来"
)
_CLAUSE: Final = re.compile(r"[，。；：、（）“”！？\d]")
_MARKS: Final = re.compile(r"[{}\\*\[\]]")
_LONGEST_NAME: Final = 24
_SHORT_NAME: Final = 4
_LONGEST_COUNT: Final = 6
# What is left of a date, or of the figure before.
_TAIL: Final = re.compile(r"^(?:年度|年|月|日|个|项|次|条)(?:在|共)?")
# A verb, which something has to follow.
_OPEN: Final = re.compile(r"(?:了|达|共|开|设|立|布|审|赴|的|等|中|至|到|约|近|为|有|订|定|成)$")
_MOST: Final = 500


def with_metrics(fields: Fields, chosen: Chosen) -> Fields:
    """Return a draft in whose prose figures are references, with the metrics that they name.

    The characters of a figure move into its metric: it stands once. Names are what stands
    before a figure, and every metric asks to be looked at.
    """
    if chosen is Chosen.NONE:
        return fields
    proposed = _Proposed(chosen)
    entries = tuple(
        replace(each, value=proposed.within(each.value, each.key)) if each.key in _TOP else each
        for each in fields.entries
    )
    if not proposed.metrics:
        return fields
    metrics = Entry("metrics", Items(tuple(proposed.metrics)))
    return Fields((*entries, metrics), fields.guess)


@dataclass
class _Proposed:
    """The metrics found so far."""

    chosen: Chosen
    metrics: list[Value] = field(default_factory=list)

    def within(self, value: Value, key: str) -> Value:
        """Return a value whose prose has references."""
        if isinstance(value, Scalar):
            return self._text(value) if key in _PROSE else value
        if isinstance(value, Items):
            return replace(value, values=tuple(self.within(each, key) for each in value.values))
        return replace(
            value,
            entries=tuple(
                each
                if each.key in _OTHER
                else replace(each, value=self.within(each.value, each.key))
                for each in value.entries
            ),
        )

    def _text(self, value: Scalar) -> Scalar:
        text = value.text
        if not isinstance(text, Tracked):
            return value
        parts: list[Tracked] = []
        done = 0
        for match in _FIGURE.finditer(text.text):
            rate = _RATE.match(text.text, match.end())
            name = _name(text.text, match)
            if (not rate and self.chosen is Chosen.MARKED) or not name:
                continue
            if len(self.metrics) >= _MOST:
                break
            number = f"figure_{len(self.metrics) + 1}"
            self.metrics.append(_metric(number, name, text, match, rate))
            parts += [text[done : match.start()], Tracked.made(f"{{{number}}}")]
            done = match.end()
            if rate:
                parts.append(text[done : rate.start("rate")])
                kind = "mom" if rate["kind"] == "环比" else "yoy"
                parts.append(Tracked.made(f"{{{number}.{kind}}}"))
                done = rate.end()
        if not parts:
            return value
        whole = Tracked()
        for part in (*parts, text[done:]):
            whole += part
        return Scalar(whole, guess=value.guess)


def _metric(
    number: str, name: str, text: Tracked, match: re.Match[str], rate: re.Match[str] | None
) -> Fields:
    return Fields(
        tuple(_entries(number, name, text, match, rate)), guessed("import.guess.ends.metric")
    )


def _entries(
    number: str, name: str, text: Tracked, match: re.Match[str], rate: re.Match[str] | None
) -> Iterator[Entry]:
    yield from entry("id", Scalar(number, Tracked(), plain=True))
    yield from entry("name", Scalar(name))
    for key in ("value", "about", "unit"):
        if match[key]:
            start, end = match.span(key)
            yield from entry(key, Scalar(text[start:end], plain=key == "value"))
    if period := _period(text.text[: match.start()]):
        yield from entry("period", Scalar(period))
    if rate:
        start, end = rate.span("rate")
        said = f"-{rate['rate']}" if rate["down"] else rate["rate"]
        yield from entry("mom" if rate["kind"] == "环比" else "yoy", Scalar(said, text[start:end]))
        if _is_cut(match, rate):
            yield from entry("rounding", Scalar(Rounding.TRUNCATE.value, Tracked()))


def _is_cut(match: re.Match[str], rate: re.Match[str]) -> bool:
    """Say whether a rate is right only if its digits were cut off: of 38个 by 18.7% since 32."""
    value = match["value"]
    counted = match["unit"] in COUNTERS and not match["about"] and value.isdecimal()
    if rate["kind"] == "环比" or not counted or not 0 < len(value) <= _LONGEST_COUNT:
        return False
    sign = "-" if rate["down"] else ""
    bases = possible_bases(int(value), Decimal(f"{sign}{rate['rate'][:-1]}"))
    return not bases.rounded and bool(bases.cut)


def _period(before: str) -> str:
    sentence = before[before.rfind("。") + 1 :][-200:]
    found = ""
    for match in _PERIOD.finditer(sentence):
        found = match[0]
    return found


def _name(text: str, match: re.Match[str]) -> str:
    """Return what stands before a figure in its clause; if that says too little, and behind it."""
    before = _CLAUSE.split(text[max(0, match.start() - _LONGEST_NAME) : match.start()])[-1]
    behind = _CLAUSE.split(text[match.end() : match.end() + _LONGEST_NAME])[0]
    name = _TAIL.sub("", before.strip(), count=1)
    if len(name) < _SHORT_NAME or _OPEN.search(name):
        name += behind.strip()
    return "" if len(name) < 2 or _MARKS.search(name) else name
