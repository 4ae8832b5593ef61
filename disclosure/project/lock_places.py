"""Which lock guards what: each lies beside it, so that two program folders exclude each other."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from disclosure.locks import can_be_made, exclusive, held_file
from disclosure.messages import say
from disclosure.project.settings import REVIEWS, Settings, name_for


@contextmanager
def site_lock(settings: Settings) -> Iterator[Callable[[], bool]]:
    """Hold the site for the length of the block; gives a function that says if it still does.

    Raises:
        OutputError: another build is at work, or the lock cannot be made anywhere.

    """
    lock = next(filter(can_be_made, site_locks(settings)), site_locks(settings)[0])
    with exclusive(lock, notify=_teller(settings, lock)) as held:
        yield held


def site_locks(settings: Settings) -> tuple[Path, ...]:
    """Return where the lock of a site may lie; the first that can be made counts."""
    return (
        settings.output.parent / f".{settings.output.name}.lock",
        # Beside a folder of a web server we may often not write.
        settings.cache / f"{name_for(settings.output)}.lock",
        settings.output / ".lock",
    )


@contextmanager
def sealing_lock(settings: Settings) -> Iterator[None]:
    """Hold the archive for the length of the block.

    Raises:
        OutputError: another process holds it, or the lock cannot be made.

    """
    lock = settings.content / ".archive.lock"
    with exclusive(lock, "archive.busy", _teller(settings, lock)):
        yield


@contextmanager
def signing_lock(settings: Settings, slug: str) -> Iterator[None]:
    """Hold the sign-offs of a notice for the length of the block.

    Raises:
        OutputError: another process holds them, or the lock cannot be made.

    """
    lock = settings.content / f".{REVIEWS}-{slug}.lock"
    with exclusive(lock, notify=_teller(settings, lock)):
        yield


def _teller(settings: Settings, lock: Path) -> Callable[[], None]:
    def tell() -> None:
        places = {
            "path": settings.display_path(lock).as_posix(),
            "held": settings.display_path(held_file(lock)).as_posix(),
        }
        sentence = say("lock.by_file", settings.language, places)
        sys.stderr.write(f"{sentence}\n")

    return tell
