"""Folders that are never published to: what people write, the program, the system's root."""

import os
from pathlib import Path

import disclosure
from disclosure.errors import UsageError
from disclosure.project.settings import Settings

# In the project, besides its content, templates, site and cache.
_PROGRAM = ("disclosure", "tests", "bench", "docs", "requirements", "wheels", "node_modules")


def safe_folder(folder: Path, settings: Settings) -> Path:
    """Return the folder of a target, absolute and with every link followed.

    Raises:
        UsageError: it is, or holds, or lies in a folder whose files are not the target's.

    """
    try:
        place = Path(os.path.realpath(folder))
    except (OSError, ValueError):
        raise UsageError("publish.bad_folder", path=folder.as_posix()) from None
    for own in _own(settings):
        real = Path(os.path.realpath(own))
        # A folder that holds the project would get the site's files among the project's.
        if place.is_relative_to(real) or real.is_relative_to(place):
            raise UsageError(
                "publish.own_folder", path=place.as_posix(), root=settings.root.as_posix()
            )
    within = place.relative_to(_real(settings.root)) if _inside(place, settings) else None
    if within is not None and within.parts[0].startswith("."):
        raise UsageError("publish.own_folder", path=place.as_posix(), root=settings.root.as_posix())
    return place


def _own(settings: Settings) -> tuple[Path, ...]:
    given = (settings.content, settings.templates, settings.output, settings.cache)
    program = Path(disclosure.__file__).parent
    return (*given, program, *(settings.root / name for name in _PROGRAM))


def _inside(place: Path, settings: Settings) -> bool:
    return place.is_relative_to(_real(settings.root))


def _real(folder: Path) -> Path:
    return Path(os.path.realpath(folder))
