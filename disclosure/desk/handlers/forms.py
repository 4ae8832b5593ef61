"""Forms: the head's and the site's fields, the table of problems, and rows pasted into it."""

import asyncio
from dataclasses import asdict
from typing import Any, Final

from disclosure.desk.handlers.base import Refusal
from disclosure.desk.handlers.editing import Change
from disclosure.editing.editor import edit_notice
from disclosure.editing.form import FormField, form_of
from disclosure.editing.problems import COLUMNS, ProblemRow, pasted, problem_rows
from disclosure.errors import OutputError
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.project.notice_reader import read_notice
from disclosure.source.document import parse
from disclosure.source.load import read_bytes
from disclosure.source.text import decode

_REFUSED: Final = 400
_LONGEST: Final = 200_000  # characters that are pasted at once


class Form(Change):
    """Tells the fields of a notice's head, or of the site; also where the file has faults."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send them."""
        (slug,) = arguments
        fields = await asyncio.to_thread(self._fields, slug)
        self.answer(fields=[asdict(each) for each in fields])

    def _fields(self, slug: str) -> tuple[FormField, ...]:
        settings = self.desk.settings
        if self.is_site(slug):
            path = settings.content / "site.yaml"
            data, _ = read_bytes(path, settings.display_path(path), settings.content)
            return form_of(parse(decode(data)[0]), Site)
        data = read_notice(self.notice(slug), settings).data
        return form_of(parse(decode(data)[0]), Notice)


class Problems(Change):
    """Tells the problems of a notice, row by row."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send them."""
        (slug,) = arguments
        rows = await asyncio.to_thread(self.rows_of, slug)
        self.answer(columns=COLUMNS, rows=[_told(each) for each in rows])

    def rows_of(self, slug: str) -> tuple[ProblemRow, ...]:
        """Return the rows.

        Raises:
            OutputError: the notice cannot be read.

        """
        reading = read_notice(self.notice(slug), self.desk.settings)
        if reading.loaded is None:
            raise OutputError("desk.unreadable")
        return problem_rows(reading.loaded)


class Paste(Problems):
    """Takes over rows copied from a spreadsheet."""

    SUPPORTED_METHODS: tuple[str, ...] = ("POST",)

    async def post(self, *arguments: str) -> None:
        """Write what is another in them; rows that belong to no problem are told."""
        (slug,) = arguments
        self.notice(slug)
        body = self.body()
        text, key = self.text(body, "text", _LONGEST), self.text(body, "key") or COLUMNS[0]
        first = body.get("first", 0)
        if key not in COLUMNS or not isinstance(first, int) or first < 0:
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        found = pasted(await asyncio.to_thread(self.rows_of, slug), text, first, key)
        if not found.edits:
            raise Refusal(_REFUSED, self.desk.say("desk.nothing_pasted"))
        more = {"left": found.left, "count": len(found.edits)}
        await self.made(slug, lambda: edit_notice(self.desk.settings, slug, found.edits), more)


def _told(row: ProblemRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "path": list(row.path),
        "mark": row.mark,
        "cells": dict(row.cells),
    }
