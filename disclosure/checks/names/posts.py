"""names.posts: a listed leader is named with the post held on the notice's own day.

Good::
    terms:
      leaders:
        - {name: 张建国, post: 县委书记, end: 2021-06-30}
        - {name: 张建国, post: 市委书记, start: 2021-07-01}
    lead: 市委书记张建国到会讲话。
Bad::
    terms:
      leaders:
        - {name: 张建国, post: 县委书记, end: 2021-06-30}
        - {name: 张建国, post: 市委书记, start: 2021-07-01}
    lead: 县委书记张建国到会讲话。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    day = context.notice.dated
    if day is None:
        return
    for leader in context.terms.leaders:
        if leader.holds_on(day):
            continue
        now = [
            one.post
            for one in context.terms.leaders
            if one.name == leader.name and one.holds_on(day)
        ]
        said = leader.post + leader.name
        for piece in context.whole():
            at = piece.text.find(said)
            if at >= 0:
                yield in_piece(
                    piece,
                    at,
                    at + len(said),
                    text=said,
                    day=day.isoformat(),
                    post="、".join(now) or "—",
                )


RULE = Rule("names.posts", Level.WARNING, "本单位词表", __doc__, _check)
