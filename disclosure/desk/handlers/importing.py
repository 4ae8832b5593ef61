"""Bringing in: a file streamed from the browser, its account, and the draft kept as a notice."""

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from tornado import web

from disclosure.desk.answers import of_guess
from disclosure.desk.handlers.base import Asking, Refusal
from disclosure.desk.handlers.pages import DeskPage
from disclosure.desk.handlers.papers import Paper
from disclosure.desk.imports import Brought, bring_in
from disclosure.errors import UsageError
from disclosure.files import explain_os_error
from disclosure.importer.account_html import account_page
from disclosure.importer.account_view import sentence_of
from disclosure.importer.storing import place_of, store
from disclosure.project.notices import slug_fault
from disclosure.visible import visible

LARGEST: Final = 50 * 1024 * 1024
_IN_MEMORY: Final = 1024 * 1024
_REFUSED, _FORBIDDEN, _ABSENT, _TOO_LARGE, _WAITS = 400, 403, 404, 413, 409
_MOST: Final = 20  # values of one guess that are shown
_LONGEST_NAME: Final = 255
_KIND: Final = "application/octet-stream"


@web.stream_request_body
class Bring(Asking):
    """Reads a file that is sent; whoever may not send one is told before it has come."""

    SUPPORTED_METHODS: tuple[str, ...] = ("POST",)

    def prepare(self) -> None:
        """Refuse who may not, what is no file, and what is too large; make room for the rest."""
        super().prepare()
        kind = self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind != _KIND:
            raise Refusal(_FORBIDDEN, self.desk.say("desk.not_understood"))
        self._name = self._file_name()
        length = self.request.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > LARGEST:
            raise self._too_large()
        connection: Any = self.request.connection
        connection.set_max_body_size(LARGEST)
        self._size = 0
        self._failed: OSError | None = None
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed at the end

    def data_received(self, chunk: bytes) -> None:
        """Keep what has come, aside and up to a size."""
        self._size += len(chunk)
        if self._size > LARGEST:
            raise self._too_large()
        if self._failed is None:
            try:
                self._file.write(chunk)
            except OSError as error:
                self._failed = error  # told when all has come; what is thrown here cuts the line

    async def post(self, *arguments: str) -> None:
        """Read the file and tell what became of it; nothing is written."""
        if self._failed is not None:
            raise explain_os_error(self._failed, Path(tempfile.gettempdir()))
        self._file.seek(0)
        data = self._file.read()
        settings = self.desk.settings
        brought = await asyncio.to_thread(bring_in, self._name, data, settings)
        name = self.desk.imports.keep(brought)
        self.answer(**told_of(name, brought, self))

    def on_finish(self) -> None:
        """Throw away what was sent."""
        with suppress(AttributeError):
            self._file.close()

    on_connection_close = on_finish

    def _file_name(self) -> str:
        name = unquote(self.request.headers.get("X-File-Name", ""), errors="replace")
        # Shown, and read for its suffix; never a place on this machine.
        return name.replace("\\", "/").rpartition("/")[2][-_LONGEST_NAME:]

    def _too_large(self) -> Refusal:
        limit = str(LARGEST // 1024 // 1024)
        return Refusal(_TOO_LARGE, self.desk.say("import.large", limit=limit))


def told_of(name: str, brought: Brought, handler: Asking) -> dict[str, Any]:
    """Return what is told of a file that was brought in."""
    desk, imported, view = handler.desk, brought.imported, brought.view
    language, guessed = desk.settings.language, brought.guessed()
    return {
        "id": name,
        "name": brought.name,
        "account_html_url": f"/-desk/import/{name}/account.html",
        "draft": imported.text,
        "readable": imported.loaded is not None,
        "conclusion": view.conclusion,
        "complete": view.complete,
        "proof": view.proof,
        "proved": view.proved,
        "lost": [each._asdict() for each in view.lost],
        "guesses": [
            {
                "number": number,
                "reason": each.sentence,
                "places": each.places,
                "values": [
                    of_guess(one) for one in guessed.get(visible(each.sentence), ())[:_MOST]
                ],
            }
            for number, each in enumerate(view.confirm)
        ],
        "stops": [sentence_of(each, imported.account, language) for each in imported.stops],
        "private": [desk.say(code, **dict(params)) for code, params in brought.private],
        "slug": place_of(imported, None, desk.settings).stem,
    }


class Keep(Asking):
    """Writes the draft of a file as a new notice."""

    SUPPORTED_METHODS: tuple[str, ...] = ("POST",)

    async def post(self, *arguments: str) -> None:
        """Write it, where nothing stands yet."""
        (name,) = arguments
        brought = _brought(self, name)
        body = self.body()
        slug = self.text(body, "slug")
        if fault := slug_fault(slug):  # before it becomes a part of a path
            raise UsageError(fault, slug=slug)
        if brought.imported.stops and body.get("confirmed") is not True:
            raise Refusal(_WAITS, self.desk.say("desk.import_waits"))
        settings, seen = self.desk.settings, body.get("guesses", [])
        if not isinstance(seen, list) or not all(type(each) is int for each in seen):
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        async with self.desk.writing:
            path = place_of(
                brought.imported, settings.content / "notices" / f"{slug}.yaml", settings
            )
            await asyncio.to_thread(lambda: store(brought.confirmed(seen), path))
        self.desk.imports.forget(name)
        self.desk.serving.wake()
        said = self.desk.say("desk.kept", slug=slug)
        self.answer(said=said, slug=slug, page=f"/-desk/notice/{slug}/")


class Account(Paper):
    """The account of a file, as the command writes it."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        (name,) = arguments
        brought, templates = _brought(self, name), self.desk.settings.templates
        self.paper(await asyncio.to_thread(account_page, brought.view, brought.name, templates))


def _brought(handler: Asking | DeskPage, name: str) -> Brought:
    found = handler.desk.imports.find(name)
    if found is None:
        raise Refusal(_ABSENT, handler.desk.say("desk.no_import"))
    return found
