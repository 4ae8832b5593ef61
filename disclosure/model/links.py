"""Which addresses a page may link to."""

import re
from urllib.parse import urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# urlsplit() drops leading control characters, and a browser drops line ends.
_UNSAFE = re.compile(r"[\x00-\x20\x7f\s<>\"\\^`{|}]")


def is_safe_link(value: str) -> bool:
    """Say whether ``value`` is an absolute address of a kind that a page may link to."""
    if _UNSAFE.search(value):
        return False
    try:
        parts = urlsplit(value)
        if parts.scheme in {"http", "https"}:
            return bool(parts.hostname)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.path)
