"""What the handlers of the desk share."""

import asyncio
from dataclasses import dataclass, field
from datetime import date

from disclosure.clock import moment_in_china
from disclosure.desk.guard import Guard
from disclosure.desk.imports import Imports
from disclosure.desk.jobs import Jobs
from disclosure.desk.overview import Overview, Whole
from disclosure.editorial.check import CheckContext
from disclosure.editorial.kept_context import KeptContext
from disclosure.errors import OutputError
from disclosure.messages import say
from disclosure.pipeline.kept_renderer import KeptRenderer
from disclosure.preview.beside import Serving
from disclosure.project.kept_links import KeptLinks
from disclosure.project.notices import NoticeFile, find_notice
from disclosure.project.settings import Settings
from disclosure.render.environment import Templates
from disclosure.stages.stage import Saying


@dataclass(frozen=True)
class DeskContext:
    """The project, who may change it, and the preview that shows it.

    Attributes:
        settings: the project.
        guard: of this start.
        serving: the preview.
        templates: of the desk's pages.
        checks: what notices are checked against.
        overview: where they stand.
        renderers: gives the renderer of their pages.
        links: says which notice each continues.
        writing: held while something is changed: one change at a time.
        looking: held while the standings are worked out.
        published: the project with the folder that is published; the preview has another.
        imports: drafts that wait to be kept.
        jobs: work that takes a while.
    """

    settings: Settings
    guard: Guard
    serving: Serving
    templates: Templates
    checks: KeptContext
    overview: Overview
    renderers: KeptRenderer
    links: KeptLinks
    published: Settings
    jobs: Jobs
    imports: Imports = field(default_factory=Imports)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    looking: asyncio.Lock = field(default_factory=asyncio.Lock)

    def say(self, code: str, **params: str) -> str:
        """Return a sentence in the language of the project's messages."""
        return say(code, self.settings.language, params)

    @property
    def today(self) -> date:
        """The day in China."""
        return date.fromisoformat(moment_in_china()[:10])

    def notice(self, slug: str) -> NoticeFile | None:
        """Return the notice of that name; None where the project has none.

        No path is ever made of what a browser says: it is looked up among those there are.
        """
        return find_notice(slug, self.settings)

    def told(self, saying: Saying) -> str:
        """Return what is said of a notice's standing."""
        return say(saying.code, self.settings.language, saying.params)

    async def look(self, first: str = "") -> Whole:
        """Return where notices stand, one of them in any case."""
        async with self.looking:
            return await asyncio.to_thread(self.overview.look, self.today, first)

    def check_context(self) -> CheckContext:
        """Return what notices are checked against; called in a thread.

        Raises:
            OutputError: ``site.yaml`` cannot be read.

        """
        context = self.checks.look()
        if context is None:
            raise OutputError("desk.site")
        return context
