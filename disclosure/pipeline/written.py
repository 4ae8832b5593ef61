"""What builds wrote into a site, noted outside it: only that may be deleted.

The site's listing lies among files of others and may have been changed by anybody who can
write there. This record lies in ``.cache/``. Where it is gone, names that the program itself
gives are still believed, so that a site in a new checkout loses the pages of removed notices.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.files import replace_file
from disclosure.pipeline.own_places import can_be_ours, has_own_name
from disclosure.project.settings import Settings, name_for

_HEAD: Final = "disclosure-written-1"
_ROW: Final = re.compile(r"([0-9a-f]{64})  ([^\n]+)")


class Written(NamedTuple):
    """Files that builds wrote.

    Attributes:
        rows: digest and place of each; None where nobody knows.

    """

    rows: frozenset[tuple[str, str]] | None

    def holds(self, place: str, digest: str) -> bool:
        """Say whether a build wrote these bytes at ``place``, as far as anybody knows."""
        if self.rows is None:
            return has_own_name(place)
        return can_be_ours(place) and (digest, place) in self.rows


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
    rows = (_ROW.fullmatch(line) for line in lines)
    return Written(frozenset((row[1], row[2]) for row in rows if row))


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
    rows = {(digest, place) for place, digest in digests.items()}
    rows.update((listed[place], place) for place in gone)
    known = before.rows or frozenset()
    rows.update(known.intersection((digest, place) for place, digest in listed.items()))
    text = "".join(f"{digest}  {place}\n" for digest, place in sorted(rows))
    replace_file(path, f"{_HEAD}\n{text}".encode())
