"""typography.repeated_sentences: no sentence and no paragraph stands twice in a notice.

Good: 一是压实责任，主要负责人带头领题整改。二是健全制度，分管负责人逐项督办。
Bad: 一是压实责任，主要负责人带头领题整改。二是压实责任，主要负责人带头领题整改。
Bad::
    sections:
      - title: 整改
        body:
          - 召开党组会议研究整改，制定方案，明确责任领导、责任部门和时限，逐条抓好落实有回音。
          - 健全制度。
          - 召开党组会议研究整改，制定方案，明确责任领导、责任部门和时限，逐条抓好落实有回音。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.model.faults import Path

_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
# 一是, 第二，, （三）, 4.: two sentences differ by their numbers only.
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}(?:是|要|、)|第[一二三四五六七八九十]{1,2}[，、]?|[（(]?[\d一二三四五六七八九十]{1,2}[）).．、]|[①-⑳]|[其首][一二三四次先]，?)"
)
_ARTICLE = re.compile(r"情节|给予.{0,12}处分|^第.{1,6}条|^[^，。]{1,8}：")
_HAN = re.compile("[\u4e00-\u9fff]")
_IN_PARAGRAPH = 10
_PARAGRAPH = 36
_LONG = 80
_SHOWN = 12


def _check(context: NoticeContext) -> Iterator[Finding]:
    seen: set[str] = set()
    before, again = "", False
    parent: Path = ()
    for piece in context.prose:
        if piece.role not in {Role.PROSE, Role.ITEM}:
            continue
        whole = _NUMBER.sub("", piece.text.strip())
        size = len(_HAN.findall(whole))
        # One answer to two problems is told by structure.
        before, parent = (before if parent == piece.path[:-1] else ""), piece.path[:-1]
        if (whole == before and size >= _IN_PARAGRAPH) or whole in seen:
            # A stretch that was pasted twice is told where it begins.
            if not again:
                yield in_piece(piece, 0, len(piece.text), text=piece.text[:_SHOWN])
            again = True
        else:
            again = again and size < _IN_PARAGRAPH
            # Numbered items say the same of several things, articles of several cases.
            free = whole == piece.text.strip() or size >= _LONG
            free = free and not _ARTICLE.search(whole)
            if free and size >= _PARAGRAPH and whole[-1] in "。；！？":
                seen.add(whole)
            yield from _in_paragraph(piece)
        before = whole


def _in_paragraph(piece: PrintedText) -> Iterator[Finding]:
    """Yield the sentences that stand twice in a row in a paragraph."""
    before = ""
    for match in _SENTENCE.finditer(piece.text):
        sentence = _NUMBER.sub("", match[0].strip()).rstrip("。；！？")
        if sentence == before and len(_HAN.findall(sentence)) >= _IN_PARAGRAPH:
            yield in_piece(piece, match.start(), match.end(), text=match[0][:_SHOWN])
        before = sentence


RULE = Rule("typography.repeated_sentences", Level.WARNING, "通报自身", __doc__, _check)
