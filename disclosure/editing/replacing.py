"""A notice's text replaced as a whole: a certain repair, a waiver; kept so as to be undone."""

from functools import partial

from disclosure.editing.edit import Conflict, Outcome
from disclosure.editing.editor import absent
from disclosure.editing.saving import Next, notice_target, save
from disclosure.editing.states import Journal
from disclosure.files import sha256_hex
from disclosure.project.notice_writer import as_before
from disclosure.project.settings import Settings


def rewrite(settings: Settings, slug: str, seen: bytes, text: str) -> Outcome:
    """Write a text in place of what was seen.

    Args:
        settings: the project.
        slug: of a notice.
        seen: the bytes that ``text`` was made of.
        text: with Unix line ends; those of ``seen`` are kept.

    Returns:
        Saved; Conflict where the file is not what was seen any more; Refused where the text
        would not load, or there is no such notice.

    Raises:
        OutputError: it cannot be written.

    """
    target = notice_target(settings, slug)
    if target is None:
        return absent(settings, slug)
    return save(settings, target, partial(_replaced, seen, as_before(text, seen)))


def _replaced(seen: bytes, after: bytes, before: bytes, journal: Journal) -> Next | Outcome:
    if before != seen:
        return Conflict(None, None)
    return Next(after, journal.followed(sha256_hex(after)) if after != before else journal)
