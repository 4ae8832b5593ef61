"""A new notice of a genre, begun as the command ``new`` begins it."""

import asyncio
from typing import Final

from disclosure.desk.handlers.base import Asking, Refusal
from disclosure.desk.handlers.pages import DeskPage
from disclosure.editorial.starter import Started, start_notice
from disclosure.errors import UsageError
from disclosure.project.genres import read_genres
from disclosure.project.notices import slug_fault
from disclosure.report.text import sentence

_REFUSED: Final = 422


class New(DeskPage):
    """The page that offers the genres."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        genres, found = await asyncio.to_thread(read_genres, self.desk.settings)
        language = self.desk.settings.language
        self.page(
            "new.html",
            genres=[(each.genre.name, each.genre.about) for each in genres.files],
            faults=[sentence(each, language) for each in found],
            day=self.desk.today.isoformat(),
        )


class Begin(Asking):
    """Writes a new notice."""

    SUPPORTED_METHODS: tuple[str, ...] = ("POST",)

    async def post(self, *arguments: str) -> None:
        """Write it, where nothing stands yet."""
        body = self.body()
        genre, slug = self.text(body, "genre"), self.text(body, "slug")
        if fault := slug_fault(slug):  # before it becomes a part of a path
            raise UsageError(fault, slug=slug)
        async with self.desk.writing:
            started = await asyncio.to_thread(self._begin, genre, slug)
        if started.found:
            language = self.desk.settings.language
            raise Refusal(_REFUSED, sentence(started.found[0], language))
        self.desk.serving.wake()
        said = self.desk.say("desk.begun", genre=started.genre.name, slug=slug)
        self.answer(said=said, slug=slug, page=f"/-desk/notice/{slug}/")

    def _begin(self, genre: str, slug: str) -> Started:
        genres, found = read_genres(self.desk.settings)
        if found:
            raise UsageError("new.genre_files")
        return start_notice(genre, slug, genres, self.desk.settings)
