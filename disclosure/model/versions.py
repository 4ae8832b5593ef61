"""Versions: why one was sealed, and what is known of the last one of a notice.

Imported by every build, so with nothing but the standard library.
"""

from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Why there is a new version."""

    FIRST = "首次公布"
    PROGRESS = "进展更新"
    CORRECTION = "更正"
    WITHDRAWAL = "撤回"


def minute_of(moment: str) -> str:
    """Return day and minute of a time in ISO 8601, as pages print them beside each other."""
    return moment[:16].replace("T", " ")


def second_of(moment: str) -> str:
    """Return day and time of a time in ISO 8601, for two that may lie within one minute."""
    return moment[:19].replace("T", " ")


class LastVersion(NamedTuple):
    """The last sealed version of a notice, as the log names it.

    Attributes:
        number: of the version, from 1.
        sealed: when, ISO 8601 in China's time.
        reason: why it was sealed.
        note: what was new, in words.
    """

    number: int
    sealed: str
    reason: str
    note: str

    @property
    def changed(self) -> bool:
        """Whether something else stood there before it."""
        return self.number > 1

    @property
    def withdrawn(self) -> bool:
        """Whether it says that the notice stands no more."""
        return self.reason == Reason.WITHDRAWAL

    def since(self, published: str) -> str:
        """Return since when readers find it: what was sealed ahead is read from publication on.

        Args:
            published: when the notice was published, ISO 8601 in China's time; or empty.

        """
        return max(self.sealed, published)
