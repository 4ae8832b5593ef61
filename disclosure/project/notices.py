"""Which notices lie in the content folder."""

import os
import re
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from disclosure.diagnostics import Diagnostic, Level
from disclosure.project.settings import Settings
from disclosure.project.stray_links import find_strays

# Also a folder name, an address and an archive key: no case, no dots, no Windows surprises.
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG_LENGTH = 80
_SUFFIXES = (".yaml", ".yml")
NO_NOTICES: Final = "notices.none"


class NoticeFile(NamedTuple):
    """One notice's file.

    Attributes:
        slug: of the notice.
        folder: where the file lies.
        name: of the file.

    """

    slug: str
    folder: Path
    name: str

    @property
    def path(self) -> Path:
        """The file; put together when asked for, as a build that changes nothing never does."""
        return self.folder / self.name


def find_notices(settings: Settings) -> tuple[tuple[NoticeFile, ...], tuple[Diagnostic, ...]]:
    """Return the notices of the project by slug, and what is wrong with their file names.

    Files whose name begins with ``_`` or ``.`` are drafts and left alone.
    """
    folder = settings.content / "notices"
    found: dict[str, NoticeFile] = {}
    wrong = list(find_strays(settings))
    if any(each.path == settings.display_path(folder) for each in wrong):
        return (), tuple(wrong)
    for name in _file_names(folder):
        slug, dot, suffix = name.rpartition(".")
        if f"{dot}{suffix}".lower() not in _SUFFIXES or name[0] in "._":
            continue
        if fault := slug_fault(slug):
            wrong.append(_error(settings.display_path(folder / name), fault, slug=slug))
        elif slug in found:
            shown, first = settings.display_path(folder / name), found[slug].name
            wrong.append(_error(shown, "slug.clash", slug=slug, first=first))
        else:
            found[slug] = NoticeFile(slug, folder, name)
    if not found and not wrong:
        shown = settings.display_path(folder)
        wrong.append(_error(shown, NO_NOTICES, path=shown.as_posix()))
    return tuple(found.values()), tuple(wrong)


def find_notice(slug: str, settings: Settings) -> NoticeFile | None:
    """Return the notice of that name, as ``find_notices`` would; None where there is none.

    The others are not looked at; and no path is made of the name, which may be anybody's: it is
    looked for among the names that the folder has.
    """
    folder = settings.display_path(settings.content / "notices")
    if slug_fault(slug) or any(each.path == folder for each in find_strays(settings)):
        return None
    path = standing_file(slug, settings)
    return NoticeFile(slug, path.parent, path.name) if path else None


def slug_fault(slug: str) -> str:
    """Return the message code of what is wrong with the name of a notice; "" where nothing is."""
    if not _SLUG.fullmatch(slug) or len(slug) > _SLUG_LENGTH:
        return "slug.form"
    if "-" in slug:
        return ""  # what Windows keeps for itself is one word: con, lpt1
    # Imported here: most slugs are of several words.
    from disclosure.archive.names import is_safe_name

    return "" if is_safe_name(slug) else "slug.reserved"


def standing_file(slug: str, settings: Settings) -> Path | None:
    """Return the file that a notice has, whatever its suffix; None where there is none."""
    folder = settings.content / "notices"
    names = _file_names(folder, f"{slug}.")
    return next((folder / name for name in names if _is_of(slug, name)), None)


def _is_of(slug: str, name: str) -> bool:
    """Say whether a file is that of a notice; names are compared here, not by the system."""
    stem, dot, suffix = name.rpartition(".")
    return stem == slug and f"{dot}{suffix}".lower() in _SUFFIXES


def _file_names(folder: Path, start: str = "") -> list[str]:
    try:
        with os.scandir(folder) as entries:
            # Devices and FIFOs, too: whoever reads them refuses them by name.
            found = (entry for entry in entries if entry.name.startswith(start))
            return sorted(entry.name for entry in found if not entry.is_dir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _error(shown: PurePosixPath, code: str, **params: str) -> Diagnostic:
    return Diagnostic(shown, 0, 0, Level.ERROR, code, tuple(params.items()))
