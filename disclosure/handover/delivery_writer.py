"""Parcels on disk: a folder or a zip of files, put in place of an older one of the same kind."""

import io
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from disclosure.archive.checksums import LISTING, read_listing
from disclosure.bounded_reading import read_file
from disclosure.errors import OutputError
from disclosure.files import (
    draft_beside,
    explain_os_error,
    remove_tree,
    sha256_hex,
    sweep,
    write_file,
)
from disclosure.plain_paths import is_regular_file
from disclosure.zip_stored import pack

_LARGEST: Final = 1 << 30  # what a zip may hold to be looked into
# Stands in every delivery, and in no sealed version or site, which have a listing, too.
_SIGN: Final = "copy.html"


def write_delivery(path: Path, files: Mapping[str, bytes]) -> None:
    """Write files as a zip where ``path`` ends in ``.zip``, else as a folder.

    What stands there is replaced if it is a delivery, as it was once written, and nothing else.
    The zip holds one folder; it is sorted, undated and not deflated, and so the same each time.

    Args:
        path: of the delivery; its folder is made.
        files: by name, with the listing that tells the next delivery that they are ours.

    Raises:
        OutputError: something else stands there, or it cannot be written; nothing has changed.

    """
    # What is exchanged stands under a name that the next delivery knows, to bring it back.
    old = path.with_name(f".{path.name}.old")
    draft = draft_beside(path)
    try:
        _settle(path, old)
        if os.path.lexists(path):
            _refuse_foreign(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        _write(draft, path, files)
        if path.exists():
            path.rename(old)
        draft.rename(path)
        _take_away(old)
    except OSError as error:
        with suppress(OSError, OutputError):
            _settle(path, old)
        raise explain_os_error(error, path) from error
    finally:
        with suppress(OSError):
            remove_tree(draft)


def zip_of(name: str, files: Mapping[str, bytes]) -> bytes:
    """Return the zip that ``write_delivery`` would write, for whoever downloads it.

    Args:
        name: of the zip, with its suffix.
        files: by name.

    """
    memory = io.BytesIO()
    _zip(memory, name.removesuffix(".zip"), files)
    return memory.getvalue()


def _zip(file: IO[bytes], folder: str, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(file, "w") as package:
        for name in sorted(files):
            pack(package, f"{folder}/{name}", files[name], modes=False)


def _settle(path: Path, old: Path) -> None:
    """Undo or complete the exchange of two deliveries that was interrupted.

    Raises:
        OutputError: what stands where the older one would be is no delivery.

    """
    if not os.path.lexists(old):
        return
    _refuse_foreign(old, path.name)
    if os.path.lexists(path):
        _take_away(old)
    else:
        old.rename(path)


def _take_away(old: Path) -> None:
    """Delete a delivery; interrupted, the rest is a draft, not half a delivery."""
    if os.path.lexists(old):
        trash = draft_beside(old)
        old.rename(trash)
        remove_tree(trash)


def _write(draft: Path, path: Path, files: Mapping[str, bytes]) -> None:
    if path.suffix != ".zip":
        for name, data in files.items():
            write_file(draft / name, data)
        return
    with draft.open("xb") as file:
        _zip(file, path.stem, files)


def _refuse_foreign(path: Path, name: str = "") -> None:
    """Refuse what is no delivery, or no longer as it was written.

    Args:
        path: what stands there.
        name: under which it was written, if that was another.

    """
    written = Path(name or path.name)
    zipped = written.suffix == ".zip"
    found = _digests_of_zip(path, written.stem) if zipped else _digests_of_folder(path)
    listing, digests = found
    listed = read_listing(listing) if listing is not None else None
    if listed is None or _SIGN not in listed:
        raise OutputError("deliver.foreign", path=path.as_posix())
    for name in sorted(listed.keys() | digests.keys()):
        if listed.get(name) != digests.get(name):
            raise OutputError("deliver.touched", path=path.as_posix(), name=name)


def _digests_of_folder(path: Path) -> tuple[bytes | None, dict[str, str]]:
    """Return the listing of a folder, None where there is none, and the digests of the rest."""
    listing = path / LISTING
    if path.is_symlink() or not is_regular_file(listing):
        return None, {}
    files = {
        each.relative_to(path).as_posix(): each
        for each in path.rglob("*")
        if each.is_symlink() or not each.is_dir()
    }
    del files[LISTING]
    digests = {
        # What is no plain file is nothing of ours.
        name: sha256_hex(read_file(each)) if is_regular_file(each) else ""
        for name, each in files.items()
    }
    return read_file(listing), digests


def _digests_of_zip(path: Path, stem: str) -> tuple[bytes | None, dict[str, str]]:
    """Return the same of a zip."""
    top = f"{stem}/"
    if not is_regular_file(path):
        return None, {}
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
            if sum(member.file_size for member in members) > _LARGEST:
                return None, {}
            names = {each.filename.removeprefix(top): each.filename for each in members}
            if LISTING not in names or len(names) != len(members):
                return None, {}
            listing = package.read(names.pop(LISTING))
            return listing, {name: sha256_hex(package.read(at)) for name, at in names.items()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, IsADirectoryError):
        return None, {}
