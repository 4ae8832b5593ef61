"""The office's steps: signing, sending back, sealing, comparing, and the sheet that is printed."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from disclosure.desk.actions import compare, return_text, seal, sheet, sign
from disclosure.desk.actions.compare import Compared
from disclosure.desk.actions.said import Done
from disclosure.desk.actions.sign import Signer, key_choices
from disclosure.desk.handlers.base import Asking, Refusal
from disclosure.desk.handlers.papers import Paper
from disclosure.document.comparison import Difference
from disclosure.editorial.check import CheckContext
from disclosure.model.wording import Change, Op
from disclosure.project.notices import NoticeFile

_REFUSED: Final = 400
_LONGEST: Final = 400
_WORDS: Final = {Op.SAME: "same", Op.DELETED: "deleted", Op.INSERTED: "inserted"}
# What is done with a notice as it is now, read in the thread that does it.
Deed = Callable[[NoticeFile, CheckContext], Done]


class _Step(Asking):
    """Does one step, one at a time, and says what was done."""

    SUPPORTED_METHODS: tuple[str, ...] = ("POST",)

    async def post(self, *arguments: str) -> None:
        """Do it."""
        (slug,) = arguments
        file, deed = self.notice(slug), self.deed(self.body())
        async with self.desk.writing:
            done = await asyncio.to_thread(lambda: deed(file, self.desk.check_context()))
        self.desk.serving.wake()
        self.answer(said=done.said, notes=list(done.notes))

    def deed(self, body: Mapping[str, Any]) -> Deed:
        """Return what is to be done, as it was asked for."""
        raise NotImplementedError

    def signer(self, body: Mapping[str, Any]) -> Signer:
        """Return who signs; a key is chosen by name among those of whoever works here."""
        key = self.text(body, "key")
        keys = key_choices(Path.home()) if key else {}
        if key and key not in keys:
            raise Refusal(_REFUSED, self.desk.say("desk.no_such_key"))
        return Signer(
            self.text(body, "role"),
            self.text(body, "name"),
            self.text(body, "opinion"),
            keys.get(key),
            body.get("changed") in {True, "on"},
        )


class Sign(_Step):
    """Signs a notice."""

    def deed(self, body: Mapping[str, Any]) -> Deed:
        """Return the signature that is asked for."""
        signer = self.signer(body)
        return lambda file, context: sign.do(file, context, signer)


class SendBack(_Step):
    """Sends a notice back."""

    def deed(self, body: Mapping[str, Any]) -> Deed:
        """Return the sending back that is asked for."""
        signer = self.signer(body)
        return lambda file, context: return_text.do(file, context, signer)


class Seal(_Step):
    """Seals a notice as its next version."""

    def deed(self, body: Mapping[str, Any]) -> Deed:
        """Return the sealing that is asked for."""
        note, reason = self.text(body, "note", _LONGEST), self.text(body, "reason")
        published = self.desk.published
        return lambda file, context: seal.do(file, context, published, note, reason)


class Compare(Asking):
    """Tells what has changed since the last version."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send it."""
        (slug,) = arguments
        file = self.notice(slug)
        found = await asyncio.to_thread(self._compared, file)
        self.answer(
            said=found.said,
            facts=[_fact(each) for each in found.facts],
            texts=[_runs(each) for each in found.texts],
        )

    def _compared(self, file: NoticeFile) -> Compared:
        return compare.do(file, self.desk.check_context())


class Sheet(Paper):
    """The approval sheet, to be printed."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        (slug,) = arguments
        file = self.notice(slug)
        self.paper(await asyncio.to_thread(lambda: sheet.do(file, self.desk.check_context())))


def _fact(each: Difference) -> dict[str, str]:
    return {"kind": each.kind, "what": each.what, "before": each.before, "after": each.after}


def _runs(change: Change) -> list[list[str]]:
    return [[_WORDS[op], text] for op, text in change.runs]
