"""What stands before the first heading: title, facts, greeting, lead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pydantic import TypeAdapter, ValidationError

from disclosure.importer.draft import Entry, Fields, Items, Scalar, Value
from disclosure.importer.fields import days, issuer
from disclosure.importer.fields.declared import declared_of
from disclosure.importer.fields.escaping import prose
from disclosure.importer.fields.head_labels import FURNITURE, Labelled, read_labels
from disclosure.importer.fields.inspection import Inspected, as_of, inspection_of
from disclosure.importer.fields.lines import Line, dropped, entry, guessed, lines_of, one_or_many
from disclosure.importer.fields.posting import first_posted
from disclosure.importer.fields.signature import Signed, signature_of
from disclosure.importer.fields.title import NUMBER, Title, is_complete, is_subtitle, read_title
from disclosure.importer.reading import Block, Reading, Remark
from disclosure.importer.tracked import Tracked
from disclosure.model.coarse_day import first_day, last_day
from disclosure.model.registrations import IndexNumber

_SALUTATION: Final = re.compile(r"各位|同志们|代表|委员[：:]|尊敬的|朋友|先生|女士|同胞|老师|家长")
_NO_GREETING: Final = re.compile(r"如下|现将|公示|公布|报告|通报|。|；|根据")
_POSTS: Final = r"(?:长|主任|书记|员|经理|主席|监|官|总|师|授|人|席)"
_SPEAKER: Final = re.compile(
    rf"(?!附件)[\u4e00-\u9fff、（）()]{{2,40}}{_POSTS}[ ]{{1,6}}[\u4e00-\u9fff](?:[ ]{{0,3}}[\u4e00-\u9fff·]){{1,5}}"
)
_NAME: Final = re.compile(r"[\u4e00-\u9fff](?:[ ]{0,3}[\u4e00-\u9fff·]){1,7}")
_LONGEST_GREETING: Final = 60
_LONGEST_SUBTITLE: Final = 90
_INDEX: Final[TypeAdapter[str]] = TypeAdapter(IndexNumber)
_NAME_AND_DAY: Final = re.compile(r"(?P<name>[^\d\s]\S{1,30})[ ]{1,9}(?=\d{4}[-./年]\d)")
# How much of the text is read for counts, in characters.
_FIRST: Final = 4000


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a text says.

    Attributes:
        entries: keys of a notice with their values, in the order in which they are written.
        remarks: of what was left out.

    """

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass
class _Found:
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


def head_of(
    before: tuple[Block, ...], reading: Reading, *, headed: bool = True
) -> tuple[Entry, ...]:
    """Return the values that stand before the first heading; see ``read_head``."""
    return read_head(before, reading, headed=headed).entries


def read_head(before: tuple[Block, ...], reading: Reading, *, headed: bool = True) -> Head:
    """Return what stands before the first heading, and what was left out of it.

    Args:
        before: blocks of the outline.
        reading: the whole text, where counts, dates and signature are looked for.
        headed: whether the text has headings; else what would be the lead is its content.

    """
    title = read_title(lines_of(before))
    found = _Found()
    for line in title.before:
        _take_label(line, found, loose=True)
    _sort(list(title.after), found)
    everything = lines_of(reading.blocks)
    signed = signature_of(everything)
    facts = _Facts(found, title, everything, signed)
    entries = (
        *_title(title, facts),
        *facts.entries(),
        *_named("subtitle", found.subtitle),
        *_named("speaker", found.speaker),
        *entry("head", Items(tuple(facts.own)) if facts.own else None, *facts.own_signs),
        *_line("addressee", found.addressee),
        *_line("salutation", found.salutation),
        *_lead(found.lead, "lead" if headed else "content"),
    )
    left = [
        (
            "import.ends.furniture"
            if FURNITURE.fullmatch(line.plain)
            else "import.ends.letterhead",
            line.text,
            line.place,
        )
        for line in title.dropped
    ]
    remarks = [each for what in (*left, *found.left) for each in dropped(*what)]
    return Head(entries, tuple(remarks))


def _sort(lines: list[Line], found: _Found) -> None:
    """Put each line to what it is, up to the first of the lead; all others are of the lead."""
    for at, line in enumerate(lines):
        if FURNITURE.fullmatch(line.plain):
            found.left.append(("import.ends.furniture", line.text, line.place))
        elif _take_label(line, found, loose=True):
            continue
        elif (moment := days.read_moment(line.plain)) and moment.end == len(line.plain):
            found.bare.append(line)
        elif NUMBER.fullmatch(line.plain):
            found.numbers.append(line)
        elif is_subtitle(line.plain) and len(line.plain) <= _LONGEST_SUBTITLE:
            # Behind the speaker it stays there.
            (found.speaker or found.subtitle).append(line)
        elif _greets(line):
            if _SALUTATION.search(line.plain):
                found.salutation = line
            else:
                found.addressee = line
            found.lead.extend(lines[at + 1 :])
            return
        elif not found.speaker and _speaks(lines, at):
            found.speaker.append(line)
        else:
            found.lead.extend(lines[at:])
            return


