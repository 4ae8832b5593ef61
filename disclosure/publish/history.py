"""What the office knows of its publications: ``content/published/``.

``<target>.txt`` is the listing that was published last, ``log.jsonl`` a line a publication;
``<target>.pending`` names the places that a publication was about to change. In the cache
stands what the target told of each file right after the last publication.
"""

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from disclosure.bounded_reading import UnfitFileError, read_file
from disclosure.errors import OutputError
from disclosure.files import explain_os_error, replace_file
from disclosure.plain_paths import is_plain, is_regular_file
from disclosure.project.settings import Settings, name_for

_LOG = "log.jsonl"
_ROW = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<place>.+)")


class Records:
    """The records of one project."""

    def __init__(self, settings: Settings) -> None:
        """Look at where the records stand.

        Raises:
            OutputError: the log is a link, FIFO or device; nothing is written through it.

        """
        self._folder = settings.content / "published"
        _read(self._folder / _LOG)
        self._cache, self._project = settings.cache, name_for(settings.content)

    def listing(self, target: str) -> bytes:
        """Return the listing that was published last to a target; empty for none.

        Raises:
            OutputError: it is no plain file.

        """
        return _read(self._listing(target))

    def latest(self) -> bytes:
        """Return the listing of the last publication anywhere; empty for none."""
        lines = _read(self._folder / _LOG).splitlines()
        # A line may have been cut off by a kill.
        return next(filter(None, map(self._listing_of, reversed(lines))), b"")

    def pending(self, target: str) -> dict[str, frozenset[str]]:
        """Return the places that interrupted publications were about to change.

        With each the digests of what was written there or going to be; none where an earlier
        version of the program noted the place alone.
        """
        try:
            rows = _read(self._pending(target)).decode("utf-8").splitlines()
        except UnicodeDecodeError:
            return {}
        found: dict[str, frozenset[str]] = {}
        for row in rows:
            match = _ROW.fullmatch(row)
            place, digest = (match["place"], match["digest"]) if match else (row, "")
            if is_plain(place):
                found[place] = found.get(place, frozenset()) | ({digest} if digest else set())
        return found

    def announce(
        self, target: str, before: Mapping[str, Iterable[str]], digests: Mapping[str, str]
    ) -> None:
        """Note what is going to be changed, before the first place is.

        Args:
            target: its name.
            before: what was noted before.
            digests: of what is going to be written, by place; empty for what is going to go.

        Raises:
            OutputError: it cannot be written.

        """
        rows = {f"{digest}  {place}" for place, every in before.items() for digest in every}
        rows |= {place for place, every in before.items() if not every}
        rows |= {f"{digest}  {place}" if digest else place for place, digest in digests.items()}
        path = self._pending(target)
        try:
            replace_file(path, "".join(f"{row}\n" for row in sorted(rows)).encode(), durable=True)
        except OSError as error:
            raise explain_os_error(error, path) from error

    def note(self, target: str, listing: bytes, line: Mapping[str, Any]) -> None:
        """Note a publication.

        Args:
            target: its name.
            listing: what stands there now.
            line: what the log is to say of it.

        Raises:
            OutputError: it cannot be written.

        """
        log = self._folder / _LOG
        try:
            replace_file(self._listing(target), listing, durable=True)
            if os.path.lexists(log) and not is_regular_file(log):
                raise OutputError("output.foreign", path=log.as_posix())
            with log.open("a+b") as file:
                if file.tell() and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n":
                    file.write(b"\n")  # behind what a kill has cut off
                file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        except OSError as error:
            raise explain_os_error(error, log) from error

    def settle(self, target: str) -> None:
        """Note that nothing is about to be changed any more.

        Raises:
            OutputError: it cannot be noted.

        """
        path = self._pending(target)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise explain_os_error(error, path) from error

    def _listing_of(self, line: bytes) -> bytes:
        try:
            target = json.loads(line)["target"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return b""
        return self.listing(target) if isinstance(target, str) and is_plain(target) else b""

    def marks(self, target: str) -> dict[str, str]:
        """Return the marks of the files as they were left, by place; empty where none is known."""
        try:
            values = json.loads(read_file(self._marks(target)))
        except (OSError, ValueError, RecursionError):
            return {}
        every = values.items() if isinstance(values, dict) else ()
        return {place: mark for place, mark in every if isinstance(mark, str)}

    def note_marks(self, target: str, marks: Mapping[str, str]) -> None:
        """Note the marks of the files as they are left; without them more is read next time."""
        with suppress(OSError):
            replace_file(self._marks(target), json.dumps(marks).encode())

    def _marks(self, target: str) -> Path:
        return self._cache / f"published-{self._project}-{target}.json"

    def _listing(self, target: str) -> Path:
        return self._folder / f"{target}.txt"

    def _pending(self, target: str) -> Path:
        return self._folder / f"{target}.pending"


def _read(path: Path) -> bytes:
    """Return a record; empty where there is none that can be read.

    Raises:
        OutputError: a link, FIFO or device stands in its place.

    """
    try:
        return read_file(path)
    except UnfitFileError as error:
        raise OutputError("output.foreign", path=path.as_posix()) from error
    except OSError:
        return b""
