"""release.usual: what a genre usually states is there.

Good::
    genre: 审计整改公告
    unit: 某县某局
    signature: {name: 中共某县某局党组, date: 2022-02-23}
Bad::
    genre: 审计整改公告
    unit: 某县某局
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

# Every notice is asked for these, whatever its genre; and for contacts, unless a genre has none.
_TOLD = frozenset({"source", "published_time", "keywords"})


def _check(context: NoticeContext) -> Iterator[Finding]:
    genre = context.genre
    told = _TOLD | {"contact"} if context.applies("release.contact") else _TOLD
    for key in genre.usual if genre else ():
        if genre and key not in told and not getattr(context.notice, key):
            yield at_value(("genre",), genre=genre.name, name=genre.called(key), key=key)


RULE = Rule("release.usual", Level.INFO, "通报自身", __doc__, _check)
