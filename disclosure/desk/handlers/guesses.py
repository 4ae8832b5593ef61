"""What an import has guessed in a notice: told one by one, confirmed or corrected."""

import asyncio
from typing import Any, Final

from disclosure.desk.answers import of_guess
from disclosure.desk.handlers.base import Refusal
from disclosure.desk.handlers.editing import Change
from disclosure.editing.guesses import Guess, guesses_in, settle
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import NoticeFile
from disclosure.source.text import decode

_REFUSED: Final = 400
_LONGEST: Final = 100_000  # characters of a text


class Guesses(Change):
    """Tells the guesses that nobody has confirmed yet."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send them."""
        (slug,) = arguments
        self.answer(guesses=await asyncio.to_thread(self._found, self.notice(slug)))

    def _found(self, file: NoticeFile) -> list[dict[str, Any]]:
        text, _ = decode(read_notice(file, self.desk.settings).data)
        return [of_guess(each) for each in guesses_in(text)]


class Settle(Change):
    """Takes one for confirmed, as it stands or with another value."""

    async def post(self, *arguments: str) -> None:
        """Do it."""
        (slug,) = arguments
        self.notice(slug)
        body, settings = self.body(), self.desk.settings
        path, was, value = body.get("path"), body.get("was"), body.get("value")
        plain = isinstance(path, list) and all(isinstance(each, str | int) for each in path)
        texts = all(each is None or isinstance(each, str) for each in (was, value))
        if not plain or not path or not texts or len(value or "") > _LONGEST:
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        guess = Guess(tuple(path), self.text(body, "reason"), was)
        await self.made(slug, lambda: settle(settings, slug, guess, value))
