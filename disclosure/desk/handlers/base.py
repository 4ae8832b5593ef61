"""What all handlers of the desk have in common: whom they answer, and how they say no."""

import json
from collections.abc import Mapping
from typing import Any, Final

from tornado import web

import disclosure
from disclosure.crash import record_crash
from disclosure.desk.actions.said import refusal
from disclosure.desk.context import DeskContext
from disclosure.errors import DisclosureError, UsageError
from disclosure.project.notices import NoticeFile

_FORBIDDEN, _ABSENT, _UNSUPPORTED, _REFUSED = 403, 404, 415, 400
_JSON: Final = "application/json"
# Nothing is loaded from elsewhere, nothing stands in anybody's frame.
POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; "
    "form-action 'none'"
)


class Refusal(web.HTTPError):
    """A request that is not done; says why in the clerk's language."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(status)
        self.said = said


class DeskHandler(web.RequestHandler):
    """Answers the browser that was opened with the key, and nobody else."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET", "HEAD", "POST")

    def initialize(self, desk: DeskContext) -> None:
        """Keep the context."""
        self.desk = desk

    def set_default_headers(self) -> None:
        """Let nothing be kept, framed, sniffed or read by another site."""
        self.clear_header("Server")
        for name, value in (
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "SAMEORIGIN"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("Content-Security-Policy", POLICY),
        ):
            self.set_header(name, value)

    def prepare(self) -> None:
        """Refuse whoever may not ask."""
        guard, reading = self.desk.guard, self.request.method in {"GET", "HEAD"}
        refused = (guard.refusal if reading else guard.refusal_to_change)(self.request)
        if refused:
            raise Refusal(_FORBIDDEN, self.desk.say(refused))

    def compute_etag(self) -> None:
        """Return nothing: answers are not kept."""
        return

    async def head(self, *arguments: str) -> None:
        """Answer as ``get`` does."""
        await self.get(*arguments)  # type: ignore[misc]

    def notice(self, slug: str) -> NoticeFile:
        """Return the notice of that name.

        Raises:
            Refusal: there is none.

        """
        found = self.desk.notice(slug)
        if found is None:
            raise Refusal(_ABSENT, self.desk.say("desk.no_notice", slug=slug))
        return found

    def answer(self, **values: Any) -> None:
        """Send an answer."""
        self.set_header("Content-Type", f"{_JSON}; charset=utf-8")
        told = {"ok": True, "said": "", **values}
        self.finish(json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace"))

    def write_error(self, status_code: int, **about: Any) -> None:
        """Say why not."""
        error = about.get("exc_info", (None, None, None))[1]
        self.answer(ok=False, said=self._said(error))

    def log_exception(self, *about: Any) -> None:
        """Log nothing: what nobody foresaw goes into a file, see ``write_error``."""

    def _said(self, error: BaseException | None) -> str:
        settings = self.desk.settings
        if isinstance(error, Refusal):
            return error.said
        if isinstance(error, DisclosureError):
            self.set_status(_REFUSED if isinstance(error, UsageError) else 409)
            return refusal(error, settings.language)
        if error is None or isinstance(error, web.HTTPError):
            return self.desk.say("desk.not_understood")
        return record_crash(error, settings.cache, disclosure.__version__, settings.language)


class Asking(DeskHandler):
    """Answers what the desk's script asks, in JSON."""

    def body(self) -> Mapping[str, Any]:
        """Return what was sent.

        Raises:
            Refusal: it is no JSON object, or was not sent as one: forms of other sites cannot.

        """
        kind = self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind != _JSON:
            raise Refusal(_UNSUPPORTED, self.desk.say("desk.not_understood"))
        try:
            found = json.loads(self.request.body)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        return found

    def text(self, body: Mapping[str, Any], name: str, longest: int = 1000) -> str:
        """Return a text that was sent; an absent one is empty.

        Raises:
            Refusal: it is no text, or too long.

        """
        found = body.get(name, "")
        if not isinstance(found, str) or len(found) > longest:
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        return found


class Unknown(DeskHandler):
    """An address of the desk that there is not."""

    async def get(self, *arguments: str) -> None:
        """Say so."""
        raise Refusal(_ABSENT, self.desk.say("desk.no_address"))

    async def post(self, *arguments: str) -> None:
        """Say so."""
        raise Refusal(_ABSENT, self.desk.say("desk.no_address"))
