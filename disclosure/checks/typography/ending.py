"""typography.ending: a paragraph of sentences ends with a mark that ends a sentence.

Good: 开展学习，健全制度，强化监督。
Good: 责任领导：党委委员、副局长、应急办主任
Good: 全市各乡镇教学点无线网络全覆盖
Bad: 开展学习，健全制度，
Bad: 召开会议3次。制定方案，健全制度，整改任务全部完成
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.values import Role

_HAN_END = re.compile(r"[\u4e00-\u9fff%％\d]$")
_STOP = re.compile(r"[。！？；]")
# A label and what it says are no sentence, nor is what is signed and dated.
_LABELLED = re.compile(r"[\u4e00-\u9fff（）\d、.．]{1,14}：[^。；！？]*")
_SIGNED = re.compile(r"(?:\d[日号页]?|[局府会院部委厅室办社心处司组摄]|附件?[\d：].*)$")
# 一、抢抓机遇，走在前列: one sentence behind a number heads what follows.
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；！？]{1,60}"
)
_CLAUSES = 2
_SHORTEST = 25
_SHORT = 12
_LONG = 36
_ENOUGH = 5
_NEARLY_ALL = 0.8


def _check(context: NoticeContext) -> Iterator[Finding]:
    strict = _ends_its_paragraphs(context)
    for piece in context.prose:
        text = piece.text.rstrip()
        if piece.role not in {Role.PROSE, Role.ITEM} or not text:
            continue
        # A clause of a few words in a list is a heading in itself.
        if text[-1] in "，、," or (_HAN_END.search(text) and _is_prose(text, strict=strict)):
            yield in_piece(piece, len(text) - 1, len(text), text=text[-6:])


def _ends_its_paragraphs(context: NoticeContext) -> bool:
    """Say whether nearly every long paragraph of a notice ends as it should."""
    texts = [
        piece.text.rstrip() for piece in context.prose if piece.role in {Role.PROSE, Role.ITEM}
    ]
    long = [text for text in texts if len(text) > _LONG]
    ended = sum(not (_HAN_END.search(text) or text[-1] in "，、,") for text in long)
    return len(long) >= _ENOUGH and ended >= _NEARLY_ALL * len(long)


def _is_prose(text: str, *, strict: bool) -> bool:
    """Say whether a text is sentences: one that has ended before, or clauses enough.

    Args:
        text: a paragraph without its mark.
        strict: the other paragraphs of the notice have theirs: a clause is enough.

    """
    if _LABELLED.fullmatch(text) or _HEADING.fullmatch(text):
        return False
    last = _STOP.split(text)[-1]
    if len(last) != len(text):
        return len(last) > _SHORT and "，" in last and not _SIGNED.search(last)
    if strict and len(text) > _LONG:
        return "，" in text and not _SIGNED.search(text)
    return len(text) > _SHORTEST and text.count("，") > _CLAUSES and not _SIGNED.search(text)


RULE = Rule("typography.ending", Level.WARNING, "GB/T 15834—2011 4.1", __doc__, _check)
