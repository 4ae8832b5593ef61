"""A site whose address has changed: what this does to the ids in its feed is said, once."""

import os
from pathlib import PurePosixPath

from disclosure.bounded_reading import read_file
from disclosure.diagnostics import Diagnostic
from disclosure.errors import OutputError
from disclosure.model.faults import Fault
from disclosure.model.site import Site
from disclosure.project.settings import ARCHIVE_LOG, Settings
from disclosure.source.load import Loaded, diagnose, load_site


def find_moved_base(settings: Settings, loaded: Loaded[Site]) -> tuple[Diagnostic, ...]:
    """Return a warning where the last version was sealed for another address.

    Ids of the feed begin with the address. Who says in ``feed.id_base`` what they are to begin
    with, and who has sealed at the new address, is not told.

    Args:
        settings: the project.
        loaded: its ``site.yaml``.

    """
    site, places = loaded.model, loaded.places
    if site is None or places is None or site.feed.id_base is not None:
        return ()
    before = _sealed_base(settings)
    if not before or before == site.base_url:
        return ()
    shown = settings.display_path(settings.content / "site.yaml")
    params = (("old", before), ("new", site.base_url))
    fault = Fault(("base_url",), "site.base_moved", params, warning=True)
    return (diagnose(fault, shown, places),)


def _sealed_base(settings: Settings) -> str:
    """Return the address that the last version was sealed for; empty where nobody can say."""
    if not os.path.lexists(settings.content / ARCHIVE_LOG):
        return ""
    from disclosure.project.sealed_archive import store_of  # imported here: most sites have none

    store = store_of(settings)
    try:
        entry = next((line.entry for line in reversed(store.lines()) if line.entry), None)
        if entry is None:
            return ""
        data = read_file(store.folder / entry.folder / "site.yaml", settings.content)
    except (OSError, OutputError):
        return ""  # told by whoever verifies the archive
    site = load_site(data, PurePosixPath("site.yaml"), sealed=True).model
    return site.base_url if site else ""
