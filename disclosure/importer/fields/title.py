"""The title, in one line or several, and what stands before it."""

import re
from typing import Final, NamedTuple

from disclosure.importer.fields.head_labels import FURNITURE, read_labels
from disclosure.importer.fields.lines import Line
from disclosure.importer.tracked import Tracked
from disclosure.zh.width import fold_gap

NUMBER: Final = re.compile(
    r"[(\[]?\s?(?P<number>[\u4e00-\u9fffA-Za-z]{1,20}\s?[〔\[(【]\s?(?:19|20)\d{2}\s?[〕\])】]"
    r"\s?第?\s?\d{1,5}(?:-\d{1,3})?\s?号)\s?[)\]]?",
)
_LETTERHEAD: Final = re.compile(r"[\u4e00-\u9fff\s（）()]{4,40}文\s?件")
_KIND: Final = re.compile(
    r"(?:通报|公示|公告|报告|通知|函|意见|方案|决定|决议|办法|规定|细则|批复|请示|纪要|说明|情况|公开|启事"
    r"|倡议书|公开信|清单|台账|要点|总结|计划|条例|预案|规划|问题|结果|信息|回复|答复|解读|名单|年报|决算|预算"
    r"|讲话|致辞|指南|标准|通告|命令|议案|建议|提案|章程|守则|制度|规则|措施|公报|落实|整改|工作)"
    r"(?:[（(【\[][^）)】\]]{1,40}[）)】\]])?[”》]?$"
)
# With these a line of a title can end before the title does: 关于落实…反馈意见 / 整改情况的通报.
_WEAK: Final = re.compile(
    r"(?:意见|问题|工作|落实|整改|措施|制度|情况|规定|决定|计划|方案|结果|信息)$"
)
_SENTENCE: Final = re.compile(r"[。；，、：;,:]$")
_SUBTITLE: Final = re.compile(r"[—－-]{1,3}|―|[（(].*[）)]$")
_BRACKETED: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LONGEST: Final = 100
_SHORT: Final = 40
_MOST: Final = 6


class Title(NamedTuple):
    """What was found at the head of a text.

    Attributes:
        text: the title; None where none was found.
        before: lines before it that are no title.
        after: lines behind it.
        dropped: letterhead and furniture before it.

    """

    text: Tracked | None
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    dropped: tuple[Line, ...] = ()


def read_title(lines: list[Line]) -> Title:
    """Return the title, joined from its lines with nothing between them, as Han text is."""
    before: list[Line] = []
    left: list[Line] = []
    at = 0
    while at < len(lines) and (kind := _before_title(lines, at)):
        (left if kind == "dropped" else before).append(lines[at])
        at += 1
    end = _end_of_title(lines, at)
    if end == at + 1 and _is_parted(lines, at):
        # The number stands between the office and what it is about.
        before.append(lines.pop(end))
        end = _end_of_title(lines, at)
    if end == at:
        return Title(None, tuple(before), tuple(lines[at:]), tuple(left))
    title = lines[at].text
    for line in lines[at + 1 : end]:
        title += Tracked.made(fold_gap(title.text, line.text.text)) + line.text
    return Title(title, tuple(before), tuple(lines[end:]), tuple(left))


def is_complete(title: str) -> bool:
    """Say whether a title names a kind of text at its end: …的通报."""
    return bool(_KIND.search("".join(title.split())))


def is_subtitle(text: str) -> bool:
    """Say whether a line below a title begins with a dash, or stands in brackets."""
    return bool(_SUBTITLE.match(text))


def _before_title(lines: list[Line], at: int) -> str:
    line = lines[at]
    if FURNITURE.fullmatch(line.plain):
        return "dropped"
    if NUMBER.fullmatch(line.plain) or read_labels(line, loose=True):
        return "kept"
    following = lines[at + 1 : at + 3]
    if _LETTERHEAD.fullmatch(line.plain) and any(
        NUMBER.fullmatch(each.plain) for each in following
    ):
        return "dropped"
    return ""


def _is_parted(lines: list[Line], at: int) -> bool:
    return (
        at + 2 < len(lines)
        and lines[at].is_office
        and bool(NUMBER.fullmatch(lines[at + 1].plain))
        and lines[at + 2].plain.startswith("关于")
        and is_complete(lines[at + 2].text.text)
    )


def _may_be_title(line: Line) -> bool:
    return not (
        len(line.plain) > _LONGEST
        or (_SENTENCE.search(line.text.text) and not _is_stopped(line))
        or line.text.text[0] in "：，。；、"
        or "。" in line.plain[:-1]
        or NUMBER.fullmatch(line.plain)
        or FURNITURE.fullmatch(line.plain)
        or read_labels(line, loose=False)
    )


def _is_stopped(line: Line) -> bool:
    """Say whether a full stop was typed behind a title."""
    said = line.text.text
    if not said.endswith("。") or len(said) > _SHORT or "，" in said:
        return False
    return is_complete(said[:-1]) and not _WEAK.search(said[:-1])


def _end_of_title(lines: list[Line], at: int) -> int:
    """Return behind which line the title ends; ``at`` where none begins there."""
    if at == len(lines) or not _may_be_title(lines[at]) or _BRACKETED.fullmatch(lines[at].plain):
        return at
    end = at + 1
    said = lines[at].text.text
    while end < min(len(lines), at + _MOST) and _goes_on(lines, at, end, said):
        said += lines[end].text.text
        end += 1
    return end


def _goes_on(lines: list[Line], first: int, at: int, said: str) -> bool:
    line, before = lines[at], lines[at - 1]
    apart = line.in_table != lines[first].in_table
    if (
        apart
        or not _may_be_title(line)
        or (_SUBTITLE.match(line.plain) and line.text.text[0] not in "（(")
    ):
        return False
    if line.paragraph == lines[first].paragraph and not is_complete(said):
        return True
    one_look = line.look.aligned == "center" and line.look == before.look and bool(line.look.size)
    if _WEAK.search(said) and is_complete(line.text.text) and not is_subtitle(line.plain):
        return len(line.plain) <= _SHORT and not _WEAK.search(line.text.text)
    if is_complete(said):
        # Only what looks like the title, and ends in a kind of text as well, goes on with one.
        return one_look and is_complete(line.text.text) and not is_subtitle(line.plain)
    if is_subtitle(line.plain):
        return False
    # It has to come to an end within the next lines.
    rest = said
    for number, each in enumerate(lines[at : first + _MOST]):
        if not _may_be_title(each) or (number and is_subtitle(each.plain)):
            break
        rest += each.text.text
        if len(rest) > _LONGEST:
            break
        if is_complete(rest):
            return True
    return False
