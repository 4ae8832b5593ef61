"""What the handlers of the desk share."""

import asyncio
from dataclasses import dataclass, field

from disclosure.desk.guard import Guard
from disclosure.messages import say
from disclosure.preview.beside import Serving
from disclosure.project.notices import NoticeFile, find_notices
from disclosure.project.settings import Settings
from disclosure.render.environment import Templates


@dataclass(frozen=True)
class DeskContext:
    """The project, who may change it, and the preview that shows it.

    Attributes:
        settings: the project.
        guard: of this start.
        serving: the preview.
        templates: of the desk's pages.
        writing: held while something is changed: one change at a time.
    """

    settings: Settings
    guard: Guard
    serving: Serving
    templates: Templates
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def say(self, code: str, **params: str) -> str:
        """Return a sentence in the language of the project's messages."""
        return say(code, self.settings.language, params)

    def notice(self, slug: str) -> NoticeFile | None:
        """Return the notice of that name; None where the project has none.

        No path is ever made of what a browser says: it is looked up among those there are.
        """
        files, _ = find_notices(self.settings)
        return next((file for file in files if file.slug == slug), None)
