"""What a lock on a target says, and how much of it is believed: anybody may have written it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from disclosure.pipeline.own_places import can_be_ours
from disclosure.visible import visible

_LONGEST = 100  # characters of a name or a time in a message


class LockNote(NamedTuple):
    """What a lock says.

    Attributes:
        by: who is publishing, fit to be printed.
        machine: a mark of their machine and project.
        since: when they began, fit to be printed.
        token: drawn by lot for each lock, so that its owner knows it again.
        places: that may have been changed, and could be ours.
        refused: what else it names, fit to be printed.
        readable: whether it is a lock at all.
    """

    by: str = "?"
    machine: str = ""
    since: str = "?"
    token: str = ""
    places: frozenset[str] = frozenset()
    refused: tuple[str, ...] = ()
    readable: bool = False


def read_lock(data: bytes) -> LockNote:
    """Return what a lock says; one that cannot be read says nothing."""
    try:
        values: Any = json.loads(data)
    except (ValueError, RecursionError):
        return LockNote()
    if not isinstance(values, dict):
        return LockNote()
    places, refused = _sorted_out(values.get("places", []))
    machine, token = values.get("machine"), values.get("token", "")
    readable = isinstance(machine, str) and isinstance(token, str)
    return LockNote(
        _text(values.get("by")),
        machine if isinstance(machine, str) else "",
        _text(values.get("since")),
        token if isinstance(token, str) else "",
        places,
        refused,
        readable,
    )


def lock_bytes(note: LockNote, places: Iterable[str]) -> bytes:
    """Return the lock that says so."""
    values: Mapping[str, object] = {
        "by": note.by,
        "machine": note.machine,
        "since": note.since,
        "token": note.token,
        "places": sorted(places),
    }
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _sorted_out(named: object) -> tuple[frozenset[str], tuple[str, ...]]:
    if not isinstance(named, list):
        return frozenset(), (_text(str(named)),)
    places = frozenset(each for each in named if isinstance(each, str) and can_be_ours(each))
    refused = (each for each in named if not isinstance(each, str) or each not in places)
    return places, tuple(_text(each if isinstance(each, str) else repr(each)) for each in refused)


def _text(value: object) -> str:
    return visible(value)[:_LONGEST] if isinstance(value, str) and value else "?"
