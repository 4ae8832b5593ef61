"""A reader of the published site: follows every link from the index, over whatever serves it."""

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urldefrag

import html5lib

Read = Callable[[str], bytes | None]
_LINKS = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"))
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


def _links(data: bytes) -> list[str]:
    root = html5lib.parse(data, transport_encoding="utf-8", namespaceHTMLElements=False)
    return [
        each.get(attribute, "")
        for tag, attribute in _LINKS
        for each in root.iter(tag)
        if each.get(attribute) and each.get("rel") not in _NOT_FOLLOWED
    ]


def _resolved(place: str, link: str) -> str | None:
    """Return the place that a relative link leads to; None for one that leads elsewhere."""
    path = unquote(urldefrag(link)[0])
    if not path or ":" in path.split("/")[0] or path.startswith("/"):
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(place), path))
    if path.endswith("/") or path in {".", ".."}:
        joined = posixpath.join(joined, "index.html") if joined != "." else "index.html"
    return joined
