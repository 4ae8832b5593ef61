"""Resized copies: how their files are called.

A copy's name tells its width and what it was made from, so that a copy of a picture that has
been replaced since is no copy of anything.
"""

import re
from typing import Final, NamedTuple

from disclosure.files import sha256_hex

WIDTHS: Final = (480, 960)  # pixels: a telephone, and a column of text on a good screen
_DIGITS: Final = 8


class Copy(NamedTuple):
    """A resized copy: the name of its file, and its width in pixels."""

    name: str
    width: int


def copies_of(name: str, data: bytes, width: int) -> tuple[Copy, ...]:
    """Return the copies that a picture may have, narrowest first.

    Args:
        name: of the picture's file.
        data: its bytes.
        width: of it; a copy is narrower.

    """
    stem, dot, suffix = name.rpartition(".")
    mark = sha256_hex(data)[:_DIGITS]
    return tuple(Copy(f"{stem}-{w}w-{mark}{dot}{suffix}", w) for w in WIDTHS if w < width)


def is_copy(name: str, other: str) -> bool:
    """Say whether ``other`` is called like a copy of a picture ``name``, of whatever bytes."""
    stem, _, suffix = name.rpartition(".")
    widths = "|".join(map(str, WIDTHS))
    form = rf"{re.escape(stem)}-(?:{widths})w-[0-9a-f]{{{_DIGITS}}}\.{re.escape(suffix)}"
    return re.fullmatch(form, other) is not None
