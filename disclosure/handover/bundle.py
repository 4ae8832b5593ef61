"""Bundling: program, content and packages in one zip, for a machine without a network."""

import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import disclosure
from disclosure.bounded_reading import read_file
from disclosure.errors import UsageError
from disclosure.files import explain_os_error, written_aside
from disclosure.handover.start_files import RUNNABLE, START_FILES
from disclosure.handover.wheels import (
    Target,
    check_target,
    extras_in,
    fetch_wheels,
    installed_extras,
)
from disclosure.messages import say
from disclosure.project.belongings import belongings_of
from disclosure.project.sealed_archive import archive_lock
from disclosure.project.settings import Settings
from disclosure.zip_stored import moment_of, pack

FOLDER: Final = "disclosure"  # in the zip, so that it unpacks into one folder


class Bundle(NamedTuple):
    """What was written.

    Attributes:
        path: of the zip.
        extras: what can be added on the other machine.
        left_out: what lies in the project and does not belong to it, keys, links to elsewhere.
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
    return {"README.txt": readme, **START_FILES}


def _write(
    draft: Path, settings: Settings, wheels: Path, own: Mapping[str, bytes]
) -> tuple[str, ...]:
    files, left_out = belongings_of(settings)
    files |= {f"wheels/{path.name}": path for path in wheels.glob("*.whl")}
    with zipfile.ZipFile(draft, "x") as package:
        for name in sorted([*files, *own]):
            if name in own:
                pack(package, f"{FOLDER}/{name}", own[name], executable=name.endswith(RUNNABLE))
            else:
                _pack(package, name, files[name])
    return left_out


def _pack(package: zipfile.ZipFile, name: str, path: Path) -> None:
    packed = f"{FOLDER}/{name}"
    try:
        if path.suffix == ".py":
            data = read_file(path)
            pack(package, packed, data, moment=moment_of(data), executable=name == "build.py")
            return
        with path.open("rb") as content:
            pack(package, packed, content)
    except OSError as error:
        raise explain_os_error(error, path) from error
