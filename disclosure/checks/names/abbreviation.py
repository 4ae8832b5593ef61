"""names.abbreviation: the unit is not called by a short name that leaves out its middle.

Good::
    issuer: 中共泾县招商合作服务中心党组
    lead: 县招商合作服务中心召开会议。
Bad::
    issuer: 中共泾县招商合作服务中心党组
    lead: 县招商合作中心召开会议。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.known_names import core_names
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_SHORTEST = 8


def _check(context: NoticeContext) -> Iterator[Finding]:
    for name in core_names(context):
        # Without the place at its head, which short names leave out rightly.
        body = name[2:] if len(name) - 2 >= _SHORTEST else name
        if len(body) < _SHORTEST:
            continue
        short = {body[:at] + body[at + 2 :] for at in range(2, len(body) - 3)}
        for piece in context.prose:
            for form in sorted(short):
                at = piece.text.find(form)
                while at >= 0:
                    yield in_piece(piece, at, at + len(form), text=form, name=body)
                    at = piece.text.find(form, at + 1)


RULE = Rule("names.abbreviation", Level.INFO, "通报自身", __doc__, _check)
