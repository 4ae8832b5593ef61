"""typography.bare_year: a year is followed by 年.

Four digits may as well be a number (2000例) or begin a name (2022世界VR产业大会): they are a
year where what follows can only follow a year.

Good: 总结2021年意识形态工作开展情况。
Good: 救治患者2000例，举办2022产业博览会，实施“2030先锋工程”。
Bad: 总结2021意识形态工作开展情况。
Bad: 2022上半年完成整改。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# A part of the year, or what is planned, reported and paid by the year.
_BEHIND = (
    r"(?:全年|[上下]半年|[一二三四1-4]季度|第[一二三四]季度|底(?!价|线|数|图|座|层|部)|度(?!假|数|电)|以来|之前|以前|以后|期间"
    r"|党风廉政|党建|意识形态|政府工作报告|部门[预决]算|财政[预决]算|工作(?:总结|计划|要点|报告|情况|任务)"
    r"|民主生活会|组织生活会|\d{1,2}月(?:份|底|初|末|至|，|。|\d{1,2}日))"
)
_YEAR = re.compile(rf"(?<![\d.A-Za-z—～~〔（(\[-])(?:19|20)\d{{2}}(?={_BEHIND})")
_DAY = re.compile(r"(?<![\d.A-Za-z])(?:19|20)\d{2}(?=(?:1[0-2]|[1-9])月(?:[1-3]?\d日|底|初|份))")
_QUOTED = re.compile(r"[“《][^“”《》]*$")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        for pattern in (_YEAR, _DAY):
            for match in pattern.finditer(text):
                # What stands in marks is a name: “2030先锋工程”.
                if not _QUOTED.search(text[max(0, match.start() - 60) : match.start()]):
                    yield in_piece(piece, match.start(), match.end(), text=match[0])


RULE = Rule("typography.bare_year", Level.WARNING, "GB/T 15835—2011 5.1.4", __doc__, _check)
