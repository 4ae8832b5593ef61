"""links.address: an address of another site is one that can be reached.

Good: 见[公开栏](https://www.example.gov.cn/gk/)。
Bad: 见[公开栏](http://192.168.1.8/gk/)。
"""

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.link_targets import Target, targets_of
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_LOCAL = (".local", ".localhost", ".lan", ".internal", ".intranet")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for target in targets_of(context):
        if target.url.startswith(("http:", "https:")) and not _reachable(target):
            yield at_value(target.path, text=target.url)


def _reachable(target: Target) -> bool:
    try:
        parts = urlsplit(target.url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return False
    if parts.username or "." not in host or host.endswith(_LOCAL):
        return False
    try:
        ip_address(host)
    except ValueError:
        # Chinese text that ran on into the address: https://a.cn。欢迎
        return not any(
            "\u3000" <= character <= "\u303f" or character in "，。；：！？“”（）"
            for character in target.url
        )
    return False  # IPv6 sites cannot be reached by an IPv4 literal, nor inner ones from outside


RULE = Rule(
    "links.address",
    Level.WARNING,
    "国办秘函〔2019〕19号（链接不可用）；IPv6 改造要求",
    __doc__,
    _check,
)
