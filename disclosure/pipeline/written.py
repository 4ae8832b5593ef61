"""What builds wrote into a site, noted outside it: only that may be deleted.

The site's listing lies among files of others and may have been changed by anybody who can
write there. This record lies in ``.cache/``. Where it is gone, names that the program itself
gives are still believed, so that a site in a new checkout loses the pages of removed notices.
"""

from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.files import replace_file
from disclosure.pipeline.own_places import can_be_ours, has_own_name
from disclosure.project.settings import Settings, name_for

_HEAD: Final = "disclosure-written-1"
_ROWS_AT_ONCE = 1000


class Written(NamedTuple):
    """Files that builds wrote.

    Attributes:
        rows: of each, as the record has it; None where nobody knows.

    """

    rows: frozenset[str] | None

    def holds(self, place: str, digest: str) -> bool:
        """Say whether a build wrote these bytes at ``place``, as far as anybody knows."""
        if self.rows is None:
            return has_own_name(place)
        return can_be_ours(place) and _row(digest, place) in self.rows


NOBODY_KNOWS: Final = Written(None)


def written_path(settings: Settings) -> Path:
    """Return where builds of this output note what they wrote, from whatever content."""
    return settings.cache / f"{name_for(settings.output)}.written"


def read_written(path: Path) -> Written:
    """Return what was noted; what is damaged or cannot be read is as if there were nothing."""
    try:
        head, *lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return NOBODY_KNOWS
    if head != _HEAD:
        return NOBODY_KNOWS
    return Written(frozenset(lines))


def note_written(
    path: Path,
    before: Written,
    listed: Mapping[str, str],
    digests: Mapping[str, str],
    gone: Iterable[str],
) -> None:
    """Note what a build is about to move into the site; what earlier builds left stays noted.

    Args:
        path: of the record.
        before: what it said.
        listed: digests by place, as the site's listing states them.
        digests: the same of every file of this build.
        gone: listed places that this build is about to delete.

    Raises:
        OSError: it could not be written; what was noted before still is.

    """
    left = {_row(listed[place], place) for place in gone}
    if before.rows:
        others = (each for each in listed.items() if digests.get(each[0]) != each[1])
        left.update(before.rows.intersection(_row(digest, place) for place, digest in others))
    # Row by row, as the listing is written: all at once are as much as all else that is known.
    places = sorted(digests, key=lambda place: (digests[place], place))
    rows = (_row(digests[place], place) for place in places)
    replace_file(path, _pieces(merge(rows, sorted(left))))


def _row(digest: str, place: str) -> str:
    return f"{digest}  {place}"


def _pieces(rows: Iterable[str]) -> Iterator[bytes]:
    yield f"{_HEAD}\n".encode()
    left = iter(rows)
    while some := "\n".join(islice(left, _ROWS_AT_ONCE)):
        yield f"{some}\n".encode()
