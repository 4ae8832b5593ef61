"""links.plain: addresses are https, which all government sites can serve.

Good: 见[公开栏](https://www.example.gov.cn/gk/)。
Bad: 见[公开栏](http://www.example.gov.cn/gk/)。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.link_targets import targets_of
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for target in targets_of(context):
        if target.url.startswith("http:"):
            yield at_value(target.path, text=target.url)


RULE = Rule("links.plain", Level.INFO, "GB/T 22239—2019", __doc__, _check)
