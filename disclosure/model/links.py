"""Which addresses a page may link to."""

import re
from urllib.parse import urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# urlsplit() drops leading control characters, and a browser drops line ends.
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\s<>\"\\^`{|}]")


def is_safe_link(value: str) -> bool:
    """Say whether ``value`` is an absolute address of a kind that a page may link to."""
    if _UNSAFE.search(value):
        return False
    try:
        parts = urlsplit(value)
        if parts.scheme in {"http", "https"}:
            return bool(parts.hostname) and parts.port != 0  # a bad port is a ValueError
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.path)


def is_prose_link(value: str) -> bool:
    """Say whether prose may link to ``value``: a safe address, or a place of the same page."""
    return not _UNSAFE.search(value) if value.startswith("#") else is_safe_link(value)
