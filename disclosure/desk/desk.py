"""The desk beside the preview: its addresses, its script in pages, its key on the terminal."""

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from tornado.httputil import HTTPServerRequest

import disclosure.desk
from disclosure.desk.context import DeskContext
from disclosure.desk.first_use import prepare
from disclosure.desk.guard import Guard
from disclosure.desk.jobs import Jobs
from disclosure.desk.overview import Overview
from disclosure.desk.routes import routes
from disclosure.editorial.kept_context import KeptContext
from disclosure.messages import say
from disclosure.pipeline.kept_renderer import KeptRenderer
from disclosure.preview.beside import Serving
from disclosure.project.kept_links import KeptLinks
from disclosure.project.settings import Settings
from disclosure.render.environment import open_templates
from disclosure.render.urls import ATTACHED

_TEMPLATES: Final = Path(disclosure.desk.__file__).parent / "templates"
_SCRIPT: Final = b'<script src="/-desk/desk.js" data-desk defer></script>'
# What an office attaches may hold scripts: it is shown, and never acts for who looks at it.
_ATTACHED: Final = "default-src 'none'; sandbox"
_FILES: Final = ATTACHED.rstrip("/")


class Desk:
    """What ``serve`` puts beside the preview on this machine; see ``preview.beside.Beside``."""

    def __init__(self, settings: Settings) -> None:
        """Prepare a desk.

        Args:
            settings: the project; its output is the preview's.
        """
        self._settings = settings
        self._guard: Guard | None = None
        self._context: DeskContext | None = None

    @property
    def address(self) -> str:
        """Where the desk is opened: with the key, good for one browser."""
        return self._guard.address if self._guard else ""

    def routes(self, serving: Serving) -> Sequence[tuple[Any, ...]]:
        """Return the handlers, and print where the desk is opened."""
        self._guard = Guard(serving.port)
        checks = KeptContext(self._settings)
        self._context = DeskContext(
            self._settings,
            self._guard,
            serving,
            open_templates(_TEMPLATES, dicts=True),
            checks,
            Overview(self._settings, checks),
            KeptRenderer(self._settings),
            KeptLinks(self._settings),
            self._settings._replace(output=self._settings.root / "site"),
            Jobs(self._settings),
        )
        said = say("desk.address", self._settings.language, {"address": self.address})
        serving.tell(said)
        return routes(self._context)

    def prepare(self) -> None:
        """Load what the first requests need; whatever is wrong is told to them."""
        if self._context is not None:
            with suppress(Exception):
                prepare(self._context)

    def head(self, request: HTTPServerRequest) -> bytes:
        """Return the script for a page, for the browser that was opened with the key."""
        if self._guard is None or self._guard.refusal(request):
            return b""
        return _SCRIPT

    def headers(
        self, request: HTTPServerRequest, address: str, kind: str
    ) -> Sequence[tuple[str, str]]:
        """Return what keeps a file of the site from acting for who works at the desk."""
        found = [("X-Frame-Options", "SAMEORIGIN"), ("Cross-Origin-Resource-Policy", "same-origin")]
        acts = "html" in kind or "xml" in kind
        if acts and _is_attached(address):
            found.append(("Content-Security-Policy", _ATTACHED))
        return found


def _is_attached(address: str) -> bool:
    """Say whether an address may be that of an attached file, on a system of whatever habits."""
    return _FILES in {part.strip(". ").lower() for part in re.split(r"[/\\]", address)}
