"""Staging: new files are written aside, then moved into the site in one go.

Until ``commit`` nothing in the site changes. A journal makes the move itself repairable: if
the program dies in the middle, the next start completes it.
"""

import json
import os
from pathlib import Path

from disclosure.errors import OutputError
from disclosure.files import explain_os_error, holds, remove_tree, sha256_hex, write_file
from disclosure.pipeline.listing import listing_bytes, read_listing
from disclosure.render import urls

STAGING = ".staging"
_JOURNAL = "journal.json"
_LAST = (urls.NOT_FOUND, urls.ROBOTS, urls.SITEMAP, urls.FEED, urls.INDEX, urls.LISTING)


class Staging:
    """Collects the files of one build.

    Attributes:
        digests: SHA-256 of every file offered so far, by place in the site.
        origins: what each was made from.
        changed: places of those that differ from the site.
        committing: a journal has been written; from here on only forward.

    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._folder = output / STAGING
        self._own = read_listing(output)
        self._made_output = not output.exists()
        self._sound_folders: set[str] = set()
        self._octets = 0
        self.digests: dict[str, str] = {}
        self.origins: dict[str, str] = {}
        self.changed: list[str] = []
        self.committing = False

    def offer(self, url: str, data: bytes, origin: str) -> bool:
        """Take one file of the site; write it aside if the site does not hold it.

        Args:
            url: place in the site.
            data: its bytes.
            origin: what it is made from, for messages.

        Returns:
            False when the place is taken already by another file of this build.

        Raises:
            OutputError: a file that is not ours is in the way, or writing failed.

        """
        if url in self.digests:
            return False
        self.digests[url] = sha256_hex(data)
        self.origins[url] = origin
        target = self._output / url
        if holds(target, data):
            return True
        self._refuse_foreign(url, target)
        self._octets += len(data)
        try:
            write_file(self._folder / url, data)
        except OSError as error:
            raise explain_os_error(error, target, self._octets) from error
        self.changed.append(url)
        return True

    def commit(self) -> int:
        """Move what has changed into the site and delete what is no longer part of it.

        Returns:
            How many files were deleted.

        Raises:
            OutputError: the site could not be written; the next start completes the move.

        """
        gone = sorted(url for url in self._own if url not in self.digests)
        self._offer_listing()
        if not self.changed and not gone:
            return 0
        order = sorted(self.changed, key=_publish_order)
        journal = json.dumps({"replace": order, "delete": gone}, ensure_ascii=False) + "\n"
        try:
            # Written under another name first: a journal is complete or not there.
            draft = self._folder / f"{_JOURNAL}.new"
            write_file(draft, journal.encode(), durable=True)
            draft.replace(self._folder / _JOURNAL)
        except OSError as error:
            raise explain_os_error(error, self._output, self._octets) from error
        self.committing = True
        _apply(self._output, order, gone)
        return len(gone)

    def discard(self) -> None:
        """Forget everything; the site stays as it was."""
        try:
            remove_tree(self._folder)
            if self._made_output and self._output.is_dir() and not any(self._output.iterdir()):
                self._output.rmdir()
        except OSError:
            pass  # what is left is removed at the next start

    def _offer_listing(self) -> None:
        digests = dict(self.digests)
        self.offer(urls.LISTING, listing_bytes(digests), urls.LISTING)

    def _refuse_foreign(self, url: str, target: Path) -> None:
        folder = url.rpartition("/")[0]
        if folder and folder not in self._sound_folders:
            for place in (self._output / folder, *(self._output / folder).parents):
                if place == self._output:
                    break
                if place.is_symlink() or (place.exists() and not place.is_dir()):
                    raise OutputError("output.foreign", path=place.as_posix())
            self._sound_folders.add(folder)
        ours = url in self._own or url == urls.LISTING
        if os.path.lexists(target) and (not ours or target.is_dir()):
            raise OutputError("output.foreign", path=target.as_posix())


def recover(output: Path) -> bool:
    """Complete a move that was interrupted; remove what an interrupted build left.

    Returns:
        Whether a move was completed.

    Raises:
        OutputError: it could not be completed.

    """
    folder = output / STAGING
    if not folder.is_dir():
        return False
    try:
        journal = json.loads((folder / _JOURNAL).read_text(encoding="utf-8"))
        order, gone = list(map(str, journal["replace"])), list(map(str, journal["delete"]))
    except (OSError, ValueError, KeyError, TypeError):
        remove_tree(folder)
        return False
    _apply(output, order, gone)
    return True


def _apply(output: Path, order: list[str], gone: list[str]) -> None:
    """Move and delete as the journal says; done parts are skipped, so it can be repeated."""
    folder = output / STAGING
    target = output
    try:
        for url in order:
            source, target = folder / url, output / url
            _move(source, target)
        for url in gone:
            target = output / url
            target.unlink(missing_ok=True)
            _remove_empty_folders(target.parent, output)
        target = folder
        remove_tree(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError("output.interrupted", path=target.as_posix(), reason=reason) from error


def _move(source: Path, target: Path) -> None:
    """Rename one file; one that is not there any more was moved before the interruption."""
    try:
        source.replace(target)
    except FileNotFoundError:
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)


def _remove_empty_folders(folder: Path, output: Path) -> None:
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _publish_order(url: str) -> tuple[int, str]:
    """Order in which no reader ever meets a link to what is not there yet."""
    if url in _LAST:
        return (3 + _LAST.index(url), url)
    if url.startswith("assets/"):
        return (0, url)
    return (2, url) if url.endswith(".html") else (1, url)
