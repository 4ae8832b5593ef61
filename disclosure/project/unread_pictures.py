"""Why a picture was not read: each reason has a sentence of its own, with what to do."""

import os
from pathlib import Path
from typing import Final, NamedTuple

_LARGEST: Final = "large"


class Unread(NamedTuple):
    """A message code, and the values of its sentence beside file and notice."""

    code: str
    params: tuple[tuple[str, str], ...]


def why_unread(path: Path, fault: str, folder: str, limit: str) -> Unread:
    """Return why a picture could not be read.

    Args:
        path: where it should be.
        fault: ``link``, ``kind`` or ``large`` as of ``UnfitFileError``; anything else says
            that it could not be opened.
        folder: its folder as messages name it.
        limit: the most megabytes that are read.

    """
    place = (("folder", folder),)
    if fault == _LARGEST:
        return Unread("picture.file_large", (("limit", limit),))
    if path.is_symlink():
        return Unread("picture.link", place)
    if path.is_dir():
        return Unread("picture.is_folder", place)
    if fault == "kind":
        return Unread("picture.kind", place)
    if fault == "link":  # on the way to it
        return Unread("picture.link", place)
    if other := _other_case(path):
        return Unread("picture.case", (("found", other),))
    return Unread("picture.no_access" if path.exists() else "picture.absent", place)


def _other_case(path: Path) -> str:
    """Return the name that differs in upper and lower case alone; empty where there is none."""
    try:
        names = sorted(os.listdir(path.parent))  # noqa: PTH208 - names are wanted
    except OSError:
        return ""
    wanted = path.name.casefold()
    return next((n for n in names if n.casefold() == wanted and n != path.name), "")
