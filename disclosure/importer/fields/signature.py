"""The signature at the end of a text: who signs, and the date."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from disclosure.importer.draft import Entry, Fields, Scalar
from disclosure.importer.fields import days
from disclosure.importer.fields.days import Coarse
from disclosure.importer.fields.lines import Line, entry, one_or_many
from disclosure.importer.reading import Fate, Remark
from disclosure.importer.tracked import Tracked
from disclosure.model.coarse_day import day_text

# What may stand behind the signature: notes on publication, copies, the site's own foot.
_BEHIND: Final = 14
_MOST_NAMES: Final = 5
_LONGEST_DAY: Final = 20
_DATE_AT_END: Final = re.compile(
    r"(?P<name>.{4,45}?)[ ,]{0,20}(?P<day>(?:(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)"
    r"|(?:[一二三四五六七八九][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日))"
)
_NO_OFFICE: Final = re.compile(
    r"^(?:附件|附：|联系|电话|地址|特此|抄送|主办|承办|欢迎|时间)|方面$|如下$|现场$"
)


class Signed(NamedTuple):
    """A signature.

    Attributes:
        start: number of its first line.
        end: behind its last.
        names: who signs; may be none.
        date: the line, or its part, with the date; None without one.
        day: that date.

    """

    start: int
    end: int
    names: tuple[Line, ...]
    date: Line | None
    day: Coarse | None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The signature as it is written."""
        names = [Scalar(name) for line in self.names for name in _parted(line)]
        day = days.day_scalar(self.day, self.date.text) if self.date and self.day else None
        fields = (*entry("name", one_or_many(names) if names else None), *entry("date", day))
        return (Entry("signature", Fields(fields)),)


def rewritten(signed: Signed) -> Iterator[Remark]:
    """Yield that a date is printed otherwise than it stands: 2024年3月1日 for 2024年03月01日."""
    if signed.date is None or signed.day is None:
        return
    text, printed = signed.date.text, day_text(signed.day)
    if "".join(text.text.split()) != printed:
        known = [origin for origin in text.origins if origin >= 0]
        params = {"text": text.text, "written": printed}
        start, end = (known[0], known[-1] + 1) if known else (0, 0)
        place = signed.date.place
        yield Remark("import.ends.day", params, start, end, Fate.NORMALISED, place=place)


def signature_of(lines: list[Line]) -> Signed | None:
    """Return the signature at the end of lines; None where nobody signs, and no date stands."""
    last = len(lines)
    for at in range(last - 1, max(-1, last - _BEHIND), -1):
        line = lines[at]
        day = days.read_day(line.text.text)
        if day is not None and "." not in line.plain:
            start, names = _names(lines, at)
            return Signed(start, at + 1, names, line, day)
        match = _DATE_AT_END.fullmatch(line.plain)
        if match and (name := line.part(0, match.end("name"))).is_office:
            when = line.part(match.start("day"))
            day = days.read_day(when.text.text)
            if day is not None:
                start, names = _names(lines, at)
                return Signed(start, at + 1, (*names, name), when, day)
    return _undated(lines) or _before_annexes(lines)


def _before_annexes(lines: list[Line]) -> Signed | None:
    """Return the first signature with a date that stands before other texts."""
    for at, line in enumerate(lines):
        day = days.read_day(line.text.text) if len(line.plain) <= _LONGEST_DAY else None
        if day is None or "." in line.plain:
            continue
        start, names = _names(lines, at)
        if names:
            return Signed(start, at + 1, names, line, day)
    return None


def _parted(line: Line) -> list[Tracked]:
    """Return the names of a line in which several offices stand side by side."""
    parts = [line.part(*match.span()) for match in re.finditer(r"\S+(?: \S+)*", line.plain)]
    if len(parts) == 1 and line.plain.count(" ") == 1:
        at = line.plain.index(" ")
        parts = [line.part(0, at), line.part(at)]
    whole = len(parts) > 1 and all(part.is_office and len(part.plain) > 3 for part in parts)
    return [part.text for part in parts] if whole else [line.text]


def _undated(lines: list[Line]) -> Signed | None:
    """Return the names with which lines end, where nothing but names can be meant."""
    start, names = _names(lines, len(lines))
    if not names or not start:
        return None
    ended = lines[start - 1].plain[-1:] in {"。", "!"}
    sure = (
        ended
        or names[-1].look.aligned == "right"
        or re.match("中共|.{2,20}(?:党组|委员会)$", names[-1].plain)
    )
    return Signed(start, len(lines), names, None, None) if sure else None


def _names(lines: list[Line], end: int) -> tuple[int, tuple[Line, ...]]:
    start = end
    while start and end - start < _MOST_NAMES and _is_name(lines[start - 1]):
        start -= 1
    return start, tuple(lines[start:end])


def _is_name(line: Line) -> bool:
    return line.is_office and not _NO_OFFICE.search(line.plain)
