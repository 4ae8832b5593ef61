"""Findings of a notice: told with their places, mended where that is certain, or answered for."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, Final

from disclosure.desk.answers import counted, of_findings
from disclosure.desk.handlers.base import Refusal
from disclosure.desk.handlers.editing import Change
from disclosure.editing.edit import Outcome
from disclosure.editing.replacing import rewrite
from disclosure.editing.texts import editable_texts
from disclosure.editorial.check import Checked, check_file
from disclosure.editorial.one_finding import findings_of, mended, waived
from disclosure.errors import OutputError
from disclosure.project.notices import NoticeFile
from disclosure.source.document import Path

_REFUSED: Final = 400
_LONGEST_REASON: Final = 300


class Findings(Change):
    """Tells what the rules find in a notice as it stands in its file."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send them."""
        (slug,) = arguments
        file = self.notice(slug)
        self.answer(**await asyncio.to_thread(self._found, file))

    def _found(self, file: NoticeFile) -> dict[str, Any]:
        context = self.desk.check_context()
        checked = check_file(file, context)
        texts = editable_texts(checked.loaded) if checked.loaded else ()
        return {
            "findings": of_findings(findings_of(checked, context), texts, self.desk),
            "count": len(checked.diagnostics),
            "counted": counted((each.level for each in checked.diagnostics), self.desk),
        }


class Mend(Change):
    """Makes the certain repairs of one rule in one value."""

    async def post(self, *arguments: str) -> None:
        """Make them."""
        (slug,) = arguments
        file, body = self.notice(slug), self.body()
        code, path = self.text(body, "code"), self._path(body)

        def text_of(checked: Checked) -> str | None:
            return mended(checked, self.desk.check_context(), code, path)

        await self.made(slug, self._rewriting(file, text_of, "desk.nothing_to_mend"))

    def _path(self, body: Mapping[str, Any]) -> Path:
        path = body.get("path", [])
        plain = isinstance(path, list) and all(isinstance(each, str | int) for each in path)
        if not plain:
            raise Refusal(_REFUSED, self.desk.say("desk.not_understood"))
        return tuple(path)

    def _rewriting(
        self, file: NoticeFile, text_of: Callable[[Checked], str | None], otherwise: str
    ) -> Callable[[], Outcome]:
        """Return what checks the notice and writes the text that ``text_of`` makes of it."""

        def change() -> Outcome:
            checked = check_file(file, self.desk.check_context())
            text = text_of(checked)
            if text is None:
                raise OutputError(otherwise)
            return rewrite(self.desk.settings, file.slug, checked.data, text)

        return change


class Waive(Mend):
    """Writes a waiver: the editor answers for what a rule has found in one value."""

    async def post(self, *arguments: str) -> None:
        """Write it."""
        (slug,) = arguments
        file, body = self.notice(slug), self.body()
        code, path = self.text(body, "code"), self._path(body)
        reason = self.text(body, "reason", _LONGEST_REASON)
        if not reason.strip():
            raise Refusal(_REFUSED, self.desk.say("desk.no_reason"))
        await self.made(
            slug,
            self._rewriting(
                file, lambda checked: waived(checked, code, path, reason), "desk.not_waived"
            ),
        )
