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
from collections.abc import Iterator, Sequence

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.status_counts import counts_of
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.model.faults import Path
from disclosure.model.status import Status

# The longest first: else 已完成 is read of 已完成并长期坚持3个.
_WORDS = "|".join(sorted(Status, key=len, reverse=True))
_STATUS = rf"(?P<status>{_WORDS})(?:整改)?(?:的)?(?:问题)?(?:有)?"
_TOTAL = re.compile(rf"{_STATUS}(?P<count>\d{{1,4}})[个项]")
# One total alone may be of anything: 已完成验收6个.
_FEWEST = 2
_SENTENCE = re.compile(r"[^。！？]+")
_OTHERS = re.compile(r"去年|上年|往年|历年|此前|[上前]一?轮")
_WHOLE = re.compile(
    r"(?P<count>\d{1,4})[个项条](?!方面|大类|类)[\u4e00-\u9fff]{0,6}(?:问题|事项|子项|任务)"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    given = Counter(
        node.section.status
        for node in context.outline.nodes
        if node.problem and node.section.status
    )
    declared = context.notice.declared.statuses
    wanted_total = context.outline.problems
    if context.outline.partial:
        wanted_total = context.notice.declared.problems or 0
    problems = context.outline.problems
    if not problems and not declared:
        return
    everywhere = 0 < sum(given.values()) == problems
    paths = [node.path for node in context.outline.nodes if node.problem]
    for piece in context.prose:
        if _of_a_part(piece.path, paths):
            continue
        for sentence in _SENTENCE.finditer(piece.text):
            found = list(_TOTAL.finditer(piece.text, *sentence.span()))
            total = sum(int(match["count"]) for match in found)
            if len(found) < _FEWEST or _of_others(piece.text, sentence, found, wanted_total):
                continue
            for match in found:
                status, count = Status(match["status"]), int(match["count"])
                # Where not every problem carries its status, ``declared`` says how many there are.
                counts = counts_of(given, status)
                if context.outline.partial:
                    counts = (max(count, min(counts)),)  # others may not be listed
                known = everywhere or any(counts)
                wanted = counts if known else (declared.get(status, count),)
                if count not in wanted:
                    yield in_piece(
                        piece, match.start(), match.end(), text=match[0], found=str(wanted[0])
                    )
            if wanted_total and total != wanted_total:
                yield in_piece(
                    piece,
                    found[0].start(),
                    found[-1].end(),
                    text=f"{'＋'.join(match['count'] for match in found)}＝{total}",
                    found=str(wanted_total),
                )


def _of_a_part(path: Path, problems: Sequence[Path]) -> bool:
    """Whether a text stands under a problem, or above some of them only."""
    if any(path[: len(problem)] == problem for problem in problems):
        return True
    starts = [at for at, step in enumerate(path) if step == "sections"]
    section = path[: starts[-1] + 2] if starts else ()
    below = sum(problem[: len(section)] == section for problem in problems)
    return 0 < below < len(problems)


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
