"""release.signature: a signature names the unit that issues the notice.

Good::
    issuer: 中共某县某局党组
    signature: {name: 中共某县某局党组, date: 2022-02-23}
Good::
    issuer: 中共某县某局党组
    signature: {name: [中共某县某局党组, 某县财政和国有资产监督管理局]}
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
    # Of units that sign together, one issues the notice.
    if names and not any(name in issuer or issuer in name for name in signed):
        yield at_value(("signature", "name"), name="、".join(names), issuer=notice.issuer)


RULE = Rule("release.signature", Level.WARNING, "GB/T 9704—2012 7.3.5", __doc__, _check)
