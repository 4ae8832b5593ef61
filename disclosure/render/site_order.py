"""The order of a publication: nothing is linked to before it is there.

Styles and sealed versions first, then what belongs to a page, then the page, then the lists
that lead to pages, the listing last; what goes, goes the other way round and after all that.
"""

from collections.abc import Iterable

from disclosure.render import urls

_ROOT = (urls.NOT_FOUND, urls.ROBOTS, urls.SITEMAP, urls.FEED, urls.INDEX)
_LAST = 9


def in_order(places: Iterable[str]) -> tuple[str, ...]:
    """Return places of the site in the order in which they are to be written.

    A folder that is moved as one piece, such as ``notices/first``, stands for its page.
    """
    return tuple(sorted(places, key=_key))


def in_order_of_removal(places: Iterable[str]) -> tuple[str, ...]:
    """Return places of the site in the order in which they are to be deleted."""
    return tuple(sorted(places, key=_key, reverse=True))


def group_of(place: str) -> tuple[int, int]:
    """Return what orders a place; those of one group may be written in any order."""
    return _rank(place), _within(place)


def _key(place: str) -> tuple[tuple[int, int], str]:
    return group_of(place), place


def _rank(place: str) -> int:
    parts = place.split("/")
    if len(parts) == 2 and "." not in parts[1]:
        parts.append(urls.INDEX)
    if place == urls.LISTING:
        return _LAST
    if len(parts) == 1:
        return _LAST - 1
    if parts[0] == "notices":
        return _rank_of_notice(parts)
    if parts[0] == "archive":
        return _rank_of_archive(parts)
    if parts[0] == urls.LISTS.rstrip("/"):
        return 7
    return 0


def _rank_of_notice(parts: list[str]) -> int:
    if parts[-1] != urls.INDEX:
        return 3
    return 6 if len(parts) == 3 else 4


def _rank_of_archive(parts: list[str]) -> int:
    if len(parts) > 3:
        return 1 if parts[2].isdigit() else 2
    # A list by day and the log lead to everything; a history only to its notice's versions.
    return 7 if "/".join(parts) in {urls.AS_OF, urls.ARCHIVE_LOG} else 5


def _within(place: str) -> int:
    """Among equals, a page comes after its files, and the index after all lists."""
    if place in _ROOT:
        return _ROOT.index(place)
    if place.startswith(urls.LISTS) and place.endswith(f"/{urls.INDEX}") and place.count("/") == 2:
        return 2  # names the others of its kind
    return int(place.endswith(urls.INDEX))
