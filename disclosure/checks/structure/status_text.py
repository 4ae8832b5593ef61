"""structure.status_text: what is said of a problem does not contradict its status.

Good::
    sections: [{title: 甲, outcomes: 已全部整改到位。, status: 已完成}]
Good::
    sections: [{title: 甲, outcomes: 已整改到位，后续正在推进。, status: 已完成并持续整改}]
Good::
    sections: [{title: 甲, outcomes: 该问题尚未完成整改。, status: 正在整改}]
Good::
    sections: [{title: 甲, outcomes: 对未完成整改的继续督办。问题2已完成整改。, status: 正在整改}]
Good::
    sections: [{title: 甲, outcomes: 尚未全部整改到位。, status: 部分完成}]
Good::
    sections: [{title: 甲, outcomes: 纠正“已完成整改”的错误认识。, status: 正在整改}]
Good::
    sections: [{title: 甲, measures: [开展培训。已完成。, 修订制度。], status: 正在整改}]
Good::
    sections: [{title: 甲, measures: [{text: 开展培训。, mark: 一是}, 已完成。], status: 正在整改}]
Good::
    sections:
      - title: 甲
        measures: {text: 各镇：, items: [正在整改。, 已完成整改。]}
        status: 正在整改
Good::
    sections:
      - {title: 甲, measures: [{text: 分步。, closing: 已全部完成。}, 修订。], status: 正在整改}
Good::
    sections: [{title: 甲, outcomes: 3个村的台账已全部完成。制度正在修订。, status: 正在整改}]
Good::
    unprinted: status
    sections: [{title: 甲, outcomes: 该问题已完成整改并长期坚持。, status: 已完成并长期坚持}]
Bad::
    sections: [{title: 甲, outcomes: 管网正在施工。, status: 已完成并长期坚持}]
Bad::
    sections: [{title: 甲, outcomes: 已全部整改到位。, status: 正在整改}]
Bad::
    unprinted: status
    sections: [{title: 甲, content: [{answer: {text: 该问题已完成整改。}}], status: 基本完成}]
Bad::
    sections: [{title: 甲, measures: [开展培训。, 目前，该问题已完成整改。], status: 正在整改}]
Bad::
    sections: [{title: 甲, outcomes: 经过督促，已全部整改到位。后续继续巩固。, status: 正在整改}]
Bad::
    sections: [{title: 甲, outcomes: 进度98%。已完成。, status: 阶段性完成}]
Bad::
    sections: [{title: 甲, outcomes: 目前，该问题已完成整改并长期坚持。, status: 已完成}]
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.said_status import is_quoted, names_no_part, said_statuses
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.blocks import Answer, Heading, Paragraph
from disclosure.document.document import Document
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.model.faults import Path
from disclosure.model.status import GOES_ON, Status

_OPEN = re.compile(
    r"(?:尚未|还未|仍未|未能)(?:完成|整改|到位|验收|办结)|正在(?:整改|推进|施工|办理|进行)"
    r"|预计.{0,16}完成|待.{1,12}后(?:组织)?(?:验收|完成|整改)"
)
_CLOSED = re.compile(
    r"(?<![未没不有])(?:已)?(?:全部|均已|全面)(?:整改)?(?:到位|完成|办结|整改完毕|完成整改)"
    r"|已完成整改(?!的)|已整改(?:到位|完毕)(?!的)"
)
# 问题2已完成整改: of another one.
_OTHER = re.compile(r"其[他它余]|另[一外有]|上[一轮次年]|前期|问题[0-9一二三四五六七八九十]|个问题")
_FARTHEST = 100  # a sentence that is longer tells of more than one thing
_DONE = {Status.DONE, Status.CLOSED}
_UNDONE = {Status.IN_PROGRESS, Status.UNFINISHED, Status.NOT_STARTED, Status.IN_HAND}


def _check(context: NoticeContext) -> Iterator[Finding]:
    told = [p for p in context.prose if p.node and p.node.problem and p.node.section.status]
    if not told:
        return
    whole = set(_whole(context.document))
    ends = {
        piece.node.path: piece.path for piece in told if piece.node and piece.role is not Role.CELL
    }
    for piece in told:
        # A heading tells of the time before.
        if piece.path[-1] != "title":
            last = piece.node is not None and ends.get(piece.node.path) == piece.path
            yield from _about(piece, whole=piece.path in whole, last=last)


def _whole(document: Document) -> Iterator[Path]:
    """Yield the paths of texts that are no part of a list, and so may tell of a whole problem."""
    for block in document.blocks:
        match block:
            case Heading() if block.opening:
                yield block.opening.value.path
            case Paragraph():
                yield block.value.path
            case Answer() if not block.is_list:
                yield from (item.value.path for item in block.items)


def _about(piece: PrintedText, *, whole: bool, last: bool) -> Iterator[Finding]:
    status = piece.node.section.status if piece.node else None
    if piece.node is None or status is None:
        return
    # One measure of several may be done before the problem is.
    for said in said_statuses(piece.text, last=whole and last):
        if not said.agrees(status):
            text = piece.text[said.start : said.end]
            yield in_piece(piece, said.start, said.end, text=text, status=str(status))
            return
    # What is done and goes on (已完成并持续整改) may well tell of what is under way.
    is_done = status.state in _DONE and status.ending != GOES_ON
    # Whatever is still open tells of the problem, too; what is closed may be a part of it.
    closed = _CLOSED if whole and status.state in _UNDONE else None
    pattern = _OPEN if is_done else closed
    for match in pattern.finditer(piece.text) if pattern else ():
        before = piece.text[max(0, match.start() - _FARTHEST) : match.start()]
        sentence = re.split("[。；！？]", before)[-1]
        if is_quoted(piece.text, match.start()) or _OTHER.search(sentence):
            continue
        if pattern is _OPEN or names_no_part(sentence):
            yield in_piece(piece, match.start(), match.end(), text=match[0], status=str(status))
            return


RULE = Rule("structure.status_text", Level.WARNING, "通报自身", __doc__, _check)
