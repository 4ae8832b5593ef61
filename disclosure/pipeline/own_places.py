"""Places of the site that can be ours, whoever says so: a journal, a listing or a lock."""

import re
from typing import Final

from disclosure.plain_paths import is_plain
from disclosure.render import urls

_AT_ROOT: Final = frozenset(
    {urls.INDEX, urls.NOT_FOUND, urls.FEED, urls.SITEMAP, urls.ROBOTS, urls.LISTING}
)
_FOLDERS: Final = ("assets/", "notices/", "archive/")
_SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_OF_A_NOTICE: Final = r"index\.html|big/index\.html|notice\.(?:json|txt)|(?:ledger|metrics)\.csv"
_SHAPES: Final = re.compile(
    rf"assets/[a-z]+\.[0-9a-f]{{12}}\.[a-z]+"
    rf"|notices/{_SLUG}/(?:{_OF_A_NOTICE})"
    rf"|archive/{_SLUG}/(?:index\.html|timemap\.link|[0-9]+\.\.\.[0-9]+/index\.html)"
    rf"|archive/{_SLUG}/[0-9]+/(?:{_OF_A_NOTICE})"
)


def can_be_ours(place: str) -> bool:
    """Say whether the program could have written a file at this place of a site."""
    return is_plain(place) and (place in _AT_ROOT or place.startswith(_FOLDERS))


def has_own_name(place: str) -> bool:
    """Say whether the program itself gives files this name, so that nobody else's is meant.

    Attachments, whose names an office chooses, are none of these.
    """
    return place in _AT_ROOT or _SHAPES.fullmatch(place) is not None
