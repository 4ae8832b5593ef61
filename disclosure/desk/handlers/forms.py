"""Forms: the data of a notice or of the site by fields, and the table of all problems."""

import asyncio
from dataclasses import asdict
from typing import Any, Final

from disclosure.desk.answers import refused_by
from disclosure.desk.handlers.base import Refusal
from disclosure.desk.handlers.editing import Change, Texts
from disclosure.editing.editor import edit_notice
from disclosure.editing.form import form_of
from disclosure.editing.problems import COLUMNS, pasted, problem_rows
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.project.notice_reader import read_notice
from disclosure.source.load import read_bytes
from disclosure.source.reader import parse
from disclosure.source.text import decode

_REFUSED: Final = 400
_LONGEST: Final = 500_000  # characters of a clipboard: a ledger of hundreds of problems
_MOST_ROWS: Final = 10_000


class Form(Change):
    """Tells the fields of a notice's head, or of the site."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send them."""
        (slug,) = arguments
        self.answer(fields=await asyncio.to_thread(self._fields, slug))

    def _fields(self, slug: str) -> list[dict[str, Any]]:
        settings = self.desk.settings
        if self.is_site(slug):
            path = settings.content / "site.yaml"
            data, _ = read_bytes(path, settings.display_path(path), settings.content)
            text, _ = decode(data)
            return [_plain(asdict(each)) for each in form_of(parse(text), Site)]
        text, _ = decode(read_notice(self.notice(slug), settings).data)
        return [_plain(asdict(each)) for each in form_of(parse(text), Notice)]


class Problems(Texts):
    """Tells the problems of a notice, a row each."""

    async def get(self, *arguments: str) -> None:
        """Send them."""
        (slug,) = arguments
        self.notice(slug)
        status, told = await asyncio.to_thread(self.rows_of, slug)
        self.set_status(status)
        self.answer(**told)

    def rows_of(self, slug: str) -> tuple[int, dict[str, Any]]:
        """Return the status and what is told; a notice that cannot be read says why."""
        reading = read_notice(self.notice(slug), self.desk.settings)
        if reading.loaded is None:
            return refused_by(reading.found, self.desk)
        rows = [_plain(asdict(each)) for each in problem_rows(reading.loaded)]
        return 200, {"columns": list(COLUMNS), "rows": rows}


class Paste(Change):
    """Puts rows of a spreadsheet into the table of problems."""

    async def post(self, *arguments: str) -> None:
        """Do it, all or none."""
        (slug,) = arguments
        file, body = self.notice(slug), self.body()
        text, key = self.text(body, "text", _LONGEST), self.text(body, "key") or COLUMNS[0]
        first = body.get("first", 0)
        if key not in COLUMNS or type(first) is not int or not 0 <= first < _MOST_ROWS:
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        settings = self.desk.settings
        reading = await asyncio.to_thread(read_notice, file, settings)
        rows = problem_rows(reading.loaded) if reading.loaded else ()
        found = pasted(rows, text, first, key)
        if not found.edits:
            self.answer(count=0, left=found.left)
            return
        more = {"count": len(found.edits), "left": found.left}
        await self.made(slug, lambda: edit_notice(settings, slug, found.edits), more)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "path": list(values["path"])}
