"""Editing: texts as they are typed, changed one by one, undone and redone."""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from disclosure.desk.answers import of_lists, of_outcome, of_texts, refused_by
from disclosure.desk.client_words import states
from disclosure.desk.handlers.base import Asking, Refusal
from disclosure.editing.edit import Edit, EditFormError, Outcome, Saved, read_edit
from disclosure.editing.editor import edit_notice, edit_site
from disclosure.editing.history import redo, redo_site, steps_of, undo, undo_site
from disclosure.editing.texts import editable_texts
from disclosure.errors import DisclosureError
from disclosure.pipeline.one_page import make_page
from disclosure.project.attachments import Attached
from disclosure.project.fingerprint import ABSENT
from disclosure.project.notice_reader import Reading, read_notice, with_attachments
from disclosure.source.load import LoadedNotice
from disclosure.source.reader import parse
from disclosure.source.text import decode

_REFUSED: Final = 400
_MOST: Final = 2000  # edits at once: a ledger of hundreds of problems, pasted
_SITE: Final = "-site"  # no notice can have this name
_STEPS: Final = {"undo": (undo, undo_site), "redo": (redo, redo_site)}
_PAGE, _BIG = "page", "big"


class Texts(Asking):
    """Tells the texts of a notice."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send them."""
        (slug,) = arguments
        self.notice(slug)
        page = self.get_query_argument("page", "")
        status, told = await asyncio.to_thread(self.texts_of, slug, page)
        self.set_status(status)
        self.answer(**told)

    def texts_of(self, slug: str, page: str = "") -> tuple[int, dict[str, Any]]:
        """Return the status and what is told; a notice that cannot be read says why.

        Args:
            slug: of the notice.
            page: ``page`` or ``big`` to tell also that page, as the next build will write it; so
                that nobody waits for the build to see what was written.

        """
        reading = read_notice(self.notice(slug), self.desk.settings)
        if reading.loaded is None:
            return refused_by(reading.found, self.desk)
        can_undo, can_redo = steps_of(self.desk.settings, slug)
        told = self.told_of(reading, reading.loaded, page)
        return 200, {**told, "can_undo": can_undo, "can_redo": can_redo}

    def told_of(self, reading: Reading, loaded: LoadedNotice, page: str) -> dict[str, Any]:
        """Return what is told of a notice that can be read; see ``texts_of``."""
        return {
            "texts": of_texts(editable_texts(loaded)),
            "lists": of_lists(loaded.places.document),
            "choices": {"status": states(), "state": states()},
            "page": self._page_of(reading, page),
        }

    def _page_of(self, reading: Reading, page: str) -> str | None:
        if page not in {_PAGE, _BIG}:
            return None
        try:
            desk, large = self.desk, page == _BIG
            made = make_page(reading, desk.settings, desk.renderers, desk.links.of, large=large)
        except DisclosureError:
            return None  # the build says what is wrong
        return made.decode() if made else None


class Value(Asking):
    """Tells one value of a notice's file, whatever it holds."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send it; null where there is none."""
        (slug,) = arguments
        file = self.notice(slug)
        try:
            path = json.loads(self.get_query_argument("path", "[]"))
        except (ValueError, RecursionError):
            path = None
        if not isinstance(path, list) or not all(isinstance(each, str | int) for each in path):
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        reading = await asyncio.to_thread(read_notice, file, self.desk.settings)
        document = parse(decode(reading.data)[0])
        known = tuple(path) if tuple(path) in document.values else None
        self.answer(value=None if known is None else document.value_at(known))


class Change(Texts):
    """Makes edits in a notice, or in the site's data."""

    SUPPORTED_METHODS: tuple[str, ...] = ("POST",)

    async def post(self, *arguments: str) -> None:
        """Make them, all or none."""
        (slug,) = arguments
        settings, edits = self.desk.settings, self._edits()
        if self.is_site(slug):
            await self.made(slug, lambda: edit_site(settings, edits))
        else:
            self.notice(slug)
            await self.made(slug, lambda: edit_notice(settings, slug, edits))

    def is_site(self, slug: str) -> bool:
        """Say whether the site's data are meant."""
        return slug == _SITE

    def _edits(self) -> list[Edit]:
        given = self.body().get("edits")
        if not isinstance(given, list) or not 0 < len(given) <= _MOST:
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        try:
            return [read_edit(each) for each in given]
        except EditFormError as error:
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood")) from error

    async def made(
        self, slug: str, change: Callable[[], Outcome], more: Mapping[str, Any] | None = None
    ) -> None:
        """Make one change at a time, send what came of it, and more; then have it built."""
        async with self.desk.writing:
            outcome = await asyncio.to_thread(change)
        status, told = of_outcome(outcome, self.desk)
        if isinstance(outcome, Saved) and outcome.loaded is not None:
            page = str(self.body().get("page", ""))
            told |= await asyncio.to_thread(self._told_of_saved, slug, outcome, page)
        self.set_status(status)
        self.answer(**{**(more or {}), **told})
        if isinstance(outcome, Saved):
            self.desk.serving.wake()  # a build takes time from whoever waits for an answer

    def _told_of_saved(self, slug: str, saved: Saved, page: str) -> dict[str, Any]:
        """Return what is told of a notice as it was just saved; it is not read again."""
        file = self.desk.notice(slug)
        if file is None or saved.loaded is None:
            return {}
        found = Reading(file, saved.data, ABSENT, saved.loaded, Attached({}, {}, ()), saved.found)
        return self.told_of(with_attachments(found, self.desk.settings), saved.loaded, page)


class Step(Change):
    """Brings back the state before, or what was undone."""

    async def post(self, *arguments: str) -> None:
        """Do it."""
        name, slug = arguments
        settings = self.desk.settings
        of_notice, of_site = _STEPS[name]
        self.body()
        if self.is_site(slug):
            await self.made(slug, lambda: of_site(settings))
        else:
            self.notice(slug)
            await self.made(slug, lambda: of_notice(settings, slug))
