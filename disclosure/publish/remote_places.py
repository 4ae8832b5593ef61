"""Which places on a target can be ours at all, whoever says so."""

import re

from disclosure.plain_paths import is_plain
from disclosure.publish.target import LARGEST, LARGEST_NOTE
from disclosure.render import urls

CLAIM = "publishing.json"
# Earlier versions wrote it with a dot, which many servers forbid.
OLD_CLAIM = ".publishing.json"
CLAIMS = frozenset({CLAIM, OLD_CLAIM})
_FOLDERS = ("assets/", "notices/", "archive/")
_AT_ROOT = re.compile(r"[a-z0-9][a-z0-9-]*\.(?:html|xml|txt|json|svg|ico|png)")
_PARTS = (
    re.compile(r"(?P<folder>(?:.*/)?)(?P<name>[^/]+?)(?:\.[0-9a-f]{16})?\.part"),
    re.compile(r"(?P<folder>(?:.*/)?)part-(?:[0-9a-f]{16})?(?P<name>[^/]+)"),
)


def can_be_ours(place: str) -> bool:
    """Say whether the program could have written a file at this place of a site."""
    if not is_plain(place) or place in CLAIMS:
        return False
    return place.startswith(_FOLDERS) or _AT_ROOT.fullmatch(place) is not None


def part_of(place: str) -> str:
    """Return the place for which a file that was written aside was meant; empty for others."""
    found = filter(None, (part.fullmatch(place) for part in _PARTS))
    return next((match["folder"] + match["name"] for match in found), "")


def bound_of(place: str) -> int:
    """Return how many bytes a file may have to be read at all."""
    return LARGEST_NOTE if place.rsplit("/", 1)[-1] in {urls.LISTING, *CLAIMS} else LARGEST
