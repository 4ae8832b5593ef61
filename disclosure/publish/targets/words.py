"""A server's own words, fit to be shown: without the password, without what acts or hides."""

import base64
import re
from collections.abc import Iterable
from urllib.parse import quote

from disclosure.visible import visible

_LONGEST = 300
_HIDDEN = "•••"
_FULL = re.compile(
    r"no space|no room|quota|\bfull\b|insufficient (storage|space)|exceed|空间|配额|已满|超出|超过",
    re.IGNORECASE,
)


def server_words(text: str, secrets: Iterable[str] = ()) -> str:
    """Return what a server said, on one line.

    Args:
        text: as it was decoded; bytes that were none of the encoding as lone surrogates.
        secrets: passwords, which some servers repeat in what they say.

    """
    found = _in_chinese(text)
    for secret in sorted({form for each in secrets for form in _forms(each)}, key=len)[::-1]:
        found = found.replace(secret, _HIDDEN)
    found = visible(" ".join(found.split()))
    return found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…"


def _forms(secret: str) -> set[str]:
    """Return how a secret may look in an answer."""
    if not secret:
        return set()
    data = secret.encode("utf-8", "surrogateescape")
    # The bytes of a password in UTF-8, as a server shows them that knows only one byte a letter.
    forms = {secret, secret.strip(), quote(secret), data.decode("latin-1")}
    return {*forms, base64.b64encode(data).decode(), data.decode("gb18030", "replace")} - {""}


def _in_chinese(text: str) -> str:
    """Read words again that are not UTF-8: old Chinese servers explain themselves in GBK."""
    if not any("\udc80" <= char <= "\udcff" for char in text):
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        return text


def says_full(words: str) -> bool:
    """Say whether a server's words speak of want of room."""
    return bool(_FULL.search(words))
