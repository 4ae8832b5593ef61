"""Places of the site that can be ours, whoever says so: a journal, a listing or a lock."""

import re
from functools import cache
from typing import Final

from disclosure.plain_paths import is_plain
from disclosure.render import urls

_AT_ROOT: Final = frozenset(
    {urls.INDEX, urls.NOT_FOUND, urls.FEED, urls.SITEMAP, urls.ROBOTS, urls.LISTING}
)
_FOLDERS: Final = ("assets/", "notices/", "archive/", urls.LISTS)
_SITEMAP_PART: Final = re.compile(r"sitemap-[1-9][0-9]*\.xml")
_SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def can_be_ours(place: str) -> bool:
    """Say whether the program could have written a file at this place of a site."""
    return is_plain(place) and (_at_root(place) or place.startswith(_FOLDERS))


def has_own_name(place: str) -> bool:
    """Say whether the program itself gives files this name, so that nobody else's is meant.

    Attachments, whose names an office chooses, are none of these.
    """
    return _at_root(place) or _shapes().fullmatch(place) is not None


def _at_root(place: str) -> bool:
    return place in _AT_ROOT or _SITEMAP_PART.fullmatch(place) is not None


@cache
def _shapes() -> re.Pattern[str]:
    # Imported here: a build without changes asks for no names, and starts without templates.
    from disclosure.archive.checksums import LISTING, TOKEN_FILE
    from disclosure.archive.verify import RECORD
    from disclosure.render.outputs import OUTPUTS

    of_a_notice = "|".join(re.escape(output.name) for output in OUTPUTS)
    of_a_version = "|".join(re.escape(name) for name in (RECORD, LISTING, TOKEN_FILE))
    return re.compile(
        rf"assets/[a-z]+\.[0-9a-f]{{12}}\.[a-z]+"
        rf"|notices/{_SLUG}/(?:{of_a_notice})"
        rf"|archive/{_SLUG}/(?:index\.html|timemap\.link|[0-9]+\.\.\.[0-9]+/index\.html)"
        rf"|archive/{_SLUG}/[0-9]+/(?:{of_a_notice}|{of_a_version})"
        rf"|{urls.LISTS}[a-z]+/(?:index\.html|units\.json|[0-9]+-[0-9]+\.json)"
        rf"|{urls.LISTS}[a-z]+/{_SLUG}/(?:(?:index|[0-9]+)\.html|feed\.xml)"
    )
