"""``content/site.yaml``: the site that carries the notices, read and judged.

Apart, because nearly every command needs it, and none of them anything else of the build.
"""

import os

from disclosure.diagnostics import Diagnostic, Level
from disclosure.model.site import Site
from disclosure.project.settings import Settings
from disclosure.source.load import Loaded, load_site, read_bytes


def load_site_file(settings: Settings) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """Return what ``site.yaml`` says, or None, and what was found in it."""
    loaded = read_site_file(settings)
    return loaded.model, loaded.diagnostics


def read_site_file(settings: Settings) -> Loaded[Site]:
    """Return what ``site.yaml`` says, what was found in it, and where its values stand."""
    path = settings.content / "site.yaml"
    shown = settings.display_path(path)
    if not os.path.lexists(path):
        params = (("path", shown.as_posix()),)
        return Loaded(None, (Diagnostic(shown, 0, 0, Level.ERROR, "site.absent", params),), None)
    data, unreadable = read_bytes(path, shown, settings.content)
    return Loaded(None, unreadable, None) if unreadable else load_site(data, shown)
