"""Going through the folders of a target, which may list themselves or never end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, NoReturn

from disclosure.publish.target import RemoteFile
from disclosure.publish.targets.bounds import Bounds

_READ, _ENTER = 0o4, 0o1
_ITSELF = (".", "..")


class Entry(NamedTuple):
    """A file or folder, as its folder lists it.

    Attributes:
        name: without folders.
        is_folder: whether it holds others.
        size: in bytes; None where the server does not tell.
        mode: rights as on Unix; None where the server does not tell.
        mark: that is another after a change, such as a time; empty where the server does not tell.
    """

    name: str
    is_folder: bool
    size: int | None = None
    mode: int | None = None
    mark: str = ""


def remote_files_in(found: Iterable[tuple[str, Entry]]) -> dict[str, RemoteFile]:
    """Return what is seen of files, by place."""
    return {
        place: RemoteFile(entry.size, entry.mark, entry.mode is not None and not entry.mode & _READ)
        for place, entry in found
    }


def walk(
    entries: Callable[[str], Sequence[Entry]],
    folder: str,
    bounds: Bounds,
    refuse: Callable[[str], NoReturn],
) -> Iterator[tuple[str, Entry]]:
    """Yield the place of every file below ``folder``, sorted within each folder.

    Args:
        entries: lists one folder, whose name ends in a slash or is empty.
        folder: where to begin.
        bounds: of depth and number.
        refuse: raises the error for a listing that cannot be, told why.

    """
    count = 0
    waiting = [(folder, iter(_sound(entries(folder), folder, refuse)), False)]
    while waiting:
        inside, rest, is_closed = waiting[-1]
        entry = next(rest, None)
        if entry is None:
            waiting.pop()
            continue
        count += 1
        if count > bounds.entries:
            refuse(f"{folder}: > {bounds.entries}")
        if not entry.is_folder:
            # Nobody gets through a folder that is closed, whatever the file's own rights say.
            yield inside + entry.name, entry._replace(mode=0o600) if is_closed else entry
            continue
        if len(waiting) >= bounds.depth:
            refuse(f"{inside}: > {bounds.depth}/")
        below = f"{inside}{entry.name}/"
        is_closed = is_closed or (entry.mode is not None and not entry.mode & _ENTER)
        waiting.append((below, iter(_sound(entries(below), below, refuse)), is_closed))


def _sound(entries: Sequence[Entry], folder: str, refuse: Callable[[str], NoReturn]) -> list[Entry]:
    """Return the entries of a folder by name, without the folder itself and the one above."""
    found = [entry for entry in entries if entry.name not in _ITSELF]
    for entry in found:
        if not entry.name or "/" in entry.name or "\0" in entry.name:
            refuse(f"{folder}“{entry.name}”")
    return sorted(found, key=lambda entry: (entry.name, entry.is_folder))
