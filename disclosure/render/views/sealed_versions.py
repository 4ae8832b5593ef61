"""Sealed versions as the archive's pages show them, and which of them are compared."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from disclosure.document.comparison import Version
from disclosure.zh.dates import chinese_date

# Until 0.1.0 every two of so many versions were compared.
_ONCE_ALL = 12


class SealedVersion(NamedTuple):
    """One sealed version.

    Attributes:
        slug: of the notice.
        number: of the version.
        sealed: ISO 8601 in China's time.
        reason: why there is one.
        note: what is new.
        title: of the notice then.
        content: digest of its values.
        version: its values.
        paragraphs: its text, as it is read.
        files: its bytes by name.
        line: digest of its line in the log.
        with_every: whether it was compared with every version before it; see ``compared_pairs``.
    """

    slug: str
    number: int
    sealed: str
    reason: str
    note: str
    title: str
    content: str
    version: Version
    paragraphs: tuple[str, ...]
    files: Mapping[str, bytes]
    line: str
    with_every: bool = False

    @property
    def day(self) -> str:
        """The day of sealing, as official documents print it."""
        return chinese_date(datetime.fromisoformat(self.sealed).date())


def compared_pairs(
    versions: Sequence[SealedVersion],
) -> list[tuple[SealedVersion, SealedVersion]]:
    """Return which versions the site compares, oldest first.

    Each with the one before it and with the first: twice as many pages as versions. A pair that
    was compared once is compared for ever, for its page has an address; programs until 0.1.0
    compared every two of the first twelve, so one that they sealed is still compared with every
    version before it.
    """
    return [
        (old, new)
        for at, old in enumerate(versions)
        for later, new in enumerate(versions[at + 1 :], at + 1)
        if at in {0, later - 1} or (new.with_every and later < _ONCE_ALL)
    ]
