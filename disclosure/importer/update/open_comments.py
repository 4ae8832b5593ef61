"""Comments of a Word file, as open comments above the lines of the notice that they are about."""

from collections import defaultdict

from disclosure.importer.comments import comment_row, comments_in
from disclosure.importer.importing import Imported
from disclosure.importer.update.revised import path_of
from disclosure.importer.update.units import match, units_of
from disclosure.model.faults import Path
from disclosure.source.load import LoadedNotice
from disclosure.source.reader import parse
from disclosure.source.whole_lines import Change, Lines, changed


def with_open_comments(
    loaded: LoadedNotice, imported: Imported
) -> tuple[list[str], int, tuple[str, ...]]:
    """Return a notice's lines with the comments, how many, and those that have no line.

    What stands in the notice already is not put in again.
    """
    before = list(loaded.places.lines)
    remarks = list(comments_in(imported.account))
    if not remarks:
        return before, 0, ()
    lines, known = Lines(before), {each.strip() for each in before}
    above: dict[int, list[str]] = defaultdict(list)
    homeless: list[str] = []
    for remark in remarks:
        row = comment_row(remark)
        if row in known:
            continue
        line = _line(path_of(remark, imported), loaded, imported, lines)
        if line is None:
            homeless.append(remark.params.get("text", ""))
        else:
            above[line].append(row)
    changes = []
    for line, rows in above.items():
        indent = before[line][: len(before[line]) - len(before[line].lstrip())]
        changes.append(Change(line, line, tuple(indent + row for row in rows)))
    after = changed(before, changes)
    one, two = parse("\n".join(before)), parse("\n".join(after))
    if two.faults or one.data != two.data:
        return before, 0, tuple(remark.params.get("text", "") for remark in remarks)
    return after, sum(map(len, above.values())), tuple(homeless)


def _line(path: Path, loaded: LoadedNotice, imported: Imported, lines: Lines) -> int | None:
    if imported.loaded is None or not path:
        return None
    old, new = units_of(loaded), units_of(imported.loaded)
    to_old = match(old, new).to_old
    for at, each in enumerate(new):
        if each.path[: len(path)] == path and at in to_old:
            here = lines.written(old[to_old[at]].path)
            while here:
                if (first := lines.first(here)) is not None:
                    return lines.top(first)
                here = here[:-1]
    return None
