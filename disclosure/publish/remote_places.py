"""Names of files that a publication writes beside the site's own: locks and parts."""

import re

from disclosure.publish.target import LARGEST, LARGEST_NOTE
from disclosure.render import urls

LOCK_FILE = "publishing.json"
# Earlier versions wrote it with a dot, which many servers forbid.
OLD_LOCK_FILE = ".publishing.json"
LOCK_FILES = frozenset({LOCK_FILE, OLD_LOCK_FILE})
_PARTS = (
    re.compile(r"(?P<folder>(?:.*/)?)(?P<name>[^/]+?)(?:\.[0-9a-f]{16})?\.part"),
    re.compile(r"(?P<folder>(?:.*/)?)part-(?:[0-9a-f]{16})?(?P<name>[^/]+)"),
)


def part_of(place: str) -> str:
    """Return the place for which a file that was written aside was meant; empty for others."""
    found = filter(None, (part.fullmatch(place) for part in _PARTS))
    return next((match["folder"] + match["name"] for match in found), "")


def bound_of(place: str) -> int:
    """Return how many bytes a file may have to be read at all."""
    return LARGEST_NOTE if place.rsplit("/", 1)[-1] in {urls.LISTING, *LOCK_FILES} else LARGEST
