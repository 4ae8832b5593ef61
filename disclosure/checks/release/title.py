"""release.title: the title says whose notice it is, about what, and what kind of notice.

Good::
    title: 中共某县某局党组关于巡察整改进展情况的通报
Good::
    title: 某县某局2023年度部门决算公开
Good::
    title: 某县2021年政府信息公开工作年度报告
Good::
    title: 关于拟接收预备党员的公示
Bad::
    title: 整改情况
Bad::
    title: 某县某局召开巡察整改推进会
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_SHORTEST = 8
# 部门决算公开, 年度报告 and the like have titles of their own, without 关于……的.
_TITLE = re.compile(
    r".+(?:通报|公示|公告|通告|通知|报告|年报|情况|说明|公开|公布|公报|决议|决定|意见|批复|函|纪要|办法|规定|细则|条例|制度"
    r"|方案|规划|计划|要点|总结|措施|清单|目录|名单|台账|结果|简介|预算|决算|标准|指南|解读)"
    r"(?:[（(【].*[）)】]|[一二三四五六七八九十]|之[一二三四五六七八九十])?"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    title = context.notice.title
    if len(title) < _SHORTEST or not _TITLE.fullmatch(title):
        yield at_value(("title",), title=title)


RULE = Rule("release.title", Level.INFO, "GB/T 9704—2012 7.3.1", __doc__, _check)
