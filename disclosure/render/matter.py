"""What the pages of a matter show of its other notices: links, courses of problems, one ledger.

Worked out in ``matter_pages``; apart, because a page shows it and mostly there is none.
"""

from collections.abc import Mapping
from typing import NamedTuple

from disclosure.files import sha256_hex
from disclosure.model.status import Status


class MatterLink(NamedTuple):
    """One published notice of a matter.

    Attributes:
        slug: of the notice.
        number: among those that are shown, from 1.
        title: of the notice.
        day: when it was published, as official documents print it.
        machine: the same for programs.
        withdrawn: whether it was.

    """

    slug: str
    number: int
    title: str
    day: str
    machine: str
    withdrawn: bool = False


class CourseStep(NamedTuple):
    """What an earlier notice says of a problem.

    Attributes:
        day: of that notice.
        machine: the same for programs.
        title: of the problem there, where it had another.
        status: that the problem had; None where none was given.
        offices: the states of several offices; empty where there are none.
        text: what was done, cut short; or that the notice was withdrawn.
        href: address of its section there.

    """

    day: str
    machine: str
    title: str
    status: Status | None
    offices: str
    text: str
    href: str


class MatterCell(NamedTuple):
    """A problem in one notice: ``slug`` and ``anchor`` say where."""

    slug: str
    anchor: str
    number: int
    title: str
    status: Status | None
    offices: str


class MatterRow(NamedTuple):
    """A problem over all notices.

    Attributes:
        title: what it is called now.
        cells: what each notice says of it: one place, several before they were put together, or
            none.
        dropped: for each notice why it does not report it any more, or that it was withdrawn;
            mostly empty.

    """

    title: str
    cells: tuple[tuple[MatterCell, ...], ...]
    dropped: tuple[str, ...]


class MatterPage(NamedTuple):
    """What the page of one notice shows of its matter.

    Attributes:
        first: the slug below which the matter's own page stands; empty where there is none yet.
        links: all notices that are shown, the first one first; the page's own among them.
        courses: what was said of each problem before, by its anchor.
        rows: of the ledger over all notices; only beside the first one, which carries it.

    """

    first: str
    links: tuple[MatterLink, ...]
    courses: Mapping[str, tuple[CourseStep, ...]]
    rows: tuple[MatterRow, ...] = ()

    @property
    def digest(self) -> str:
        """A digest of all this: another one wherever the page is another for it."""
        return sha256_hex(repr(self).encode())
