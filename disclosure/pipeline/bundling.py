"""Bundling: program, content and packages in one zip, for a machine without a network."""

import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import disclosure
from disclosure.archive.packing import moment_of, pack
from disclosure.errors import UsageError
from disclosure.files import explain_os_error, written_aside
from disclosure.messages import say
from disclosure.pipeline.sealing import archive_lock
from disclosure.pipeline.wheels import (
    Target,
    check_target,
    extras_in,
    fetch_wheels,
    installed_extras,
)
from disclosure.settings import Settings

FOLDER: Final = "disclosure"  # in the zip, so that it unpacks into one folder
_PROGRAM: Final = ("build.py", "pyproject.toml", "README.md", "README.zh-CN.md", "CHANGELOG.md")
_PROGRAM_FOLDERS: Final = ("disclosure", "requirements")
# Whatever it is called: a key begins so, or its kind says so.
_KEY: Final = re.compile(rb"-----BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File")
_KEY_KINDS: Final = frozenset({".key", ".p12", ".pfx", ".jks", ".kdbx", ".ppk"})
_LOOKED_AT: Final = 4096

_START_WINDOWS: Final = b"""\
@echo off\r
rem pushd, not cd: it also works on a network share.\r
pushd "%~dp0"\r
set PYTHON=py -3\r
where py >nul 2>nul || set PYTHON=python\r
%PYTHON% build.py && %PYTHON% build.py serve --open\r
popd\r
pause\r
"""
_START_POSIX: Final = b"""\
#!/bin/sh
cd "$(dirname "$0")" || exit 1
python3 build.py && exec python3 build.py serve --open
"""


class Bundle(NamedTuple):
    """What was written.

    Attributes:
        path: of the zip.
        extras: what can be added on the other machine.
        left_out: files of the content that must not travel: keys, and links to elsewhere.
    """

    path: Path
    extras: tuple[str, ...]
    left_out: tuple[str, ...]


def bundle(
    settings: Settings, target: Target, extras: tuple[str, ...] | None, folder: Path
) -> Bundle:
    """Write the zip; the whole of it, or nothing.

    Args:
        settings: the project.
        target: the machine that it is for.
        extras: what can be added there; None means what was added here.
        folder: where to.

    Raises:
        OutputError: packages cannot be downloaded, or it cannot be written.
        UsageError: there is no such extra, platform or Python.

    """
    check_target(target)
    locks = settings.root / "requirements"
    wanted = installed_extras(settings.root) if extras is None else extras
    for name in wanted:
        if name not in extras_in(locks):
            raise UsageError("bundle.extra", what=name, known="、".join(extras_in(locks)))
    path = folder / f"disclosure-{disclosure.__version__}-{'-'.join(target.platform_names)}.zip"
    with written_aside(path) as draft, tempfile.TemporaryDirectory() as scratch:
        wheels = Path(scratch) / "wheels"
        lock_files = [locks / f"{name}.lock" for name in ("core", *wanted)]
        fetch_wheels(lock_files, target, wheels, settings.cache / "wheels.log")
        # Nobody may seal while the archive is copied.
        with archive_lock(settings):
            left_out = _write(draft, settings, wheels, _own_files(settings, target, wanted))
    return Bundle(path, wanted, left_out)


def _own_files(settings: Settings, target: Target, extras: tuple[str, ...]) -> dict[str, bytes]:
    values = {
        "platform": "、".join(target.platform_names),
        "python": "、".join(target.python_names),
        "extras": "、".join(extras) or "—",
    }
    text = say("bundle.readme", settings.language, values)
    # As Windows' editor wants it.
    readme = text.replace("\n", "\r\n").encode("utf-8-sig")
    return {"README.txt": readme, "start.bat": _START_WINDOWS, "start.sh": _START_POSIX}


def _write(
    draft: Path, settings: Settings, wheels: Path, own: Mapping[str, bytes]
) -> tuple[str, ...]:
    files = {name: settings.root / name for name in _PROGRAM if (settings.root / name).is_file()}
    folders = {name: settings.root / name for name in _PROGRAM_FOLDERS}
    folders |= {"templates": settings.templates, "content": settings.content, "wheels": wheels}
    for name, folder in folders.items():
        files |= {f"{name}/{below}": path for below, path in _files_below(folder)}
    left_out = []
    with zipfile.ZipFile(draft, "w") as package:
        for name in sorted([*files, *own]):
            if name in own:
                pack(package, f"{FOLDER}/{name}", own[name], executable=name.endswith(".sh"))
            elif files[name].is_symlink() or (name.startswith("content/") and _is_key(files[name])):
                left_out.append(name)
            else:
                _pack(package, name, files[name])
    return tuple(left_out)


def _pack(package: zipfile.ZipFile, name: str, path: Path) -> None:
    packed = f"{FOLDER}/{name}"
    if path.suffix == ".py":
        data = path.read_bytes()
        pack(package, packed, data, moment=moment_of(data), executable=name == "build.py")
        return
    with path.open("rb") as content:
        pack(package, packed, content)


def _files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a folder but for what is hidden or was made by running the program."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        made = "__pycache__" in parts or path.suffix == ".pyc"
        if not made and not any(part.startswith(".") for part in parts) and not path.is_dir():
            yield "/".join(parts), path


def _is_key(path: Path) -> bool:
    """Whether a file holds a private key."""
    if path.suffix.lower() in _KEY_KINDS:
        return True
    try:
        with path.open("rb") as file:
            return bool(_KEY.search(file.read(_LOOKED_AT)))
    except OSError as error:
        raise explain_os_error(error, path) from error
