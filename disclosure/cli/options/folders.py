"""Folders and files given on the command line."""

import errno
import os
from pathlib import Path

from disclosure.errors import UsageError

_SHOWN = 60


def given_folder(given: Path | None, default: Path) -> Path:
    """Return what was given, relative to where the command was typed, or the default.

    Raises:
        UsageError: no system has names of that length.

    """
    return default if given is None else _placed(given)


def maybe_folder(given: Path | None) -> Path | None:
    """Return what was given, relative to where the command was typed.

    Raises:
        UsageError: no system has names of that length.

    """
    return None if given is None else _placed(given)


def _placed(given: Path) -> Path:
    place = Path.cwd() / given
    try:
        os.lstat(place)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise UsageError("cli.long_name", path=f"{given.as_posix()[:_SHOWN]}…") from error
    return place
