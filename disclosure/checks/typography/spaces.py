"""typography.spaces: no space inside a word, a number or a date, nor beside a mark.

Good: 2021年12月10日召开党组会议，收缴党费1920元。
Good: 第二十一条 本办法由县财政局负责解释，自公布之日起施行。
Bad: 2021 年12月10日召开党组会 议，收缴党费1 920元。
"""

import re
from collections.abc import Iterator

from disclosure.checks.reading.words import plain_words, words_in
from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_HAN = "\u4e00-\u9fff"
_OPENING, _CLOSING = "“‘（《〈〔", "，。；：、！？”’）》〉〕"
_BLANK = "[ \u00a0\u3000\t]"
_COUNTED = re.compile(rf"(?<=\d){_BLANK}+(?=[{_HAN}%％])")
_UNIT = re.compile(
    r"年[度底初末]?|月[份底初末]?|日|[%％]|[万亿]?元|[万亿亩名条项件家户处份篇期次号]|个月?|人次?"
    r"|[批场轮]次?"
)
# A number that begins a text, or that of a table, counts an item and not the thing behind it.
_NUMBERING = re.compile(r"(?:^|[^\d.]|[表图之例目号件栏])\d+\.\d+\.\d+$|^[\d.]+$|[表图件栏例]\d+$")
_IN_NUMBER = re.compile(
    rf"(?<=\d[年月]){_BLANK}+(?=\d{{1,2}}[月日])|(?<=[第〔]){_BLANK}+(?=\d)"
    rf"|(?<=[{_HAN}]\d){_BLANK}(?=\d{{3}}[{_HAN}])|(?<=[{_HAN}]\d\d){_BLANK}(?=\d{{3}}[{_HAN}])"
    rf"|(?<=[{_HAN}]\d){_BLANK}(?=\.\d+[%％{_HAN}])|(?<=[{_HAN}]\d\d){_BLANK}(?=\.\d+[%％{_HAN}])"
)
_BESIDE_MARK = re.compile(
    rf"(?<=[{_OPENING}，])[ \u00a0\t]+(?=[{_HAN}\d{_OPENING}])"
    rf"|(?<=[{_HAN}\d{_CLOSING}])[ \u00a0\t]+(?=[{_CLOSING}])"
)
# Behind two characters and before two, or a name or a heading is spaced out: 王 伟, 总 则.
_BETWEEN = re.compile(rf"(?<=[{_HAN}]{{2}})[ \u00a0\t](?=[{_HAN}]{{2}}|[{_HAN}][^ \u00a0\t])")

_MOST_BETWEEN = 2  # more of them are a layout: a list of names, verses, headings in a row


def fix(text: str) -> Iterator[Edit]:
    """Yield spaces that stand for nothing."""
    if not re.search(_BLANK, text):
        return
    found = {match.span() for match in _COUNTED.finditer(text) if _counts(text, match)}
    found |= {match.span() for match in _IN_NUMBER.finditer(text)}
    found |= {match.span() for match in _BESIDE_MARK.finditer(text)}
    between = list(_BETWEEN.finditer(text))
    if len(between) <= _MOST_BETWEEN:
        found |= {match.span() for match in between if _in_a_word(text, match)}
    for start, end in sorted(found):
        yield Edit(start, end, "")


def _in_a_word(text: str, blank: re.Match[str]) -> bool:
    """Say whether a blank between two Chinese characters stands inside one word.

    What it leaves on either side belongs to no other word: 主任 何某 holds no 任何.
    """
    before = re.split(rf"[^{_HAN}]", text[max(0, blank.start() - 20) : blank.start()])[-1]
    behind = re.split(rf"[^{_HAN}]", text[blank.end() : blank.end() + 20])[0]
    if not before or not behind:
        return False
    left, right = plain_words(before)[-1], plain_words(behind)[0]
    broken = len(left) == 1 or len(right) == 1
    return broken and left + right in plain_words(before + behind)


def _counts(text: str, blank: re.Match[str]) -> bool:
    """Say whether a unit stands behind a blank, and what is counted before it."""
    behind = words_in(text[blank.end() : blank.end() + 6]).words[0].text
    return bool(_UNIT.fullmatch(behind)) and not _NUMBERING.search(text[: blank.start()])


RULE = Rule(
    "typography.spaces",
    Level.WARNING,
    "GB/T 15834—2011 5.1；GB/T 15835—2011",
    __doc__,
    mending_check(fix),
    fix,
)
