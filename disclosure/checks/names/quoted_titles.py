"""names.quoted_titles: a document that stands in 《》 does not stand in “ ” elsewhere.

Good: 学习《中国共产党章程》。围绕《中国共产党章程》开展培训。
Bad: 学习《中国共产党章程》。围绕“中国共产党章程”开展培训。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_TITLE = re.compile(r"《([^《》]{4,60})》")
_QUOTED = re.compile(r"“([^“”《》]{4,60})”")
_DOCUMENT = re.compile(
    r"(?:条例|规定|办法|意见|方案|通知|准则|细则|制度|规则|章程|纲要|决定|报告|公告|通报|规范|标准|指引|清单|预案|规划|计划|法)(?:[（(][^）)]{2,6}[）)])?$"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    pieces = [piece for piece in context.whole() if "《" in piece.text or "“" in piece.text]
    titles = {title for piece in pieces for title in _TITLE.findall(piece.text)}
    for piece in pieces:
        for match in _QUOTED.finditer(piece.text):
            if match[1] in titles and _DOCUMENT.search(match[1]):
                yield in_piece(piece, match.start(), match.end(), text=match[1])


RULE = Rule("names.quoted_titles", Level.WARNING, "GB/T 15834—2011 4.15.3.1", __doc__, _check)
