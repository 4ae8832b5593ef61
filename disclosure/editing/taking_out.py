"""Values taken out, with the comments right above them; nothing empty is left behind."""

from disclosure.editing.opened import Opened, Place
from disclosure.editing.paragraphs import without_paragraph
from disclosure.editing.rewriting import rewritten
from disclosure.source.document import Path
from disclosure.source.whole_lines import changed
from disclosure.source.written import UnsettableError


def taken_out(opened: Opened, place: Place) -> str:
    """Return a file's text without a value.

    Raises:
        UnsettableError: it cannot be taken out alone.

    """
    if place.number >= 0 and (text := without_paragraph(opened, place)) is not None:
        return text
    path = place.path
    # A list or mapping of nothing means nothing.
    while len(path) > 1 and len(opened.value(path[:-1])) == 1:
        path = path[:-1]
    wanted = opened.copy()
    parent = wanted
    for part in path[:-1]:
        parent = parent[part]
    del parent[path[-1]]
    rest = parent
    return opened.meant(
        (
            lambda: _without_lines(opened, path),
            lambda: _before_next(opened, path),
            lambda: _between_brackets(opened, path),
            lambda: rewritten(opened, path[:-1], rest, bare=True),
            lambda: rewritten(opened, path[:-1], rest, bare=False),
        ),
        wanted,
    )


def _without_lines(opened: Opened, path: Path) -> str | None:
    if opened.lines.is_in_brackets(path):
        return None
    change = opened.lines.without(path)
    return change and "\n".join(changed(opened.lines.lines, [change]))


def _before_next(opened: Opened, path: Path) -> str | None:
    """Take out the first key of an item, which stands behind its dash: the next comes there."""
    lines, document = opened.lines, opened.document
    keys = lines.keys_in(path[:-1])
    if path not in document.keys or lines.is_in_brackets(path) or len(keys) < 2:
        return None
    if keys[0] != path[-1]:
        return None
    one, two = document.keys[path][0], document.keys[*path[:-1], keys[1]][0]
    last = lines.last(path)
    # Comments about the next go above both, at the dash.
    dash = len(lines.lines[one.line]) - len(lines.lines[one.line].lstrip())
    above = [" " * dash + row.strip() for row in lines.lines[last + 1 : two.line] if row.strip()]
    first = lines.lines[one.line][: one.column] + lines.lines[two.line][two.column :]
    rows = (*lines.lines[: one.line], *above, first, *lines.lines[two.line + 1 :])
    return "\n".join(rows)


def _between_brackets(opened: Opened, path: Path) -> str | None:
    lines, document = opened.lines, opened.document
    if not lines.is_in_brackets(path):
        return None
    if isinstance(path[-1], str):
        around = [(*path[:-1], key) for key in lines.keys_in(path[:-1])]
    else:
        around = [(*path[:-1], number) for number in range(len(opened.value(path[:-1])))]
    at = around.index(path)

    def begins(one: Path) -> int:
        mark = (document.keys if one in document.keys else document.values)[one][0]
        return lines.offset(mark.line, mark.column)

    def ends(one: Path) -> int:
        mark = document.values[one][1]
        return lines.offset(mark.line, mark.column)

    if at + 1 < len(around):
        first, last = begins(path), begins(around[at + 1])
    elif at:
        first, last = ends(around[at - 1]), ends(path)
    else:
        return None
    if "#" in opened.text[first : begins(path)] + opened.text[ends(path) : last]:
        raise UnsettableError("comments")
    return opened.text[:first] + opened.text[last:]
