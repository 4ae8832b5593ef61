"""The posting period, as in 公示时间：2022年3月1日至3月7日，共7天, word for word."""

import re
from datetime import MAXYEAR, date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from disclosure.importer.draft import Entry, Fields, Scalar
from disclosure.importer.fields import days
from disclosure.importer.fields.lines import Line, entry
from disclosure.importer.tracked import Tracked

_LABEL: Final = re.compile(
    r"(?P<label>(?:公示|公告|公开)(?:的)?(?:起止)?(?:时间|期限|日期|期间|时限|期)"
    r"|受理期限?)[ ]?(?P<colon>:)"
)
_TOLD: Final = re.compile(r"公示(?:期|时间|期限)(?:为|是|从|自)")
_TO: Final = re.compile(r"\s?(?:起)?(?:至|到|[-—－~～]{1,2})\s?")
# 自2024年3月1日起为期45天: both ends are told; working days tell the first one only.
_FROM: Final = re.compile(
    r"\s?起[,，]?\s?(?:为期|公示期?|公布|公开|共计?|持续)?(?:为)?\s?(\d{1,3})个?(工作|自然)?[天日]"
)
_DASHED: Final = re.compile(r"((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})", re.ASCII)


class Posted(NamedTuple):
    """A posting period.

    Attributes:
        end: where its words end in the line.
        entry: as it is written.
        first: its first day, where it is told.

    """

    end: int
    entry: Entry
    first: date | None


def label_in(line: Line) -> int:
    """Return where in a line the label of a posting period begins a sentence; -1 for nowhere."""
    for match in _LABEL.finditer(line.plain):
        at = match.start()
        if at == 0 or line.plain[at - 1] in "。；; ,，":
            return at
    return -1


def read_posting(line: Line) -> Posted | None:
    """Return the posting period with which a line begins, to the end of its sentence."""
    match = _LABEL.match(line.plain)
    if match is None:
        return None
    stop = line.plain.find("。", match.end())
    end = len(line.plain) if stop < 0 else stop + 1
    said = line.text[match.end() : end].strip()
    if not said.text:
        return None
    label = line.text[: match.end("label")]
    colon = line.text[match.end("label") : match.end()]
    if colon.text == ":":
        # Our own colon is another sign.
        label, colon = label + colon, Tracked()
    first, last = _days(line.plain[match.end() : end])
    fields = (
        *entry("label", Scalar(label)),
        *entry("text", Scalar(said)),
        *entry("start", days.day_scalar(first) if first and last else None),
        *entry("end", days.day_scalar(last) if first and last else None),
    )
    said_signs = tuple(sign for sign in (colon,) if sign.text.strip(" "))
    return Posted(end, Entry("posting_period", Fields(fields), said_signs), first)


def _days(text: str) -> tuple[date | None, date | None]:
    dashed = _DASHED.sub(lambda m: f"{m[1]}年{int(m[2])}月{int(m[3])}日", text)
    found = list(days.find_days(dashed))
    for first, last in pairwise(found):
        joint = _TO.match(dashed, first.end)
        if joint and joint.end() == last.start:
            one, other = first.value, last.value
            if isinstance(one, date) and isinstance(other, date):
                if other < one and not last.dated:
                    other = _next_year(other)
                return (one, other) if one <= other else (None, None)
    single = [each.value for each in found if isinstance(each.value, date)]
    if len(found) == 1 and single and (told := _FROM.match(dashed, found[0].end)):
        whole = told[2] != "工作" and int(told[1]) > 0 and single[0].year < MAXYEAR
        return (single[0], single[0] + timedelta(int(told[1]) - 1) if whole else None)
    if (
        len(found) == 1
        and single
        and (joint := re.match(r"(\d{1,2})日", _behind(dashed, found[0].end)))
    ):
        try:
            other = single[0].replace(day=int(joint[1]))
        except ValueError:
            return (None, None)
        return (single[0], other) if single[0] <= other else (None, None)
    return (None, None)


def _next_year(day: date) -> date:
    moved = days.later(day, 1)
    return moved if isinstance(moved, date) else day


def _behind(text: str, at: int) -> str:
    joint = _TO.match(text, at)
    return text[joint.end() :] if joint else ""


def first_posted(lines: list[Line]) -> date | None:
    """Return the first day of the posting period that lines tell; None where they tell none."""
    for line in lines:
        at = label_in(line)
        if at >= 0 and (posted := read_posting(line.part(at))) and posted.first:
            return posted.first
        if told := _TOLD.search(line.plain):
            stop = line.plain.find("。", told.end())
            first, _ = _days(line.plain[told.start() : stop if stop >= 0 else None])
            if first:
                return first
    return None
