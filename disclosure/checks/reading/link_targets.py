"""Every address that a notice points to."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.model.faults import Path


class Target(NamedTuple):
    """One address and the value it stands in."""

    path: Path
    url: str


def targets_of(context: NoticeContext) -> Iterator[Target]:
    """Yield the addresses in texts, attachments and the feedback link, in that order."""
    for piece in context.pieces:
        for url in piece.links:
            yield Target(piece.path, url)
    for number, attachment in enumerate(context.notice.attachments):
        if attachment.url:
            yield Target(("attachments", number, "url"), attachment.url)
    if context.notice.feedback.url:
        yield Target(("feedback", "url"), context.notice.feedback.url)
