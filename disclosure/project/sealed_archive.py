"""``content/archive``: the sealed versions of a project, and who may add to them."""

from collections.abc import Iterator
from contextlib import contextmanager

from disclosure.archive.store import Store
from disclosure.project.lock_places import sealing_lock
from disclosure.project.settings import Settings


def store_of(settings: Settings) -> Store:
    """Return the archive of a project."""
    return Store(settings.content / "archive")


@contextmanager
def archive_lock(settings: Settings) -> Iterator[Store]:
    """Hold the archive for the length of the block, and complete what was interrupted.

    Raises:
        OutputError: another process holds it, or it cannot be written.

    """
    with sealing_lock(settings):
        store = store_of(settings)
        store.recover()
        yield store
