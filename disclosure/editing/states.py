"""Earlier states of a file, kept under the digests of their bytes, and where among them it is.

A state is on the disk before anything speaks of it, and the journal speaks of it before the file
becomes it. So a process that is killed leaves the file in the state that the journal names, or
in the one that it names as the one before; both are known.
"""

import json
import re
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from disclosure.files import replace_file, sha256_hex

MOST: Final = 2000
_JOURNAL: Final = "journal.json"
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_LARGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Journal:
    """The states of a file, from the first that is known to the last.

    Attributes:
        states: digests.
        at: which of them the file is, or is about to be; -1 where none is known.
        left: which it was before.

    """

    states: tuple[str, ...] = ()
    at: int = -1
    left: int = -1

    def moved(self, to: int) -> "Journal":
        """Return it with the file in another of its states."""
        return replace(self, at=to, left=self.at)

    def met(self, digest: str) -> "Journal":
        """Return it for a file that is found with a digest: as after a kill, or another's work."""
        if self.at >= 0 and self.states[self.at] == digest:
            return self
        if 0 <= self.left < len(self.states) and self.states[self.left] == digest:
            return replace(self, at=self.left)
        return self.followed(digest)

    def followed(self, digest: str) -> "Journal":
        """Return it with a state behind the present one; what was undone is given up."""
        kept = (*self.states[: self.at + 1], digest)[-MOST:]
        return Journal(kept, len(kept) - 1, len(kept) - 2)


class States:
    """The states of one file, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def journal(self) -> Journal:
        """Return what is known; nothing where the journal is none."""
        try:
            data: Any = json.loads((self.folder / _JOURNAL).read_bytes())
            states, at, left = tuple(data["states"]), data["at"], data["left"]
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return Journal()
        sound = (
            all(isinstance(each, str) and _is_digest(each) for each in states)
            and isinstance(at, int)
            and isinstance(left, int)
            and -1 <= at < len(states)
        )
        return Journal(states, at, left) if sound else Journal()

    def write(self, journal: Journal) -> None:
        """Put the journal on the disk.

        Raises:
            OSError: it cannot be written.

        """
        said = {"states": journal.states, "at": journal.at, "left": journal.left}
        replace_file(self.folder / _JOURNAL, json.dumps(said).encode(), durable=True)
        if len(journal.states) == MOST:
            self._sweep(journal)

    def keep(self, data: bytes) -> str:
        """Put a state on the disk, and return its digest.

        Raises:
            OSError: it cannot be written.

        """
        digest = sha256_hex(data)
        if self.read(digest) != data:
            replace_file(self._place(digest), zlib.compress(data, 1), durable=True)
        return digest

    def read(self, digest: str) -> bytes | None:
        """Return the bytes of a state; None where they are not there any more."""
        try:
            reader = zlib.decompressobj()
            data = reader.decompress(self._place(digest).read_bytes(), _LARGEST)
        except (OSError, zlib.error):
            return None
        return data if sha256_hex(data) == digest else None

    def _place(self, digest: str) -> Path:
        return self.folder / digest

    def _sweep(self, journal: Journal) -> None:
        known = set(journal.states)
        for each in self.folder.iterdir():
            if _is_digest(each.name) and each.name not in known:
                each.unlink(missing_ok=True)


def _is_digest(name: str) -> bool:
    return _DIGEST.fullmatch(name) is not None
