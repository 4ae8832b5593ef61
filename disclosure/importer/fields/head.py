"""What stands before the first heading: title, facts, greeting, lead."""

import re
from dataclasses import dataclass, replace
from typing import Final

from disclosure.importer.draft import Entry, Items, Scalar
from disclosure.importer.fields import days, issuer
from disclosure.importer.fields.foot import last_lines
from disclosure.importer.fields.head_facts import Facts, Found
from disclosure.importer.fields.head_labels import FURNITURE, read_labels
from disclosure.importer.fields.lines import (
    Line,
    dropped,
    entry,
    guessed,
    left_pictures,
    lines_of,
    one_or_many,
    plain,
)
from disclosure.importer.fields.prose import Writer
from disclosure.importer.fields.set_apart import SetApart
from disclosure.importer.fields.signature import printed_on, signature_of
from disclosure.importer.fields.title import NUMBER, Title, is_complete, is_subtitle, read_title
from disclosure.importer.reading import Block, Reading, Remark
from disclosure.importer.record_lines import OFFICE_LINE
from disclosure.importer.tracked import Tracked

_SALUTATION: Final = re.compile(r"各位|同志们|代表|委员[：:]|尊敬的|朋友|先生|女士|同胞|老师|家长")
_NO_GREETING: Final = re.compile(r"如下|现将|公示|公布|报告|通报|。|；|根据")
_POSTS: Final = r"(?:长|主任|书记|员|经理|主席|监|官|总|师|授|人|席)"
_SPEAKER: Final = re.compile(
    rf"(?!附件)[\u4e00-\u9fff、（）()]{{2,40}}{_POSTS}"
    rf"[ ]{{1,6}}[\u4e00-\u9fff](?:[ ]{{0,3}}[\u4e00-\u9fff·]){{1,5}}"
)
_NAME: Final = re.compile(r"[\u4e00-\u9fff](?:[ ]{0,3}[\u4e00-\u9fff·]){1,7}")
_LONGEST_GREETING: Final = 60
_LONGEST_SUBTITLE: Final = 90


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a text says.

    Attributes:
        entries: keys of a notice with their values, in the order in which they are written.
        remarks: of what was left out.

    """

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...] = ()


def head_of(
    before: tuple[Block, ...], reading: Reading, *, headed: bool = True
) -> tuple[Entry, ...]:
    """Return the values that stand before the first heading; see ``read_head``."""
    return read_head(before, reading, headed=headed).entries


def read_head(
    before: tuple[Block, ...],
    reading: Reading,
    *,
    headed: bool = True,
    apart: SetApart | None = None,
) -> Head:
    """Return what stands before the first heading, and what was left out of it.

    Args:
        before: blocks of the outline.
        reading: the whole text, where counts, dates and signature are looked for.
        headed: whether the text has headings; else what would be the lead is its content.
        apart: links and strong words of the file.

    """
    title = read_title(lines_of(before))
    found = Found()
    writer = Writer([mark for mark, _ in reading.notes], apart)
    for line in title.before:
        _take_label(line, found, loose=True)
    _sort(list(title.after), found)
    everything = lines_of(reading.blocks)
    signed = signature_of(last_lines(everything))
    noted = (each.params["text"] for each in reading.remarks if each.code == OFFICE_LINE)
    printed = printed_on([*(line.plain for line in everything), *map(plain, noted)])
    facts = Facts(found, title.text.text if title.text else "", everything, signed, printed)
    entries = (
        *_title(title, facts, writer),
        *facts.entries(),
        *_named("subtitle", found.subtitle),
        *_named("speaker", found.speaker),
        *entry("head", Items(tuple(facts.own)) if facts.own else None, *facts.own_signs),
        *_line("addressee", found.addressee),
        *_line("salutation", found.salutation),
        *_lead(found.lead, "lead" if headed else "content", writer),
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
    if headed:
        remarks += left_pictures(before)
    return Head(entries, tuple(remarks))


def _sort(lines: list[Line], found: Found) -> None:
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


def _take_label(line: Line, found: Found, *, loose: bool) -> bool:
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


def _title(title: Title, facts: Facts, writer: Writer) -> tuple[Entry, ...]:
    if title.text is None:
        made = issuer.title_for(str(facts.issuer.text))
        return entry("title", Scalar(made, Tracked(), guessed("import.guess.ends.title")))
    genre = issuer.genre_of(title.text.text)
    why = guessed("import.guess.ends.genre", genre=genre) if genre else None
    if not genre and not is_complete(title.text.text):
        why = guessed("import.guess.ends.title_unusual")
    return entry("title", replace(writer.plain(title.text), guess=why))


def _named(key: str, lines: list[Line]) -> tuple[Entry, ...]:
    return entry(key, one_or_many([Scalar(line.text) for line in lines]) if lines else None)


def _line(key: str, line: Line | None) -> tuple[Entry, ...]:
    return entry(key, Scalar(line.text) if line else None)


def _lead(lines: list[Line], key: str, writer: Writer) -> tuple[Entry, ...]:
    values = [writer.prose(line.text) for line in lines]
    if not values:
        return ()
    if any(line.in_table for line in lines):
        return entry(key, Items(tuple(values), guessed("import.guess.ends.table_rows")))
    return entry(key, one_or_many(values))
