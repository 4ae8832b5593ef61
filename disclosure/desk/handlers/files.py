"""Files of the desk itself: its style and its script, by a list of names."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import disclosure.desk
from disclosure.desk.handlers.base import DeskHandler
from disclosure.media_types import served_type

_OWN: Final = Path(disclosure.desk.__file__).parent
_FILES: Final[Mapping[str, Path]] = MappingProxyType(
    {
        "desk.css": _OWN / "desk.css",
        "desk.js": _OWN / "client" / "desk.js",
        "client.css": _OWN / "client" / "desk.css",
        **{f"client/{path.name}": path for path in (_OWN / "client").glob("*.js")},
    }
)
# Of the site's own styles those that a page of the desk is written with.
_STYLES: Final = ("10-tokens.css", "20-base.css")
_BASE, _ICON = "base.css", "icon.svg"
_CLOSED: Final = "desk.closed"
_SHOWN: Final = (".css", _ICON)
NAMES: Final = "|".join((*_FILES, _BASE, _ICON)).replace(".", r"\.")


class OwnFile(DeskHandler):
    """Sends one of them."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET", "HEAD")

    def prepare(self) -> None:
        """Let everybody of this machine see the styles: whoever is refused is told so on a page."""
        refused = self.desk.guard.refusal(self.request)
        if refused != _CLOSED or not self.request.path.endswith(_SHOWN):
            super().prepare()

    async def get(self, *arguments: str) -> None:
        """Send it."""
        (name,) = arguments
        self.set_header("Content-Type", served_type(name))
        found = [each for each in self._parts(name) if each.is_file()]
        if not found:
            self.set_status(404)
        self.finish(b"\n".join(each.read_bytes() for each in found))

    def _parts(self, name: str) -> list[Path]:
        templates = self.desk.settings.templates
        if name == _BASE:
            return [templates / "styles" / each for each in _STYLES]
        return [templates / _ICON if name == _ICON else _FILES[name]]
