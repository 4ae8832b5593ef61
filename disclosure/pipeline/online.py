"""Opening the addresses that notices point to; only when asked for."""

import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from disclosure.checks.links.targets import Target, targets_of
from disclosure.diagnostics import Diagnostic, Level
from disclosure.model.faults import Fault
from disclosure.pipeline.checking import Checked, Desk, subject_of
from disclosure.settings import Settings

_SECONDS = 10
_AT_ONCE = 8
# Some servers know no HEAD; that is no dead link.
_NO_HEAD = {403, 405, 501}


def find_dead_links(checked: Sequence[Checked], desk: Desk) -> Iterator[Diagnostic]:
    """Yield a warning for every address that does not open.

    Args:
        checked: the notices.
        desk: what they were checked against.

    """
    places = [(one, target) for one in checked for target in _targets(one, desk)]
    urls = list(dict.fromkeys(target.url for _, target in places))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        reasons = dict(zip(urls, pool.map(_why_dead, urls), strict=True))
    for one, target in places:
        if reasons[target.url]:
            yield _diagnose(one, target, reasons[target.url], desk.settings)


def _targets(one: Checked, desk: Desk) -> Iterator[Target]:
    if one.loaded is not None:
        for target in targets_of(subject_of(one.file, one.loaded, desk)):
            if target.url.startswith(("http://", "https://")):
                yield target


def _why_dead(url: str) -> str:
    """Return why ``url`` does not open; empty when it does."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(url, method=method)  # noqa: S310 - http(s) only
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310
                return ""
        except urllib.error.HTTPError as error:
            if method == "HEAD" and error.code in _NO_HEAD:
                continue
            return f"HTTP {error.code}"
        except (OSError, ValueError) as error:
            return str(getattr(error, "reason", error)) or type(error).__name__
    return ""


def _diagnose(one: Checked, target: Target, reason: str, settings: Settings) -> Diagnostic:
    shown = settings.shown(one.file.path)
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
