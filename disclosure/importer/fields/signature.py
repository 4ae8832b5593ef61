"""The signature at the end of a text: who signs, and the date."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from disclosure.importer.draft import Entry, Fields, Guess, Scalar
from disclosure.importer.fields import days
from disclosure.importer.fields.days import Coarse
from disclosure.importer.fields.lines import (
    Line,
    dropped,
    entry,
    guessed,
    line_of,
    one_or_many,
    plain,
)
from disclosure.importer.reading import Fate, Remark
from disclosure.importer.tracked import Tracked
from disclosure.model.coarse_day import day_text

# What may stand behind the signature: notes on publication, copies, the site's own foot.
_BEHIND: Final = 14
_MOST_NAMES: Final = 12
_LONGEST_DAY: Final = 20
_LONGEST_LINE: Final = 200
_DAY: Final = re.compile(
    r"(?:(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)"
    r"|(?:[一二三四五六七八九][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_DATE_AT_END: Final = re.compile(rf"(?P<name>.{{4,45}}?)[ ,]{{0,20}}(?P<day>{_DAY.pattern})")
_OVER_LIST: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^:。]{2,60}$|[^。]{0,40}名单:?$"
)
_PRINTED: Final = re.compile(
    rf"(?P<day>{_DAY.pattern})[ ]{{0,4}}印(?:[ ]{{0,4}}[发制])?(?:\(?共印\d{{1,5}}份\)?)?\.?。?$"
)
_LONGEST_NOTE: Final = 80
# Another office's seal for the one that signs; a note of where the seal goes.
_SEALED: Final = re.compile(r"\((?P<name>[\u4e00-\u9fff]{4,40})代章\)")
_SEAL: Final = re.compile(r"\((?:代章|加?盖?公?章|印章)\)$")
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
        repeated: the same date by those who sign before; it is printed once.
        guess: why it has to be looked at.

    """

    start: int
    end: int
    names: tuple[Line, ...]
    date: Line | None
    day: Coarse | None
    repeated: tuple[Line, ...] = ()
    guess: Guess | None = None

    @property
    def signers(self) -> list[Tracked]:
        """Who signs, each by itself; several may stand side by side in a line."""
        return [name for line in self.names for name in _parted(line)]

    @property
    def issuer(self) -> str:
        """The first who signs, without what is noted of the seal; empty where nobody does."""
        first = plain(self.signers[0].text) if self.names else ""
        if sealed := _SEALED.fullmatch(first):
            return sealed["name"]
        bare = _SEAL.sub("", first)
        return self.signers[0].text[: len(bare)].strip() if bare else ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The signature as it is written."""
        names = [Scalar(name) for name in self.signers]
        day = days.day_scalar(self.day, self.date.text) if self.date and self.day else None
        fields = (*entry("name", one_or_many(names) if names else None), *entry("date", day))
        return (Entry("signature", Fields(fields, self.guess)),)


def rewritten(signed: Signed) -> Iterator[Remark]:
    """Yield how dates are printed otherwise than they stand: 2024年3月1日 for 2024年03月01日.

    What several who sign have each behind their name is printed once.
    """
    for line in signed.repeated:
        yield from dropped("import.ends.day_twice", line.text, line.place)
    if signed.date is None or signed.day is None:
        return
    text, printed = signed.date.text, day_text(signed.day)
    if "".join(text.text.split()) != printed:
        known = [origin for origin in text.origins if origin >= 0]
        params = {"text": text.text, "written": printed}
        start, end = (known[0], known[-1] + 1) if known else (0, 0)
        place = signed.date.place
        yield Remark("import.ends.day", params, start, end, Fate.NORMALISED, place=place)


def signature_of(lines: list[Line], *, closing: bool = False) -> Signed | None:
    """Return the signature at the end of lines; None where nobody signs, and no date stands.

    Args:
        lines: of a text.
        closing: whether they are what closes it, so that names alone can only be a signature.

    """
    several = _several(lines)
    if several and len(several.days) == 1:
        start, end, names, dates = several
        return Signed(start, end, names, dates[-1], several.days.pop(), dates[:-1])
    found = _dated(lines) or _undated(lines, closing=closing) or _before_annexes(lines)
    # A notice has one date: what others signed on another day stays before it, word for word.
    return (
        found._replace(guess=guessed("import.guess.ends.signers")) if found and several else found
    )


def _dated(lines: list[Line]) -> Signed | None:
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
    return None


class _Block(NamedTuple):
    """Lines of several who sign, each with a date: from ``start`` to before ``end``."""

    start: int
    end: int
    names: tuple[Line, ...]
    dates: tuple[Line, ...]

    @property
    def days(self) -> set[Coarse | None]:
        """Their days."""
        return {days.read_day(each.text.text) for each in self.dates}


def _several(lines: list[Line]) -> _Block | None:
    """Return the last lines of several who sign with a date each, below or beside one another."""
    last = len(lines) - 1
    ends = None
    while last >= 0 and len(lines) - last < _BEHIND and not (ends := _pieces(lines[last])):
        last -= 1
    if not ends or not ends[1]:
        return None
    names: list[Line] = []
    dates: list[Line] = []
    at = last
    while at >= 0 and last - at < 2 * _MOST_NAMES and (found := _pieces(lines[at])):
        names[:0], dates[:0] = found
        at -= 1
    if len(names) != len(dates) or len(names) < 2:
        return None
    return _Block(at + 1, last + 1, tuple(names), tuple(dates))


def _pieces(line: Line) -> tuple[list[Line], list[Line]] | None:
    """Return the offices and the dates of a line that holds nothing else; None of others."""
    if len(line.plain) > _LONGEST_LINE or line.table is not None:
        return None
    names: list[Line] = []
    dates: list[Line] = []
    at = 0
    for match in (*_DAY.finditer(line.plain), None):
        between = line.part(at, match.start() if match else None)
        if between.plain:
            parts = [line_of(text, line.look, line.place) for text in _parted(between)]
            if not all(_is_name(part) for part in parts):
                return None
            names.extend(parts)
        if match:
            date = line.part(*match.span())
            if days.read_day(date.text.text) is None:
                return None
            dates.append(date)
            at = match.end()
    return (names, dates) if names or dates else None


def printed_on(lines: Iterable[str]) -> Coarse | None:
    """Return the day on which an office says that it printed the paper; the last, if several.

    Args:
        lines: with half-width signs, those that were left out as the office's own notes, too.

    """
    found: Coarse | None = None
    for line in lines:
        match = _PRINTED.search(line) if len(line) <= _LONGEST_NOTE else None
        found = (match and days.read_day(match["day"])) or found
    return found


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


def _undated(lines: list[Line], *, closing: bool) -> Signed | None:
    """Return the names with which lines end, where nothing but names can be meant."""
    start, names = _names(lines, len(lines))
    if not names or not (start or closing):
        return None
    before = lines[start - 1].plain[-1:] if start else "。"
    sure = (
        before in {"。", "!"}
        or (closing and before.isascii() and before.isalnum())
        or names[-1].look.aligned == "right"
        or re.match("中共|.{2,20}(?:党组|委员会)$", names[-1].plain)
    )
    return Signed(start, len(lines), names, None, None) if sure else None


def _names(lines: list[Line], end: int) -> tuple[int, tuple[Line, ...]]:
    start = end
    while start and end - start <= _MOST_NAMES and _is_name(lines[start - 1]):
        start -= 1
    listed = bool(start) and bool(_OVER_LIST.match(lines[start - 1].plain))
    if end - start > (1 if listed else _MOST_NAMES):
        # Names under a heading are its text, and so are very many: the last alone signs.
        start = end - 1
    return start, tuple(lines[start:end])


def _is_name(line: Line) -> bool:
    if _SEALED.fullmatch(line.plain):
        return True
    return line.is_office and not _NO_OFFICE.search(line.plain)
