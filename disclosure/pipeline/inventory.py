"""What lies in the content folder: notices, and the files that go with them."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from disclosure.diagnostics import Diagnostic, Level
from disclosure.model.notice import Notice
from disclosure.settings import Settings

# Also a folder name, an address and an archive key: no case, no dots, no Windows surprises.
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG_LENGTH = 80
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """One notice's file."""

    slug: str
    path: Path


def find_notices(settings: Settings) -> tuple[tuple[NoticeFile, ...], tuple[Diagnostic, ...]]:
    """Return the notices of the project by slug, and what is wrong with their file names.

    Files whose name begins with ``_`` or ``.`` are drafts and left alone.
    """
    folder = settings.content / "notices"
    found: dict[str, NoticeFile] = {}
    wrong: list[Diagnostic] = []
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
        if path.suffix.lower() not in _SUFFIXES or path.name[0] in "._" or not path.is_file():
            continue
        slug = path.stem
        shown = settings.shown(path)
        if not _SLUG.fullmatch(slug) or len(slug) > _SLUG_LENGTH:
            wrong.append(_error(shown, "slug.form", slug=slug))
        elif slug in found:
            first = found[slug].path.name
            wrong.append(_error(shown, "slug.clash", slug=slug, first=first))
        else:
            found[slug] = NoticeFile(slug, path)
    if not found and not wrong:
        shown = settings.shown(folder)
        wrong.append(_error(shown, "notices.none", path=shown.as_posix()))
    return tuple(found.values()), tuple(wrong)


def read_attachments(
    file: NoticeFile, notice: Notice, settings: Settings
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the content of the notice's attached files by name, and which are missing."""
    folder = file.path.with_suffix("")
    found: dict[str, bytes] = {}
    wrong: list[Diagnostic] = []
    for attachment in notice.attachments:
        if attachment.file is None:
            continue
        try:
            found[attachment.file] = (folder / attachment.file).read_bytes()
        except OSError:
            shown = settings.shown(folder).as_posix()
            place = settings.shown(file.path)
            wrong.append(_error(place, "attachment.absent", file=attachment.file, folder=shown))
    return found, tuple(wrong)


def _error(shown: PurePosixPath, code: str, **params: str) -> Diagnostic:
    return Diagnostic(shown, 0, 0, Level.ERROR, code, tuple(params.items()))
