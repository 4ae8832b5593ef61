"""The facts about a notice: from labels and lines below its title, and from the text itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pydantic import TypeAdapter, ValidationError

from disclosure.importer.draft import Entry, Fields, Scalar, Value
from disclosure.importer.fields import days, issuer
from disclosure.importer.fields.days import Coarse
from disclosure.importer.fields.declared import declared_of
from disclosure.importer.fields.head_labels import Labelled
from disclosure.importer.fields.inspection import Inspected, as_of, inspection_of
from disclosure.importer.fields.lines import Line, entry, guessed, one_or_many
from disclosure.importer.fields.posting import first_posted
from disclosure.importer.fields.signature import Signed
from disclosure.importer.fields.title import NUMBER
from disclosure.importer.particular_labels import WEAK_DAYS
from disclosure.importer.tracked import Tracked
from disclosure.model.coarse_day import first_day, last_day
from disclosure.model.registrations import IndexNumber

_INDEX: Final[TypeAdapter[str]] = TypeAdapter(IndexNumber)
_NAME_AND_DAY: Final = re.compile(r"(?P<name>[^\d\s]\S{1,30})[ ]{1,9}(?=\d{4}[-./年]\d)")
# How much of the text is read for counts, in characters.
_FIRST: Final = 4000


@dataclass
class Found:
    """The lines of the head by what they are."""

    subtitle: list[Line] = field(default_factory=list)
    speaker: list[Line] = field(default_factory=list)
    labels: list[Labelled] = field(default_factory=list)
    bare: list[Line] = field(default_factory=list)
    numbers: list[Line] = field(default_factory=list)
    addressee: Line | None = None
    salutation: Line | None = None
    lead: list[Line] = field(default_factory=list)
    left: list[tuple[str, Tracked, str]] = field(default_factory=list)


class Facts:
    """The facts about a notice, from labels, lines and the text itself."""

    def __init__(
        self,
        found: Found,
        title: str,
        everything: list[Line],
        signed: Signed | None,
        printed: Coarse | None = None,
    ) -> None:
        """Find them.

        Args:
            found: lines of the head.
            title: of the text.
            everything: all its lines.
            signed: its signature.
            printed: the day on which the office printed it (印发).

        """
        self.own: list[Value] = []
        self.own_signs: list[Tracked] = []
        self._taken: dict[str, Entry] = {}
        self._clock: tuple[Entry, ...] = ()
        lead = "\n".join(line.plain for line in (*found.lead[:12], *found.subtitle))
        text = "\n".join(line.plain for line in everything)[: _FIRST + len(lead)]
        self.inspected: Inspected | None = inspection_of(lead) or inspection_of(text[:_FIRST])
        self._counts = declared_of(text)
        self._as_of = as_of(lead) or as_of(text)
        feedback = self.inspected.feedback if self.inspected else None
        self._signed = signed
        self._printed = printed
        self._last = first_day(signed.day) if signed and signed.day else None
        self._first = first_day(feedback) if feedback else None
        for line in found.numbers:
            self._number(line)
        for line in found.bare:
            self._bare(line)
        days_said = {_name(each) for each in found.labels if each.kind == "published"}
        self._weak = WEAK_DAYS if days_said - WEAK_DAYS else frozenset[str]()
        for each in found.labels:
            self._label(each)
        if "published" not in self._taken:
            # Of a speech that is the day on which it was held.
            spoken = found.speaker or found.salutation
            self._guess_day(everything, [] if spoken else found.subtitle)
        by = [each.value.text for each in found.labels if each.kind == "by"]
        by += [line.text.text for line in found.speaker if line.is_office]
        source = self._taken.get("source")
        self.issuer = issuer.issuer_of(
            title,
            signed.issuer if signed else "",
            by[0] if by else "",
            str(source.value.text) if source and isinstance(source.value, Scalar) else "",
        )
        self._units = issuer.units_of(lead, str(self.issuer.text)) if self.inspected else ()

    def entries(self) -> Iterator[Entry]:
        """Yield the facts in the order in which they are written."""
        taken = self._taken
        yield taken.get("issuer") or Entry("issuer", self.issuer)
        for key in ("source", "published"):
            if key in taken:
                yield taken[key]
        yield from self._clock
        if "as_of" in taken:
            yield taken["as_of"]
        elif self._as_of:
            yield Entry("as_of", days.day_scalar(self._as_of))
        for key in ("document_number", "index_number"):
            if key in taken:
                yield taken[key]
        if self._units:
            yield Entry("unit", one_or_many(self._units))
        if self.inspected:
            yield Entry("inspection", self.inspected.value)
        if self._counts.entries:
            yield Entry("declared", self._counts)

    def _number(self, line: Line) -> None:
        match = NUMBER.fullmatch(line.plain)
        if match and "document_number" not in self._taken:
            start, end = match.span("number")
            self._take("document_number", line.text[start:end], line.text[:start], line.text[end:])
        else:
            self._own(line.text[:2], line.text[2:])

    def _bare(self, line: Line) -> None:
        moment = days.read_moment(line.plain)
        if moment and moment.end == len(line.plain) and self._publish(line.text):
            return
        named = _NAME_AND_DAY.match(line.plain)
        if not moment and named and self._publish(line.text[named.end("name") :].strip()):
            line = line.part(0, named.end("name"))
        if not moment and "source" not in self._taken:
            self._take("source", line.text, guess="import.guess.ends.bare_source")
            return
        self._own(Tracked.made("发布时间" if moment else "来源"), line.text)

    def _label(self, each: Labelled) -> None:
        signs = (each.label, *each.signs)
        value = each.value
        if (
            each.kind == "published"
            and _name(each) not in self._weak
            and self._publish(value, *signs)
        ):
            return
        if each.kind == "as_of" and self._count_to(value, *signs):
            return
        known = each.kind in {"source", "document_number", "issuer"}
        if each.kind == "index_number":
            known = _is_index(value)
        if known and each.kind not in self._taken:
            self._take(each.kind, value, *signs)
        else:
            self._own(each.label, value, *each.signs)

    def _take(self, key: str, value: Tracked, *said: Tracked, guess: str = "") -> None:
        scalar = Scalar(value, guess=guessed(guess) if guess else None)
        self._taken[key] = Entry(key, scalar, tuple(s for s in said if s.text.strip()))

    def _own(self, label: Tracked, value: Tracked, *signs: Tracked) -> None:
        self.own_signs.extend(sign for sign in signs if sign.text.strip())
        pair = (*entry("label", Scalar(label)), *entry("text", Scalar(value)))
        self.own.append(Fields(pair))

    def _publish(self, value: Tracked, *said: Tracked) -> bool:
        moment = days.read_moment(value.text)
        if moment is None or "published" in self._taken or not self._fits(moment.day):
            return False
        rest = value[moment.end :]
        if rest.text.strip():
            return False
        day = value[: moment.clock_start]
        self._taken["published"] = Entry("published", days.day_scalar(moment.day, day), said)
        if moment.clock:
            clock = value[moment.clock_start :].strip()
            self._clock = entry("published_time", Scalar(moment.clock, clock))
        return True

    def _count_to(self, value: Tracked, *said: Tracked) -> bool:
        moment = days.read_moment(value.text)
        if moment is None or "as_of" in self._taken or moment.end != len(value.text):
            return False
        if moment.clock:
            return False
        self._taken["as_of"] = Entry("as_of", days.day_scalar(moment.day, value), said)
        return True

    def _fits(self, day: date) -> bool:
        """Say whether a notice can be of that day: what it tells must have happened."""
        last = self._last
        return not (self._first and day < self._first) and not (last and (last - day).days > 1)

    def _guess_day(self, lines: list[Line], subtitle: list[Line]) -> None:
        posted = first_posted(lines)
        below = _day_alone(subtitle)
        signed = self._signed.day if self._signed else None
        for day, why in (
            (below, "import.guess.ends.published_below"),
            (posted, "import.guess.ends.published_posting"),
            (signed, "import.guess.ends.published_signature"),
            (self._printed, "import.guess.ends.published_printed"),
        ):
            exact = first_day(day) if day else None
            if exact and day and exact == last_day(day) and self._fits(exact):
                guess = guessed(why, day=exact.isoformat())
                scalar = Scalar(exact.isoformat(), Tracked(), guess, plain=True)
                self._taken["published"] = Entry("published", scalar)
                return


def _name(each: Labelled) -> str:
    return "".join(each.label.text.split())


def _day_alone(lines: list[Line]) -> date | None:
    """Return the day that stands below a title in brackets, and nothing with it."""
    for line in lines:
        said = line.plain.strip("() ")
        moment = days.read_moment(said)
        if moment and moment.end == len(said):
            return moment.day
    return None


def _is_index(value: Tracked) -> bool:
    try:
        _INDEX.validate_python(value.text)
    except ValidationError:
        return False
    return True
