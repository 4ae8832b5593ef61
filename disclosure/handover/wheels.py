"""Wheels: the packages that a machine without a network needs, fetched by pip, checked by hash."""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.errors import OutputError, UsageError
from disclosure.files import explain_os_error, write_file

_PLATFORM: Final = re.compile(r"[a-z][a-z0-9_]*")
_PYTHON: Final = re.compile(r"3\.\d{1,2}")
_OLDEST: Final = 11  # of Python 3; build.py refuses what is older
_MARKER: Final = re.compile(r" ; [^\\\n]*(?=\\?$)", re.MULTILINE)
_NO_EXTRAS: Final = frozenset({"core", "dev", "peers"})


class Target(NamedTuple):
    """The machine that the wheels are for.

    Attributes:
        platforms: as wheels name them, such as ``win_amd64``; none means this machine.
        pythons: such as ``3.12``; none means this one.
    """

    platforms: tuple[str, ...]
    pythons: tuple[str, ...]

    @property
    def foreign(self) -> bool:
        """Whether it may be another machine than this."""
        return bool(self.platforms or self.pythons)

    @property
    def platform_names(self) -> tuple[str, ...]:
        """The platforms, this machine's if none was named."""
        return self.platforms or (re.sub(r"\W", "_", sysconfig.get_platform()),)

    @property
    def python_names(self) -> tuple[str, ...]:
        """The versions of Python, this one if none was named."""
        return self.pythons or (f"{sys.version_info[0]}.{sys.version_info[1]}",)


def check_target(target: Target) -> None:
    """Refuse what is no platform and no Python that we run on.

    Raises:
        UsageError: it is not.

    """
    for platform in target.platforms:
        if not _PLATFORM.fullmatch(platform):
            raise UsageError("bundle.platform", what=platform)
    for python in target.pythons:
        if not _PYTHON.fullmatch(python) or int(python.partition(".")[2]) < _OLDEST:
            raise UsageError("bundle.python", what=python)


def extras_in(locks: Path) -> tuple[str, ...]:
    """Return the names of what can be added to the program."""
    names = {path.stem for path in locks.glob("*.lock")}
    return tuple(sorted(names - _NO_EXTRAS))


def installed_extras(root: Path) -> tuple[str, ...]:
    """Return the names of what was added here, as build.py notes it."""
    environment = root / ".venv"
    return tuple(
        name
        for name in extras_in(root / "requirements")
        if (environment / f"{name}.installed").exists()
    )


def fetch_wheels(locks: Iterable[Path], target: Target, folder: Path, log: Path) -> None:
    """Download what the lock files want.

    Args:
        locks: lock files with hashes.
        target: the machine.
        folder: where to; lock files made over for the target are written beside it.
        log: a new file for what pip says.

    Raises:
        OutputError: pip could not, or the log cannot be written.

    """
    base = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "--no-input"]
    # The lock files name everything, so that pip need not work out what needs what.
    base += ["--only-binary", ":all:", "--no-deps", "--require-hashes", "--dest", str(folder)]
    try:
        write_file(log, b"")
        for lock in locks:
            wanted = _for_target(lock, target, folder.with_name(lock.name))
            for options in _options(target):
                with log.open("ab") as out:
                    command = [*base, *options, "--requirement", str(wanted)]
                    failed = subprocess.run(command, stdout=out, stderr=out, check=False)  # noqa: S603
                if failed.returncode:
                    raise OutputError("bundle.download", name=lock.name, log=log.as_posix())
    except OSError as error:
        raise explain_os_error(error, log) from error


def _options(target: Target) -> Iterable[Sequence[str]]:
    if not target.foreign:
        return [()]
    platforms = [word for name in target.platforms for word in ("--platform", name)]
    return [(*platforms, "--python-version", python) for python in target.python_names]


def _for_target(lock: Path, target: Target, copy: Path) -> Path:
    """Return the lock file for pip.

    For another machine every package is taken, whatever its marker says: pip would ask the marker
    of this machine. A package too many does no harm, for the other machine asks again.
    """
    if not target.foreign:
        return lock
    write_file(copy, _MARKER.sub(" ", lock.read_text("utf-8")).encode())
    return copy
