"""structure.statuses: totals by status agree with the statuses given and with the problems.

Only a text that stands above the problems speaks of all of them, and of its sentences those
that give no other whole: what is told under a problem is of its own parts (4个子项).

Good::
    lead: 反馈的2个问题已完成1个，正在整改1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 在改。, status: 正在整改}
Good::
    lead: 反馈的2个问题已完成1个，已完成并长期坚持1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 已改。, status: 已完成并长期坚持}
Good::
    lead: 反馈的3个问题已完成2个，未完成1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 已改。, status: 已完成并长期坚持}
      - {title: 丙, outcomes: 在改。, status: 未完成}
Good::
    declared: {problems: 3, listed: 1}
    lead: 反馈的3个问题已完成2个，正在整改1个。
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
Good::
    lead: 反馈的1个问题有3个子项。
    sections: [{title: 甲, outcomes: 3个子项中，已完成2个，正在整改1个。, status: 基本完成}]
Good::
    lead: 去年反馈的5个问题已完成3个，正在整改2个。
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
Bad::
    lead: 反馈的2个问题部分完成1个，阶段性完成1个。
    sections:
      - {title: 甲, outcomes: 在改。, status: 未完成}
      - {title: 乙, outcomes: 在改。, status: 阶段性完成}
Bad::
    lead: 反馈的2个问题已完成2个，正在整改1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 在改。, status: 正在整改}
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.scope import of_a_part, problem_paths
from disclosure.checks.reading.status_counts import counts_of
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.model.status import Status

# The longest first: else 已完成 is read of 已完成并长期坚持3个.
_WORDS = "|".join(sorted(Status, key=len, reverse=True))
_STATUS = rf"(?P<status>{_WORDS})(?:整改)?(?:的)?(?:问题)?(?:有)?"
_TOTAL = re.compile(rf"{_STATUS}(?P<count>\d{{1,4}})[个项]")
# One total alone may be of anything: 已完成验收6个.
_FEWEST = 2
_SENTENCE = re.compile(r"[^。！？]+")
_OF_PROBLEMS = re.compile("问题|反馈|巡[察视]|任务|事项|整改")
_OTHERS = re.compile(r"去年|上年|往年|历年|此前|[上前]一?轮")
_WHOLE = re.compile(
    r"(?P<count>\d{1,4})[个项条](?!方面|大类|类)[\u4e00-\u9fff]{0,6}(?:问题|事项|子项|任务)"
)


class _Known(NamedTuple):
    """What the data say of the states of the problems.

    Attributes:
        given: problems by the status they carry.
        everywhere: every problem carries one.
        declared: totals that the notice declares.
        partial: others are not listed.
        total: how many problems there are; 0 where that is not known.

    """

    given: Counter[Status]
    everywhere: bool
    declared: Mapping[Status, int]
    partial: bool
    total: int


def _check(context: NoticeContext) -> Iterator[Finding]:
    outline, declared = context.outline, context.notice.declared
    problems = [node for node in outline.nodes if node.problem]
    if not problems and not declared.statuses:
        return
    given = Counter(node.section.status for node in problems if node.section.status)
    known = _Known(
        given,
        0 < sum(given.values()) == outline.problems,
        declared.statuses,
        outline.partial,
        (declared.problems or 0) if outline.partial else outline.problems,
    )
    paths = problem_paths(outline)
    for piece in context.prose:
        for sentence in _SENTENCE.finditer(piece.text):
            found = list(_TOTAL.finditer(piece.text, *sentence.span()))
            if len(found) < _FEWEST or not _OF_PROBLEMS.search(sentence[0]):
                continue
            others = _of_others(piece.text, sentence, found, known.total)
            if not others and not of_a_part(piece.path, paths):
                yield from _wrong(piece, found, known)


def _wrong(piece: PrintedText, found: Sequence[re.Match[str]], known: _Known) -> Iterator[Finding]:
    for match in found:
        status, count = Status(match["status"]), int(match["count"])
        # Where not every problem carries its status, ``declared`` says how many there are.
        counts = counts_of(known.given, status)
        if known.partial:
            counts = (max(count, min(counts)),)  # others may not be listed
        sure = known.everywhere or any(counts)
        wanted = counts if sure else (known.declared.get(status, count),)
        if count not in wanted:
            yield in_piece(piece, match.start(), match.end(), text=match[0], found=str(wanted[0]))
    total = sum(int(match["count"]) for match in found)
    if known.total and total != known.total:
        yield in_piece(
            piece,
            found[0].start(),
            found[-1].end(),
            text=f"{'＋'.join(match['count'] for match in found)}＝{total}",
            found=str(known.total),
        )


def _of_others(
    text: str, sentence: re.Match[str], found: Sequence[re.Match[str]], wanted: int
) -> bool:
    """Whether a sentence speaks of another year, or gives a whole that is not the notice's."""
    if _OTHERS.search(sentence[0]):
        return True
    wholes = {
        int(whole["count"])
        for whole in _WHOLE.finditer(text, *sentence.span())
        if not any(match.start() <= whole.start() < match.end() for match in found)
    }
    return bool(wholes) and wanted not in wholes


RULE = Rule("structure.statuses", Level.ERROR, "通报自身", __doc__, _check)