def _speaks(lines: list[Line], at: int) -> bool:
    """Say whether a line below a title names who speaks: 县审计局局长　李某某, or an office."""
    line = lines[at]
    if _SPEAKER.fullmatch(line.plain) or line.is_office:
        return True
    return bool(_NAME.fullmatch(line.plain)) and at + 1 < len(lines) and _greets(lines[at + 1])


def _greets(line: Line) -> bool:
    return (
        line.plain.endswith(":")
        and len(line.plain) <= _LONGEST_GREETING
        and not _NO_GREETING.search(line.plain)
    )


def _take_label(line: Line, found: _Found, *, loose: bool) -> bool:
    if NUMBER.fullmatch(line.plain):
        found.numbers.append(line)
        return True
    read = read_labels(line, loose=loose)
    if read is None:
        return False
    before, labels = read
    if before.text.strip():
        found.bare.append(line.part(0, len(before)))
    for each in labels:
        if each.kind == "counter":
            found.left.append(("import.ends.counter", each.whole.strip(), line.place))
        elif not each.value.text:
            found.left.append(("import.ends.empty_label", each.whole.strip(), line.place))
        else:
            found.labels.append(each)
    return True


class _Facts:
    """The facts about a notice, from labels, lines and the text itself."""

    def __init__(
        self, found: _Found, title: Title, everything: list[Line], signed: Signed | None
    ) -> None:
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
        self._last = first_day(signed.day) if signed and signed.day else None
        self._first = first_day(feedback) if feedback else None
        for line in found.numbers:
            self._number(line)
        for line in found.bare:
            self._bare(line)
        for each in found.labels:
            self._label(each)
        if "published" not in self._taken:
            self._guess_day(everything)
        by = [each.value.text for each in found.labels if each.kind == "by"]
        by += [line.text.text for line in found.speaker if line.is_office]
        source = self._taken.get("source")
        self.issuer = issuer.issuer_of(
            title.text.text if title.text else "",
            signed.names[0].text.text if signed and signed.names else "",
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
        if self._as_of:
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
        if each.kind == "published" and self._publish(value, *signs):
            return
        if each.kind in {"source", "document_number", "issuer"} and each.kind not in self._taken:
            self._take(each.kind, value, *signs)
        elif each.kind == "index_number" and _is_index(value) and each.kind not in self._taken:
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

    def _fits(self, day: date) -> bool:
        """Say whether a notice can be of that day: what it tells must have happened."""
        last = self._last
        return not (self._first and day < self._first) and not (last and (last - day).days > 1)

    def _guess_day(self, lines: list[Line]) -> None:
        posted = first_posted(lines)
        signed = self._signed.day if self._signed else None
        for day, why in (
            (posted, "import.guess.ends.published_posting"),
            (signed, "import.guess.ends.published_signature"),
        ):
            exact = first_day(day) if day else None
            if exact and day and exact == last_day(day) and self._fits(exact):
                guess = guessed(why, day=exact.isoformat())
                scalar = Scalar(exact.isoformat(), Tracked(), guess, plain=True)
                self._taken["published"] = Entry("published", scalar)
                return


def _is_index(value: Tracked) -> bool:
    try:
        _INDEX.validate_python(value.text)
    except ValidationError:
        return False
    return True


def _title(title: Title, facts: _Facts) -> tuple[Entry, ...]:
    if title.text is None:
        made = issuer.title_for(str(facts.issuer.text))
        return entry("title", Scalar(made, Tracked(), guessed("import.guess.ends.title")))
    genre = issuer.genre_of(title.text.text)
    why = guessed("import.guess.ends.genre", genre=genre) if genre else None
    if not genre and not is_complete(title.text.text):
        why = guessed("import.guess.ends.title_unusual")
    return entry("title", Scalar(title.text, guess=why))


def _named(key: str, lines: list[Line]) -> tuple[Entry, ...]:
    return entry(key, one_or_many([Scalar(line.text) for line in lines]) if lines else None)


def _line(key: str, line: Line | None) -> tuple[Entry, ...]:
    return entry(key, Scalar(line.text) if line else None)


def _lead(lines: list[Line], key: str) -> tuple[Entry, ...]:
    return entry(key, one_or_many([prose(line.text) for line in lines]) if lines else None)
