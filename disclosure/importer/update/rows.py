"""Words changed by the rows of characters, whatever texts the file was taken for.

The importer may read a corrected file into other values than somebody has made of the first;
what both print is comparable all the same.
"""

from collections.abc import Callable, Sequence
from typing import Final

from disclosure.importer.proof import parting
from disclosure.importer.update.edits import Edit, edit_in, edited
from disclosure.importer.update.streams import Printed, Said, holder_of, printed_by
from disclosure.source.load import LoadedNotice

_MOST_TRIED: Final = 100
_Found = tuple[int, int, int, int]


def with_rows(
    loaded: LoadedNotice,
    said: Said,
    load: Callable[[Sequence[str]], LoadedNotice | None],
) -> tuple[LoadedNotice, int]:
    """Return the notice with the words changed that are certain, and how many stretches."""
    printed = printed_by(loaded)
    tried = [
        (edit, found)
        for found in parting(printed.row, said.row)
        if (edit := _edit(found, printed, said, loaded)) is not None
    ]

    def after(some: Sequence[tuple[Edit, _Found]]) -> LoadedNotice | None:
        lines = edited(loaded.places.lines, [edit for edit, _ in some])
        again = load(lines) if lines is not None else None
        wanted = _wanted(printed, said, [found for _, found in some])
        return again if again and printed_by(again).row == wanted else None

    if not tried:
        return loaded, 0
    if (whole := after(tried)) is not None:
        return whole, len(tried)
    best, sound = loaded, list[tuple[Edit, _Found]]()
    for each in tried[:_MOST_TRIED]:
        if (found := after([*sound, each])) is not None:
            best, sound = found, [*sound, each]
    return best, len(sound)


def _edit(found: _Found, printed: Printed, said: Said, loaded: LoadedNotice) -> Edit | None:
    _, _, c, d = found
    new = said.between(c, d)
    held = holder_of(found, printed, said)
    if held is None or "\n" in new:
        return None
    text, start, end = held
    return edit_in(text, start, end, new, loaded)


def _wanted(printed: Printed, said: Said, some: Sequence[_Found]) -> str:
    wanted, at = [], 0
    for a, b, c, d in sorted(some):
        wanted += [printed.row[at:a], said.row[c:d]]
        at = b
    return "".join(wanted) + printed.row[at:]
