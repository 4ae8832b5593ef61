"""release.signature: a signature names the unit that issues the notice.

Good::
    issuer: 中共某县某局党组
    signature: {name: 中共某县某局党组, date: 2022-02-23}
Good::
    issuer: 中共某县某局党组
    signature: {name: [中共某县某局党组, 某县财政和国有资产监督管理局]}
Good::
    issuer: 中共某县县委巡察办
    signature: {name: 中共某县县委巡察工作领导小组办公室}
Bad::
    issuer: 中共某县某局党组
    signature: {name: 中共某县他局党组, date: 2022-02-23}
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

# 党组 and 委员会 are written short or long: 局党委, 局委员会.
_SHORT = re.compile(r"^(?:中共|中国共产党)|(?:党工委|党委|党组|委员会|办公室|办事处)")


def _check(context: NoticeContext) -> Iterator[Finding]:
    notice = context.notice
    if notice.signature is None:
        return
    names, issuer = notice.signature.name, _SHORT.sub("", notice.issuer)
    signed = [_SHORT.sub("", name) for name in names]
    written = (
        *((name, notice.issuer.removeprefix("中共")) for name in names),
        *((name, issuer) for name in signed),
    )
    # Of units that sign together, one issues the notice.
    if names and not any(_short_for(*pair) or _short_for(*reversed(pair)) for pair in written):
        yield at_value(("signature", "name"), name="、".join(names), issuer=notice.issuer)


def _short_for(short: str, long: str) -> bool:
    """Say whether a name may be short for another: its characters stand there, in order."""
    rest = iter(long)
    return bool(short) and all(character in rest for character in short)


RULE = Rule("release.signature", Level.WARNING, "GB/T 9704—2012 7.3.5", __doc__, _check)
