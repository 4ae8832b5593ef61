"""timeline.year: a month and day stand where the reader knows of which year.

A day that has been in the year of publication is one of that year; a later one, told without
its year, is not.

Good: 2021年9月27日，成功举办推介会。
Good: 2月10日，召开动员会。
Good: 计划12月31日前完成。
Good: 每年9月27日为宣传日。
Good::
    sections: [{title: 工作, body: [2021年9月20日，制定方案。, 9月27日，召开动员会。]}]
Bad: 9月27日，成功举办推介会。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.dates import DateText
from disclosure.checks.reading.quantities import sentence_bounds
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.model.faults import Path

# 每年9月27日, 当年9月 and 次年3月 say which year they mean; 今天（9月27日） is the day itself.
_SAYS = re.compile(
    r"(?:每年|当年|同年|次年|今年|去年|本年|上年|前年|明年|翌年|年度|[今昨明][天日晚晨]|当[日天晚]|年)(?:的|，|[（(])?$"
)
_YEAR = re.compile(r"\d{4}\s?年|[〔﹝\[（(]\d{4}[〕﹞\]）)]|\d{4}[-./]\d")
_PLANNED = re.compile(
    r"预计|计划|拟|力争|确保|将|时限|期限|截止(?!(?:至|到)?\d)|施行|实施|生效|前(?:完成|报)|应|定于|每|放假|假期|节(?!约)"
)
_NEAR = 24


def _check(context: NoticeContext) -> Iterator[Finding]:
    published = context.notice.published
    if published is None or _YEAR.search(context.notice.title):
        return
    section: Path = ()
    known = before_known = False
    at = 0
    dated = context.dates
    for piece in context.prose:
        path = piece.node.path if piece.node else piece.path[:1]
        if path != section:
            # The heading or the paragraph above, just before, may name the year, too.
            known = before_known and path[: len(section)] == section
            section = path
        before_known = _YEAR.search(piece.text) is not None
        if at < len(dated) and dated[at][0] is piece:
            found = None if known else _unclear(piece.text, dated[at][1])
            at += 1
            if found and (found.month, found.day) > (published.month, published.day):
                text = piece.text[found.start : found.end]
                yield in_piece(piece, found.start, found.end, text=text)
        known = known or before_known


def _unclear(text: str, dates: tuple[DateText, ...]) -> DateText | None:
    """Return the first date whose year nothing in the text tells; the others follow from it."""
    for found in dates:
        if found.year or not (found.month and found.day):
            continue
        if _YEAR.search(text, 0, found.start) or _YEAR.search(text[found.end : found.end + _NEAR]):
            return None
        start, end = sentence_bounds(text, found.start)
        clear = _SAYS.search(text[max(0, found.start - 5) : found.start])
        if clear or text[found.end : found.end + 1] in {"起", "前"}:
            continue
        if not _PLANNED.search(text, start, end):
            return found
    return None


RULE = Rule("timeline.year", Level.INFO, "GB/T 15835—2011 5.1.4", __doc__, _check)
