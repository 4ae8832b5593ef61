"""A reader of the published site: follows every link from the index, over whatever serves it."""

import functools
import posixpath
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag

Read = Callable[[str], bytes | None]
_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src"}
# Addresses of the page itself for others, not links to follow.
_NOT_FOLLOWED = {"canonical"}


def broken_links(read: Read) -> list[str]:
    """Return every link from a page that can be reached to a file that is not there.

    Args:
        read: returns the bytes at a place of the site; None where there is nothing.

    """
    broken, seen, waiting = [], {"index.html"}, ["index.html"]
    while waiting:
        place = waiting.pop()
        data = read(place)
        if data is None:
            broken.append(place)
            continue
        for link in _links(data):
            target = _resolved(place, link)
            if target in seen or target is None:
                continue
            seen.add(target)
            if target.endswith(".html"):
                waiting.append(target)
            elif read(target) is None:
                broken.append(f"{place} -> {target}")
    return broken


def pages(read: Read) -> int:
    """Return how many pages can be reached."""
    count = 0

    def counting(place: str) -> bytes | None:
        nonlocal count
        count += place.endswith(".html")
        return read(place)

    broken_links(counting)
    return count


class _Links(HTMLParser):
    """Notes where a page leads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address of what leads somewhere."""
        given = dict(attrs)
        link = given.get(_LINKS.get(tag, ""))
        if link and given.get("rel") not in _NOT_FOLLOWED:
            self.found.append(link)


# A page is read hundreds of times and changes a few times: each of its states is parsed once.
@functools.lru_cache(maxsize=256)
def _links(data: bytes) -> tuple[str, ...]:
    page = _Links()
    page.feed(data.decode("utf-8"))
    page.close()
    return tuple(page.found)


def _resolved(place: str, link: str) -> str | None:
    """Return the place that a relative link leads to; None for one that leads elsewhere."""
    path = unquote(urldefrag(link)[0])
    if not path or ":" in path.split("/")[0] or path.startswith("/"):
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(place), path))
    if path.endswith("/") or path in {".", ".."}:
        joined = posixpath.join(joined, "index.html") if joined != "." else "index.html"
    return joined
