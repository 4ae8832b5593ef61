"""The catalogue: which notices stand in which list, by year, unit, genre and state."""

from base64 import b32encode
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from hashlib import sha256
from typing import Final, NamedTuple

from disclosure.model.status import Status
from disclosure.render.views.summary import NoticeSummary

PAGE_LENGTH: Final = 50
_KEY_LENGTH: Final = 12


class ListKind(StrEnum):
    """What notices are sorted by, in the order in which readers look for it."""

    UNIT = "unit"
    YEAR = "year"
    GENRE = "genre"
    STATE = "state"


class NoticeList(NamedTuple):
    """One list of notices.

    Attributes:
        kind: what they have in common.
        key: of the list among its kind, in addresses.
        name: the unit, year, genre or state; empty for notices that name no genre.
        notices: newest first.
        problems: how many problems of these notices are in the state; 0 in other lists.

    """

    kind: ListKind
    key: str
    name: str
    notices: tuple[NoticeSummary, ...]
    problems: int = 0

    @property
    def pages(self) -> tuple["Slice", ...]:
        """The list page by page, the newest first."""
        return slices(self.notices)


class Slice(NamedTuple):
    """One page of a list.

    Attributes:
        number: of an older page; 0 of the newest, which has the address of the list.
        older: number of the next older page; 0 where there is none.
        newer: number of the next newer page; 0 for the newest.
        notices: newest first.

    """

    number: int
    older: int
    newer: int
    notices: tuple[NoticeSummary, ...]


def slices(notices: Sequence[NoticeSummary]) -> tuple[Slice, ...]:
    """Return the pages of a list, newest first.

    Args:
        notices: newest first.

    The newest 50 stand on the page that has the list's address. What has left it is numbered
    from the oldest, 50 a page: one more notice changes the first page and the one that it
    pushes a notice onto, and the address of no other.
    """
    newest, rest = tuple(notices[:PAGE_LENGTH]), notices[PAGE_LENGTH:]
    total = len(rest)
    last = -(-total // PAGE_LENGTH)
    older = (
        Slice(
            number,
            number - 1,
            number + 1 if number < last else 0,
            tuple(rest[max(0, total - number * PAGE_LENGTH) : total - (number - 1) * PAGE_LENGTH]),
        )
        for number in range(last, 0, -1)
    )
    return (Slice(0, last, 0, newest), *older)


def catalogue(newest: Sequence[NoticeSummary]) -> dict[ListKind, tuple[NoticeList, ...]]:
    """Return the lists that help to find one of these notices, by kind.

    Args:
        newest: all notices that stand in lists, newest first.

    A site of one page needs none, but for genres, which have feeds of their own; a kind that
    tells no notice from another is left out, but for years, which lead to every notice.
    """
    many = len(newest) > PAGE_LENGTH
    kinds = tuple(ListKind) if many else (ListKind.GENRE,)
    found = {kind: _lists(kind, newest) for kind in kinds}
    return {
        kind: lists
        for kind, lists in found.items()
        if len(lists) > 1 or kind is ListKind.YEAR or (lists and kind is ListKind.STATE)
    }


def key_of(name: str) -> str:
    """Return the key of a unit or genre: 60 bits of its digest, fit for any server and disk.

    A name may be long, or no name for a file; its key is neither, and does not change with
    what other names there are.
    """
    return b32encode(sha256(name.encode()).digest())[:_KEY_LENGTH].decode().lower()


def _lists(kind: ListKind, newest: Sequence[NoticeSummary]) -> tuple[NoticeList, ...]:
    groups: dict[str, list[NoticeSummary]] = {}
    problems: dict[str, int] = {}
    for summary in newest:
        for name, number in _names(kind, summary):
            groups.setdefault(name, []).append(summary)
            problems[name] = problems.get(name, 0) + number
    return tuple(
        NoticeList(kind, _key(kind, name), name, tuple(groups[name]), problems[name])
        for name in _sorted(kind, groups)
    )


def _names(kind: ListKind, summary: NoticeSummary) -> Iterator[tuple[str, int]]:
    """Yield the lists that a notice stands in, and its problems that count there."""
    match kind:
        case ListKind.UNIT:
            yield from ((name, 0) for name in dict.fromkeys(summary.units))
        case ListKind.YEAR:
            yield summary.published[:4], 0
        case ListKind.GENRE:
            yield summary.genre, 0
        case ListKind.STATE:
            states: dict[str, int] = {}
            for word, number in summary.statuses:
                state = Status(word).state.value
                states[state] = states.get(state, 0) + number
            yield from states.items()


def _key(kind: ListKind, name: str) -> str:
    if kind is ListKind.YEAR:
        return name
    if kind is ListKind.STATE:
        return Status(name).name.lower().replace("_", "-")
    return key_of(name)


def _sorted(kind: ListKind, names: Iterable[str]) -> list[str]:
    match kind:
        case ListKind.YEAR:
            return sorted(names, reverse=True)
        case ListKind.STATE:
            return [status.value for status in Status if status.value in {*names}]
        case _:
            # GB 18030 has the common characters in the order of their pronunciation.
            return sorted(names, key=lambda name: (name.encode("gb18030", "replace"), name))
