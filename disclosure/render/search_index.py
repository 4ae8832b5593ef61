"""The search index: titles, units and problems for the script of the front page.

Files of some two hundred notices, cut from the oldest of a year, so that a new notice changes
one of them; the script reads the newest first and stops when it has found enough.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from disclosure.render import urls
from disclosure.render.catalogue import NoticeList
from disclosure.render.views.summary import NoticeSummary

PART_LENGTH: Final = 200


class SearchPart(NamedTuple):
    """One file of the index."""

    place: str
    notices: tuple[NoticeSummary, ...]


def search_parts(newest: Sequence[NoticeSummary]) -> tuple[SearchPart, ...]:
    """Return the files and what stands in them, newest first."""
    parts: list[SearchPart] = []
    for year, group in groupby(newest, key=lambda summary: summary.published[:4]):
        oldest = tuple(group)[::-1]
        of_year = [
            SearchPart(
                urls.search_part(year, at // PART_LENGTH + 1), oldest[at : at + PART_LENGTH][::-1]
            )
            for at in range(0, len(oldest), PART_LENGTH)
        ]
        parts.extend(reversed(of_year))
    return tuple(parts)


def search_file(part: SearchPart) -> bytes:
    """Return a file of the index.

    An entry is slug, day, title, units and problems: a line for each unit; for each problem its
    place on the page and its title.
    """
    return _json(
        (each.slug, each.published, each.title, "\n".join(each.units), each.searched)
        for each in part.notices
    )


def unit_file(units: Iterable[NoticeList]) -> bytes:
    """Return the units and the keys of their lists."""
    return _json((each.name, each.key) for each in units)


def _json(rows: Iterable[tuple[str, ...]]) -> bytes:
    text = json.dumps([*rows], ensure_ascii=False, separators=(",", ":"))
    return text.encode() + b"\n"
