"""The names that a notice is sure of: its unit, its inspectors, and those of the word list."""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext

_SHORTEST = 6
_PARTY = re.compile(r"^(?:中共|中国共产党)|(?:党组|党委|党总支|党支部|党工委|委员会)$")


def known_names(context: NoticeContext) -> tuple[str, ...]:
    """Return the names, longest first, each once."""
    found = dict.fromkeys(name for name in _names(context) if len(name) >= _SHORTEST)
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def core_names(context: NoticeContext) -> tuple[str, ...]:
    """Return the names of the unit itself, without its party organisation."""
    own = (context.notice.issuer, *context.notice.unit)
    return tuple(dict.fromkeys(_PARTY.sub("", name) for name in own if name))


def _names(context: NoticeContext) -> Iterator[str]:
    notice = context.notice
    for name in (notice.issuer, *notice.unit, notice.source, context.site.organizer):
        if name:
            yield name
            yield _PARTY.sub("", name)
    if notice.inspection:
        yield from notice.inspection.team
    yield from context.terms.names
