"""structure.restated: what the text states and what ``declared`` says are the same.

Good::
    declared: {problems: 1, measures: 3}
    lead: 针对巡察反馈的1个问题，制定整改措施3条。
    sections: [{title: 甲, outcomes: 已改。}]
Bad::
    declared: {problems: 1, measures: 3}
    lead: 针对巡察反馈的1个问题，制定整改措施4条。
    sections: [{title: 甲, outcomes: 已改。}]
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.stated_counts import stated_counts
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_MEASURES = re.compile(
    r"(?:制定|细化|提出|明确)了?(?:(?P<a>\d+)[条项]整改措施|整改措施(?P<b>\d+)[条项])"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    declared = context.notice.declared
    if declared.measures is not None:
        for piece in context.prose:
            for match in _MEASURES.finditer(piece.text):
                if int(match["a"] or match["b"]) != declared.measures:
                    yield in_piece(
                        piece,
                        match.start(),
                        match.end(),
                        text=match[0],
                        declared=str(declared.measures),
                    )
    # Where the tree can be counted, structure.stated says it.
    if (
        declared.problems is not None
        and not context.outline.problems
        and not context.outline.partial
    ):
        for stated in stated_counts(context):
            if stated.problems != declared.problems:
                text = stated.piece.text[stated.start : stated.end]
                yield in_piece(
                    stated.piece,
                    stated.start,
                    stated.end,
                    text=text,
                    declared=str(declared.problems),
                )


RULE = Rule("structure.restated", Level.ERROR, "通报自身", __doc__, _check)
