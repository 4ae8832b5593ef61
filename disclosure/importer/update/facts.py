"""Facts of head and foot that the file says otherwise: days, names, telephones, posting periods.

The head's are not in the rows that are compared, so that the file's word is taken; of all others
the notice has to print more of what the file says than before.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from disclosure.document.facts import HEAD
from disclosure.importer.draft import Fields, Items, Scalar, Value
from disclosure.model.faults import Path
from disclosure.model.notice import Notice
from disclosure.source.load import LoadedNotice
from disclosure.source.set_value import Change, set_values
from disclosure.source.whole_lines import Lines
from disclosure.source.written import UnsettableError

_FOOT: Final = frozenset(
    {"inspection", "head", "attachments", "posting_period", "feedback", "contact", "signature"}
)
_ORDER: Final = tuple(Notice.model_fields)


def with_facts(
    loaded: LoadedNotice,
    fields: Fields,
    base: Fields | None,
    load: Callable[[Sequence[str]], LoadedNotice | None],
    distance: Callable[[LoadedNotice], int],
) -> tuple[LoadedNotice, int]:
    """Return the notice with the facts changed, and how many those are.

    Args:
        loaded: the notice.
        fields: of the file.
        base: of the file before its revisions; None where nobody knows.
        load: reads lines as a notice.
        distance: how far what a notice prints is from the file.

    """
    known = dict(_leaves(base)) if base else {}
    count, before = 0, -1
    for path, new in _leaves(fields):
        old = loaded.places.text_at(path)
        in_head = path[0] in HEAD
        if old == new or known.get(path) == new or not (in_head or path[0] in _FOOT):
            continue
        before = distance(loaded) if before < 0 else before
        if not in_head and not before:
            continue
        for place in (path,) if in_head or old is not None else _like(path, loaded):
            after = _with(loaded, place, new, load)
            now = distance(after) if after else 0
            if after and (now < before or (in_head and now == before)):
                loaded, count, before = after, count + 1, now
                break
    return loaded, count


def _with(
    loaded: LoadedNotice,
    path: Path,
    new: str,
    load: Callable[[Sequence[str]], LoadedNotice | None],
) -> LoadedNotice | None:
    key = path[0]
    after = _ORDER[: _ORDER.index(str(key))] if len(path) == 1 and key in _ORDER else ()
    try:
        text = set_values("\n".join(loaded.places.lines), [Change(path, new, after)])
    except UnsettableError:
        return None
    return load(text.split("\n"))


def _like(path: Path, loaded: LoadedNotice) -> Iterator[Path]:
    """Yield where the same may be said: contacts have fields, or lines of their own."""
    yield path
    for other in Lines(loaded.places.lines).document.values:
        if len(other) > 1 and (other[0], other[-1]) == (path[0], path[-1]):
            yield other


def _leaves(value: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the single values that nobody had to guess."""
    if value.guess is not None:
        return
    match value:
        case Scalar():
            yield path, str(value.text)
        case Items():
            for number, each in enumerate(value.values):
                yield from _leaves(each, (*path, number))
        case Fields():
            for entry in value.entries:
                if path or entry.key in HEAD or entry.key in _FOOT:
                    yield from _leaves(entry.value, (*path, entry.key))
