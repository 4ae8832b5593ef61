"""The journal: what a build is about to move and delete, so that an interruption is repaired.

It lies in the site, where others may write: it is believed only where it stays inside the site
and speaks of files that a build made, as the listings (the site's and the staged one) tell; and
nothing is deleted that no build noted outside the site.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from disclosure.archive.checksums import plain_rows
from disclosure.bounded_reading import read_file
from disclosure.errors import OutputError
from disclosure.files import STAGING, explain_os_error, remove_tree, replace_file, sha256_hex
from disclosure.pipeline.written import NOBODY_KNOWS, Written
from disclosure.plain_paths import below, is_regular_file
from disclosure.render.urls import LISTING
from disclosure.visible import visible

_JOURNAL = "journal.json"
_GONE = "gone"


class Journal(NamedTuple):
    """What is to be done.

    Attributes:
        replace: places that what was written aside is moved to, in this order; the listing last.
        delete: places of files that are no longer part of the site.

    """

    replace: tuple[str, ...]
    delete: tuple[str, ...]


def write_journal(output: Path, journal: Journal) -> None:
    """Write a journal, whole or not at all.

    Raises:
        OutputError: it cannot be written.

    """
    text = json.dumps(journal._asdict(), ensure_ascii=False) + "\n"
    try:
        replace_file(output / STAGING / _JOURNAL, text.encode(), durable=True)
    except OSError as error:
        raise explain_os_error(error, output) from error


def carry_out(output: Path, journal: Journal) -> None:
    """Move and delete; done parts are skipped, so it can be repeated.

    The listing comes last: until everything else is done, the old one tells what is ours.

    Raises:
        OutputError: a file could not be moved or deleted.

    """
    folder = output / STAGING
    target = output
    try:
        for url in journal.replace:
            if url != LISTING:
                target = output / url
                _move(folder / url, target)
        for place in _whole_notices(output, journal.delete):
            target = output / place
            _move(target, folder / _GONE / place)  # the tree is removed with the folder
            _remove_empty_folders(target.parent, output)
        for url in journal.delete:
            target = output / url
            target.unlink(missing_ok=True)
            _remove_empty_folders(target.parent, output)
        if LISTING in journal.replace:
            target = output / LISTING
            _move(folder / LISTING, target)
        target = folder
        remove_tree(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError("output.interrupted", path=target.as_posix(), reason=reason) from error


def recover(output: Path, written: Written = NOBODY_KNOWS) -> bool:
    """Complete a move that was interrupted; remove what an interrupted build left.

    Args:
        output: the site.
        written: what builds wrote there.

    Returns:
        Whether a move was completed.

    Raises:
        OutputError: it could not be completed, or the journal is not to be believed; then it is
            gone, and the next build makes everything that is missing.

    """
    folder = output / STAGING
    if folder.is_symlink():
        _take_away(folder)
    if not os.path.lexists(folder):
        return False
    if not folder.is_dir():
        raise OutputError("output.foreign", path=folder.as_posix())
    journal = _read(folder)
    if journal is None:
        _take_away(folder)
        return False
    listed = site_digests(output)
    refused = next(_unbelievable(output, journal, site_digests(folder) or listed), None)
    if refused is not None:
        _take_away(folder)
        raise _refusal(folder, refused)
    ours = Journal(
        tuple(url for url in journal.replace if _may_be_replaced(output, url, listed)),
        tuple(url for url in journal.delete if may_be_deleted(output, url, listed, written)),
    )
    left = [url for url in journal.replace if url not in ours.replace]
    gone = [url for url in journal.delete if url not in ours.delete]
    carry_out(output, ours)
    for url in (*left, *(url for url in gone if os.path.lexists(output / url))):
        raise _refusal(folder, url)
    return True


def _take_away(folder: Path) -> None:
    try:
        remove_tree(folder)
    except OSError as error:
        raise explain_os_error(error, folder) from error


def site_digests(output: Path) -> dict[str, str]:
    """Return the digests that the listing of a site states; empty where there is none.

    It tells anybody with ``sha256sum -c`` whether a copy of the site is whole, and a build which
    files are its own. Rows that lead out of the site are left out, and what else is in it is
    passed over: it may have been tampered with, and it decides what may be deleted.
    """
    try:
        return plain_rows(read_file(output / LISTING))
    except OSError:
        return {}


def may_be_deleted(output: Path, url: str, listed: Mapping[str, str], written: Written) -> bool:
    """Say whether what stands at ``url`` is a file that a build made and nobody has changed.

    Args:
        output: the site.
        url: the place.
        listed: digests by place, as the site's listing states them.
        written: what builds wrote there.

    Raises:
        OutputError: it cannot be read.

    """
    place = below(output, url)
    return (
        place is not None
        and url in listed
        and written.holds(url, listed[url])
        and is_regular_file(place)
        and _is(place, listed[url])
    )


def _read(folder: Path) -> Journal | None:
    """Return the journal; None where there is none, or half of one."""
    try:
        values: Any = json.loads(read_file(folder / _JOURNAL))
        journal = Journal(tuple(values["replace"]), tuple(values["delete"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not all(isinstance(url, str) for url in (*journal.replace, *journal.delete)):
        return None
    return journal


def _unbelievable(output: Path, journal: Journal, new: Mapping[str, str]) -> Iterator[str]:
    """Yield the rows that no build of ours writes: they lead elsewhere, or to what none made."""
    folder = output / STAGING
    for url in (*journal.replace, *journal.delete):
        ours = url.split("/", 1)[0].casefold() != STAGING and url != _JOURNAL
        if not ours or below(output, url) is None or below(folder, url) is None:
            yield url
    for place in (place for url in journal.replace for place in _files_at(folder / url)):
        name = place.relative_to(folder).as_posix()
        if not is_regular_file(place) or not (name == LISTING or _is(place, new.get(name, ""))):
            yield name


def _is(place: Path, digest: str) -> bool:
    try:
        return sha256_hex(read_file(place)) == digest
    except OSError as error:
        raise explain_os_error(error, place) from error


def _files_at(path: Path) -> Iterator[Path]:
    """Yield a file, or what is no folder below a folder; links are not followed."""
    if path.is_symlink() or not path.is_dir():
        if os.path.lexists(path):
            yield path
        return
    for base, folders, names in os.walk(path):
        for name in (*folders, *names):
            place = Path(base, name)
            if place.is_symlink() or not place.is_dir():
                yield place


def _may_be_replaced(output: Path, url: str, listed: Mapping[str, str]) -> bool:
    target = output / url
    if not os.path.lexists(target) or not os.path.lexists(output / STAGING / url):
        return True  # nothing stands there, or it was moved before the interruption
    return (url in listed or url == LISTING) and is_regular_file(target)


def _refusal(folder: Path, url: str) -> OutputError:
    return OutputError("output.journal", path=(folder / _JOURNAL).as_posix(), name=visible(url))


def _move(source: Path, target: Path) -> None:
    """Rename a file or folder; what is not there any more was moved before the interruption."""
    try:
        source.replace(target)
    except FileNotFoundError:
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)


def _whole_notices(output: Path, urls: Iterable[str]) -> list[str]:
    """Return the folders of notices of which nothing stays.

    Their pages link to each other, so that they go in one step: none leads to one that is gone.
    """
    going = set(urls)
    places = sorted({"/".join(url.split("/")[:2]) for url in going if url.startswith("notices/")})
    return [
        place
        for place in places
        if (output / place).is_dir()
        and not (output / place).is_symlink()
        and all(each.relative_to(output).as_posix() in going for each in _files_at(output / place))
    ]


def _remove_empty_folders(folder: Path, output: Path) -> None:
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
