"""Pictures of a page: those that lie in it are taken, others are named; none is fetched."""

import base64
import binascii
import re
from typing import Final
from urllib.parse import unquote

from disclosure.importer.reading import Picture

_DATA: Final = re.compile("data:image/(png|jpeg|jpg|gif|webp);base64,", re.IGNORECASE)
_SUFFIXES: Final = {"jpeg": ".jpg", "jpg": ".jpg"}
_LONGEST_NAME: Final = 80


def picture_of(source: str, alt: str, place: str) -> Picture | str:
    """Return the picture of a ``data:`` address, or the name of one that lies elsewhere."""
    found = _DATA.match(source)
    if found:
        try:
            data = base64.b64decode(source[found.end() :], validate=False)
        except (binascii.Error, ValueError):
            data = b""
        if data:
            kind = found[1].lower()
            return Picture(data, _SUFFIXES.get(kind, f".{kind}"), alt, place)
        return "data:"
    name = unquote(source.split("?")[0].split("#")[0]).rstrip("/").rpartition("/")[2]
    return (name or alt)[:_LONGEST_NAME]
