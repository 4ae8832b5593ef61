"""typography.lost_stop: a sentence ends with its mark before the next one begins.

Good: 整改任务全面完成。下一步将巩固成果。
Good: 对下一步将开展的工作提出要求，研究下一步工作。
Bad: 整改任务全面完成下一步将巩固成果。
Bad: 一是学文件二是查问题三是抓整改。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_HAN = "\u4e00-\u9fff"
# With these words a sentence begins; what stands before may take them in: 对下一步将….
_OPENS = re.compile(
    rf"(?<=[{_HAN}]{{2}})(?<![的地得对在为与和及就将把是到向从由以按给让使有于照其据而且并故但因若如则或该本此各至])"
    r"(?:下一步(?:将|我[局县委校院们]|，)|截至目前，|与此同时，|此外，|综上所述，|首先，|其次，)"
)
_SECOND = re.compile(
    rf"(?<=[{_HAN}])(?<![其第之些十一二三四五六七八九百])(?:二|三|四|五)是(?=[{_HAN}])"
)


# What a sentence ends with: a verb, an adjective, a set phrase; and 了 (ul).
_DOES = frozenset("valiu")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        if "，" in text or "下一步" in text:
            for match in _OPENS.finditer(text):
                # 我镇下一步将…: the one who does it may stand before.
                if context.words(text).covering(match.start() - 1).tag[0] in _DOES:
                    shown = match[0].rstrip("，")
                    yield in_piece(piece, match.start(), match.start() + len(shown), text=shown)
        first = text.find("一是")
        if first >= 0:
            for match in _SECOND.finditer(text, first + 2):
                yield in_piece(piece, match.start(), match.end(), text=match[0])


RULE = Rule("typography.lost_stop", Level.WARNING, "GB/T 15834—2011 4.1", __doc__, _check)
