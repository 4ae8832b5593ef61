"""Every address that a notice points to."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.checks.context import Subject
from disclosure.model.faults import Path


class Target(NamedTuple):
    """One address and the value it stands in."""

    path: Path
    url: str


def targets_of(subject: Subject) -> Iterator[Target]:
    """Yield the addresses in texts, attachments and the feedback link, in that order."""
    for piece in subject.pieces:
        for url in piece.links:
            yield Target(piece.path, url)
    for number, attachment in enumerate(subject.notice.attachments):
        if attachment.url:
            yield Target(("attachments", number, "url"), attachment.url)
    if subject.notice.feedback.url:
        yield Target(("feedback", "url"), subject.notice.feedback.url)
