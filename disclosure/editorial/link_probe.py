"""Opening the addresses that notices point to; only when asked for."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from disclosure.checks.reading.link_targets import Target, targets_of
from disclosure.diagnostics import Diagnostic, Level
from disclosure.editorial.check import CheckContext, Checked, notice_context_of
from disclosure.http.client import Client
from disclosure.http.hosts import Guard, is_public
from disclosure.http.limits import HttpError, Limits
from disclosure.messages import explain
from disclosure.model.faults import Fault
from disclosure.project.settings import Settings
from disclosure.uri import ascii_host

# Nobody waits longer for a page; what is behind it is not read.
LIMITS: Final = Limits(answer=64 * 1024, total=1024**3, patience=10, seconds=600)
_AT_ONCE: Final = 8
# Some servers know no HEAD; that is no dead link.
_NO_HEAD: Final = frozenset({403, 405, 501})
_FAULT: Final = 400  # the first status that means one
# It answers: with more than was asked for, or with the way to another host, which is not gone.
_ALIVE: Final = frozenset({"http.large", "http.elsewhere"})


def find_dead_links(checked: Sequence[Checked], context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a warning for every address that does not open.

    Args:
        checked: the notices.
        context: what they were checked against.

    """
    places = [(one, target) for one in checked for target in _targets(one, context)]
    urls = list(dict.fromkeys(target.url for _, target in places))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        why_dead = partial(_why_dead, Client(LIMITS, _guard(context)), context.settings.language)
        reasons = dict(zip(urls, pool.map(why_dead, urls), strict=True))
    for one, target in places:
        if reasons[target.url]:
            yield _diagnose(one, target, reasons[target.url], context.settings)


def _targets(one: Checked, context: CheckContext) -> Iterator[Target]:
    if one.loaded is not None:
        for target in targets_of(notice_context_of(one.loaded, one.attached, context)):
            if target.url.startswith(("http://", "https://")):
                yield target


def _guard(context: CheckContext) -> Guard:
    """Return what lets the open network be asked, and the site's own host wherever that is.

    Whoever can write a link could have this machine ask inner services otherwise.
    """
    own = _host_of(context.site.base_url)
    return lambda host, address: host == own or is_public(address)


def _host_of(address: str) -> str:
    try:
        return ascii_host(urlsplit(address).hostname or "")
    except ValueError:
        return ""


def _why_dead(client: Client, language: str, url: str) -> str:
    """Return why ``url`` does not open; empty when it does."""
    try:
        answer = client.head(url)
        if answer.status in _NO_HEAD:
            answer = client.get(url)
    except HttpError as error:
        return "" if error.code in _ALIVE else explain(error, language)
    if answer.status < _FAULT:
        return ""
    return explain(HttpError("http.status", status=str(answer.status)), language)


def _diagnose(one: Checked, target: Target, reason: str, settings: Settings) -> Diagnostic:
    shown = settings.display_path(one.file.path)
    params = (("text", target.url), ("reason", reason))
    if one.loaded is None:  # pragma: no cover - a notice without values has no targets
        return Diagnostic(shown, 0, 0, Level.WARNING, "links.online", params)
    places = one.loaded.places
    span = places.span(Fault(target.path, "", token=target.url))
    width = max(1, span.end_column - span.column)
    excerpt = places.excerpt(span.line)
    return Diagnostic(
        shown, span.line + 1, span.column + 1, Level.WARNING, "links.online", params, excerpt, width
    )
