"""Texts that a Word file names as the notice's own, by the bookmarks of ``export --docx``."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from disclosure.importer.importing import Imported
from disclosure.importer.update.units import Unit
from disclosure.model.faults import Path
from disclosure.render.deliveries.word.anchors import value_mark


def named_alike(
    old: Sequence[Unit], new: Sequence[Unit], imported: Imported
) -> frozenset[tuple[str, str]]:
    """Return the rows of the notice and the file that have one name, as pairs.

    Args:
        old: texts of the notice as it was exported.
        new: texts of the file.
        imported: the file.

    """
    marks = sorted(imported.reading.bookmarks, key=lambda each: each[1])
    if not marks:
        return frozenset()
    rows: dict[str, str] = {value_mark(each.path): each.row for each in old}
    names: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, start, end in marks:
        names[start, end].append(name)
    stretches = sorted(names)
    starts = [start for start, _ in stretches]
    places: dict[Path, int] = {}
    for stretch in imported.account.stretches:
        for path in stretch.paths:
            places.setdefault(path, stretch.start)
    found: set[tuple[str, str]] = set()
    for each in new:
        place = places.get(each.path, places.get(each.path[:-1]))
        at = bisect_right(starts, place) - 1 if place is not None else -1
        if at >= 0 and place is not None and place < stretches[at][1]:
            known = (rows[name] for name in names[stretches[at]] if name in rows)
            found.update((row, each.row) for row in known)
    return frozenset(found)
