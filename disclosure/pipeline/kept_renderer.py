"""The renderer of a project, kept as long as nothing that it is made of changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from disclosure.model.site import Site
from disclosure.project.fingerprint import FileProbe, FileState, look_at_tree, same_digests
from disclosure.project.settings import Settings
from disclosure.render.renderer import Renderer, open_renderer


class KeptRenderer:
    """Gives the renderer that a build would open now, and opens one only where it must.

    Templates are looked at each time, as a build looks at them. What they are is noted before
    they are read, so that one which changes while it is read is read again the next time.
    """

    def __init__(self, settings: Settings) -> None:
        """Keep nothing yet.

        Args:
            settings: the project.
        """
        self._settings = settings
        self._kept: Renderer | None = None
        self._templates: dict[str, FileState] = {}
        self._lock = Lock()

    @contextmanager
    def of(self, site: Site) -> Iterator[Renderer]:
        """Lend the renderer to one thread after the other: its tools are not made for several.

        Args:
            site: whose pages they are, as its file is now.

        Raises:
            TemplateError: a file of the templates folder is missing.

        """
        with self._lock:
            folder = self._settings.templates
            before = self._templates
            self._templates = look_at_tree(folder, before, FileProbe())
            same = same_digests(before, self._templates)
            kept = self._kept
            if kept is None or not same or kept.site != site:
                self._kept = None
                kept = self._kept = open_renderer(site, folder, self._settings.compiled)
            yield kept
