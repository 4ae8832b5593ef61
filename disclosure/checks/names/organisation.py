"""names.organisation: the unit's own name has not lost, won or swapped a character.

Good::
    issuer: 中共泾县招商合作服务中心党组
    lead: 印发《中共泾县招商合作服务中心党组整改方案》。
Good::
    issuer: 中共青山县财政局党组
    lead: 青山县财政局会同青山县民政局联合发文。
Bad::
    issuer: 中共泾县招商合作服务中心党组
    lead: 印发《中共泾县招商合服务中心党组整改方案》。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.known_names import known_names
from disclosure.checks.reading.near_misses import find_near
from disclosure.checks.reading.slips import is_slip
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role


def _check(context: NoticeContext) -> Iterator[Finding]:
    names = known_names(context)
    near = {
        id(place.piece)
        for name in names
        for found in find_near(name, context.every.text)
        if (place := context.every.place(found.start, found.end))
    }
    for piece in context.pieces:
        if id(piece) not in near:
            continue
        named = piece.path[-1] in {"name", "address"} or "lines" in piece.path
        if piece.role is not Role.CONTACT or named:
            yield from _in_one(piece, names)


def _in_one(piece: PrintedText, names: tuple[str, ...]) -> Iterator[Finding]:
    reported: list[tuple[int, int]] = []
    for name in names:
        for near in find_near(name, piece.text):
            text = piece.text[near.start : near.end]
            # A longer name has said it, or the slip is part of another known name.
            if any(start < near.end and near.start < end for start, end in reported):
                continue
            if any(text in other for other in names):
                continue
            # 局党委 in full is 局委员会; another office is no slip.
            if name.endswith("党委") and piece.text.startswith("委员会", near.end - 1):
                continue
            if not is_slip(text, name, certain=True):
                continue
            reported.append((near.start, near.end))
            yield in_piece(piece, near.start, near.end, text=text, name=name)


RULE = Rule(
    "names.organisation", Level.ERROR, "国办秘函〔2019〕19号（严重表述错误）", __doc__, _check
)
