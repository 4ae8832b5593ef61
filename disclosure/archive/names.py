"""Names of files that mean the same file on every system (RFC 8493, 5; Windows' own rules).

What cannot be handed over later must not be sealed now: checks, seals, exports and deliveries
all ask here.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# What a receiving system could take for another place, or cannot write at all.
_UNSAFE = re.compile(
    r"[\\:*?\"<>|\x00-\x1f\x7f]|[ .]$|^~"
    r"|^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)",
    re.IGNORECASE,
)
_LONGEST_PART = 255  # bytes; what ext4, NTFS and exFAT have in common
_LONGEST_PATH = 1024  # bytes; Windows' 260 begin at the drive, and so are the receiver's affair


class NameFault(NamedTuple):
    """A name that cannot be handed over; ``other`` is the one it is mistaken for, or empty."""

    name: str
    other: str


def is_safe_name(name: str) -> bool:
    """Say whether a path with ``/`` between its parts can be written on every system."""
    if not name.isprintable() or len(name.encode("utf-8", "replace")) > _LONGEST_PATH:
        return False
    return all(
        part not in {"", ".", ".."}
        and len(part.encode("utf-8", "replace")) <= _LONGEST_PART
        and not _UNSAFE.search(part)
        for part in name.split("/")
    )


def name_faults(names: Iterable[str]) -> Iterator[NameFault]:
    """Yield the names that are not safe, and those that some system takes for one before."""
    seen: dict[str, str] = {}
    for name in names:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        if not is_safe_name(name):
            yield NameFault(name, "")
        elif folded in seen and seen[folded] != name:
            yield NameFault(name, seen[folded])
        seen.setdefault(folded, name)
