"""structure.stated: the text counts what the inspectors found, and the tree holds as many.

Good::
    lead: 巡察组反馈了1个方面2个问题。
    sections:
      - {title: 党建方面, sections: [{title: 甲, outcomes: 已改。}, {title: 乙, outcomes: 已改。}]}
Good::
    declared: {problems: 58, listed: 1}
    lead: 巡察组反馈了3个方面58个问题。
    sections: [{title: 甲, outcomes: 已改。}]
Good::
    lead: 去年巡察组反馈的5个问题均已整改。
    sections: [{title: 甲, outcomes: 巡察反馈该问题中有3个具体问题。}]
Bad::
    declared: {problems: 58, listed: 1}
    lead: 巡察组反馈了3个方面57个问题。
    sections: [{title: 甲, outcomes: 已改。}]
Bad::
    lead: 巡察组反馈了1个方面3个问题。
    sections:
      - {title: 党建方面, sections: [{title: 甲, outcomes: 已改。}, {title: 乙, outcomes: 已改。}]}
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.stated_counts import levels_above_problems, stated_counts
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    outline = context.outline
    kinds = tuple(count for count in (outline.categories, outline.aspects) if count)
    levels = levels_above_problems(outline)
    fitting = {kinds, *(levels[at : at + 2] for at in range(len(levels))), *((n,) for n in levels)}
    fitting |= {(count,) for count in kinds}
    total = outline.problems
    if outline.partial:
        total = context.notice.declared.problems or 0
    for stated in stated_counts(context):
        # Where not all is listed, only the total is known, from ``declared``.
        good = not stated.groups or stated.groups in fitting or outline.partial
        if total and (stated.problems != total or not good):
            found = "、".join(map(str, (*(() if outline.partial else kinds or levels), total)))
            yield in_piece(
                stated.piece,
                stated.start,
                stated.end,
                text=stated.piece.text[stated.start : stated.end],
                found=found,
            )


RULE = Rule("structure.stated", Level.ERROR, "通报自身", __doc__, _check)
