"""What belongs to a project: the files that the loader and the build read, and no others.

An allow-list, for what must not travel (keys, passwords, drafts) has any name.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from disclosure.archive.checksums import LISTING, TOKEN_FILE, read_listing
from disclosure.archive.store import LOG
from disclosure.bounded_reading import leads_out, read_file
from disclosure.plain_paths import is_plain, is_regular_file
from disclosure.project.genres import genres_of
from disclosure.project.notices import NoticeFile, find_notices
from disclosure.project.pictures import read_pictures
from disclosure.project.settings import ADDRESSES, ARCHIVE_LOG, REVIEWS, SIGNERS, Settings
from disclosure.project.site_file import load_site_file
from disclosure.source.load import load_notice, read_bytes

_DOCUMENTS: Final = ("LICENSE", "README.md", "README.zh-CN.md", "CHANGELOG.md")
_PROGRAM: Final = ("build.py", "pyproject.toml", *_DOCUMENTS)
# Kinds of files by folder; hidden files and what running the program has made are passed over.
_KINDS: Final = {
    "disclosure": frozenset({".py", ".yaml", ".txt", ".html", ".css", ".js", ".md"}),
    "requirements": frozenset({".lock"}),
    "templates": frozenset({".html", ".css", ".js", ".svg", ".md", ".txt", ".xml"}),
}
_VERSION: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[1-9][0-9]*")
_PUBLISHED: Final = re.compile(r"published/(?:[a-z0-9-]+\.(?:txt|pending)|log\.jsonl)")
_GENRE: Final = re.compile(r"genres/[^/._][^/]*\.yaml")
_SCHEMA: Final = re.compile(r"schema/[a-z]+\.schema\.json")
# A private key is one under any name.
_KEY: Final = re.compile(rb"-----BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key[-]File")


_LOOKED_AT: Final = 4096


class Belongings(NamedTuple):
    """Files of a project.

    Attributes:
        files: where they lie, by name in the project.
        left_out: names of what lies among them and does not belong; a folder stands for all in it.

    """

    files: dict[str, Path]
    left_out: tuple[str, ...]


def belongings_of(settings: Settings) -> Belongings:
    """Return what belongs to a project, and what lies there and does not."""
    files = {name: settings.root / name for name in _PROGRAM}
    files = {name: path for name, path in files.items() if is_regular_file(path)}
    left_out: list[str] = []
    for top, kinds in _KINDS.items():
        folder = settings.templates if top == "templates" else settings.root / top
        for name, path in _standing(folder):
            if Path(name).suffix in kinds and is_plain(name) and not _is_key(path):
                files[f"{top}/{name}"] = path
            elif not _was_made_by_running(name):
                left_out.append(f"{top}/{name}")
    ours = _content(settings)
    for name, path in _standing(settings.content, ours):
        if name in ours and is_plain(name) and not _is_key(path, settings.content):
            files[f"content/{name}"] = path
        else:
            left_out.append(f"content/{name}")
    return Belongings(files, tuple(sorted(left_out)))


def _content(settings: Settings) -> frozenset[str]:
    """Return the names of content files that are read by some command."""
    names = {"site.yaml", "terms.yaml", ADDRESSES, SIGNERS, ARCHIVE_LOG}
    notices, _ = find_notices(settings)
    for file in notices:
        names.add(f"notices/{file.name}")
        names.add(f"{REVIEWS}/{file.slug}.yaml")
        names.update(f"notices/{file.slug}/{each}" for each in _attachments(file, settings))
    site, _ = load_site_file(settings)
    if site is not None and site.archive.timestamp is not None:
        names.add(site.archive.timestamp.certificate)
    names.update(_archived(settings.content / "archive"))
    for name, _ in _standing(settings.content, frozenset(names)):
        if _PUBLISHED.fullmatch(name) or _SCHEMA.fullmatch(name) or _GENRE.fullmatch(name):
            names.add(name)
    return frozenset(names)


def _attachments(file: NoticeFile, settings: Settings) -> list[str]:
    shown = PurePosixPath(file.name)
    data, unreadable = read_bytes(file.path, shown, settings.content)
    loaded, _ = (None, ()) if unreadable else load_notice(data, shown, genres_of(settings))
    if loaded is None:
        return []
    files = [each.file for each in loaded.notice.attachments if each.file is not None]
    return [*files, *read_pictures(file, loaded, settings)[0].content]


def _archived(folder: Path) -> Iterator[str]:
    """Yield the names of what was sealed, as the listings of the versions tell."""
    for listing in folder.glob(f"*/*/{LISTING}"):
        version = listing.parent.relative_to(folder).as_posix()
        if not _VERSION.fullmatch(version):
            continue
        try:
            listed = read_listing(read_file(listing, folder)) or {}
        except OSError:
            continue
        for name in (*listed, LISTING, TOKEN_FILE):
            yield f"archive/{version}/{name}"
    yield f"archive/{LOG}"


def _standing(
    folder: Path, wanted: frozenset[str] = frozenset(), below: str = ""
) -> Iterator[tuple[str, Path]]:
    """Yield what lies in a folder, in order; of folders that are links or hidden only the name."""
    try:
        with os.scandir(folder / below) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in found:
        name = f"{below}{entry.name}"
        linked = any(each.startswith(f"{name}/") for each in wanted) and entry.is_dir()
        if entry.is_dir(follow_symlinks=False) or linked:
            if not entry.name.startswith(".") and entry.name != "__pycache__":
                yield from _standing(folder, wanted, f"{name}/")
            elif not _was_made_by_running(name):
                yield f"{name}/", folder / name
        elif not _was_made_by_running(name):
            yield name, folder / name


def _was_made_by_running(name: str) -> bool:
    last = name.rstrip("/").rpartition("/")[2]
    if last == "__pycache__" or last.endswith(".pyc"):
        return True
    # Locks, drafts and what is being sealed.
    return last.startswith(".") and last.endswith((".lock", ".lock.held", ".new", ".sealing"))


def _is_key(path: Path, within: Path | None = None) -> bool:
    """Whether a file holds a private key, or is none that may be read."""
    try:
        if leads_out(path, within):
            return True
        return bool(_KEY.search(read_file(path, within)[:_LOOKED_AT]))
    except OSError:
        return True
