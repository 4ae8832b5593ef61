"""names.title_marks: a document that is issued stands between 《 and 》.

Good: 印发《关于进一步规范信息报送工作的通知》。
Bad: 印发关于进一步规范信息报送工作的通知。
Bad: 印发<整改工作方案>。
"""

import re
from collections.abc import Iterator
from typing import Final

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_KINDS: Final = (
    "条例|规定|办法|意见|方案|通知|准则|细则|制度|规则|章程|纲要|决定|报告|公告|通报|规划|计划"
    "|清单|函|法"
)
_BARE = re.compile(
    r"(?:印发|出台|修订|转发|下发|制定印发|修订完善)了?关于[^《》，。；“”]{4,40}"
    r"的(?:通知|意见|方案|办法|规定|函|报告|细则)(?=[，。；、])"
)
# Signs of less and more, or the marks that belong inside 《》.
_ANGLED = re.compile(
    rf"[<＜〈](?P<title>[^<>＜＞〈〉《》，。；]{{3,40}}(?:{_KINDS})(?:[（(][^）)]{{2,6}}[）)])?)[>＞〉]"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        for match in _BARE.finditer(piece.text):
            yield in_piece(piece, match.start(), match.end(), text=match[0])
        for match in _ANGLED.finditer(piece.text):
            before = piece.text[: match.start()]
            if before.count("《") <= before.count("》"):
                yield in_piece(piece, match.start(), match.end(), text=match["title"])


RULE = Rule("names.title_marks", Level.WARNING, "GB/T 15834—2011 4.15.3.1", __doc__, _check)
