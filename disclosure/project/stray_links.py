"""Strays: what lies in the content folder under a name of ours, and leads elsewhere."""

import os
import stat
from pathlib import Path
from typing import Final

from disclosure.bounded_reading import leads_out
from disclosure.diagnostics import Diagnostic, Level
from disclosure.project.settings import ADDRESSES, ARCHIVE_LOG, REVIEWS, SIGNERS, Settings

_FOLDERS: Final = ("notices", REVIEWS, "archive", "published")
# Notices and site.yaml are looked at when they are read.
_FILES: Final = ("terms.yaml", ADDRESSES, SIGNERS, ARCHIVE_LOG)


def find_strays(settings: Settings) -> tuple[Diagnostic, ...]:
    """Return an error for each folder or file of the project's own that is not to be read.

    Links are fine as long as they stay inside the content folder; devices and FIFOs never are.
    """
    found = []
    for name in (*_FOLDERS, *_FILES):
        path = settings.content / name
        code = _fault(path, settings.content, folder=name in _FOLDERS)
        if code:
            found.append(Diagnostic(settings.display_path(path), 0, 0, Level.ERROR, code))
    return tuple(found)


def _fault(path: Path, content: Path, *, folder: bool) -> str:
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            if leads_out(path, content):
                return "text.link"
            mode = path.stat().st_mode
    except OSError:
        return ""  # it is not there, or told by whoever reads it
    return "" if (stat.S_ISDIR if folder else stat.S_ISREG)(mode) else "text.kind"
