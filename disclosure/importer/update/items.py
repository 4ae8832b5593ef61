"""Items and paragraphs of a list that the corrected file has more, or no longer.

Each is tried in the notice's lines, and kept where the notice then prints more of what the file
says: marks and words of a list (二是) follow by themselves.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Final

from disclosure.importer.draft import Entry, Fields, Items, Scalar, Value
from disclosure.importer.importing import Imported
from disclosure.importer.proof import parting
from disclosure.importer.update.streams import Printed, Said, printed_by, said_by
from disclosure.importer.yaml_text import write
from disclosure.model.genre import Genres
from disclosure.source.load import LoadedNotice, load_notice

_MOST: Final = 40
_ITEM: Final = re.compile(r"( *)- (?!- |[A-Za-z_]+:(?: |$)|[|>])\S")
# Words of a list and marks at most.
_WORDS: Final = 4
_Found = tuple[int, int, int, int]


def with_items(
    lines: list[str], imported: Imported, shown: PurePosixPath, genres: Genres
) -> tuple[list[str], int]:
    """Return a notice's lines with the items put in and taken out, and how many those are.

    Args:
        lines: of the notice's file, which loads.
        imported: the corrected file.
        shown: the notice's file, as diagnostics name it.
        genres: those there are.

    """
    said = said_by(imported)
    texts = {_row(str(each.text)): each for each in _item_texts(imported.fields)}

    def load(some: list[str]) -> LoadedNotice | None:
        return load_notice("\n".join(some).encode(), shown, lambda: genres)[0]

    count = 0
    for _ in range(_MOST):
        loaded = load(lines)
        after = _one_more(lines, loaded, said, texts, load) if loaded else None
        if after is None:
            break
        lines, count = after, count + 1
    return lines, count


def _one_more(
    lines: list[str],
    loaded: LoadedNotice,
    said: Said,
    texts: dict[str, Scalar],
    load: Callable[[list[str]], LoadedNotice | None],
) -> list[str] | None:
    """Return the lines with one item more or less that brings them nearer to the file."""
    printed = printed_by(loaded)
    differing = list(parting(printed.row, said.row))
    distance = _distance(differing)
    for found in differing[:_MOST]:
        for after in (
            *_put_in(found, lines, printed, said, loaded, texts),
            *_taken_out(found, lines, printed, loaded),
        ):
            again = load(after)
            if again and _distance(parting(printed_by(again).row, said.row)) < distance:
                return after
    return None


def _distance(differing: Iterator[_Found] | list[_Found]) -> int:
    return sum(b - a + d - c for a, b, c, d in differing)


def _put_in(
    found: _Found,
    lines: list[str],
    printed: Printed,
    said: Said,
    loaded: LoadedNotice,
    texts: dict[str, Scalar],
) -> Iterator[list[str]]:
    a, _, c, d = found
    new = said.row[c:d]
    fitting = [text for text in texts if text in new and len(new) - len(text) <= _WORDS]
    if not fitting:
        return
    before = next((each for each in reversed(printed.sources[:a]) if each), None)
    if before is None:
        return
    line = loaded.places.part(before.text.path, before.text.before, before.text.raw, 0, 1).line
    match = _ITEM.match(lines[line])
    if match and _is_whole(lines, line, match[1]):
        row = write(Fields((Entry("item", Items((texts[max(fitting, key=len)],))),)))
        yield [*lines[: line + 1], match[1] + row.split("\n")[1].strip(), *lines[line + 1 :]]


def _taken_out(
    found: _Found, lines: list[str], printed: Printed, loaded: LoadedNotice
) -> Iterator[list[str]]:
    a, b, _, _ = found
    inside = {each.text.path: each.text for each in printed.sources[a:b] if each}
    for path, text in inside.items():
        held = sum(1 for each in printed.sources[a:b] if each and each.text.path == path)
        if held < len(_row(text.text)):
            continue
        line = loaded.places.part(text.path, text.before, text.raw, 0, 1).line
        match = _ITEM.match(lines[line])
        # What somebody wrote above it, a waiver, is for a person to move.
        said_above = line and lines[line - 1].lstrip().startswith("#")
        if match and not said_above and _is_whole(lines, line, match[1]):
            yield [*lines[:line], *lines[line + 1 :]]


def _is_whole(lines: list[str], line: int, indent: str) -> bool:
    """Say whether an item ends with its line: nothing that is further in follows."""
    following = next((each for each in lines[line + 1 :] if each.strip()), "")
    return not following.startswith(indent + "  ")


def _item_texts(value: Value) -> Iterator[Scalar]:
    """Yield the texts that are items of lists."""
    match value:
        case Items():
            for each in value.values:
                if isinstance(each, Scalar):
                    yield each
                yield from _item_texts(each)
        case Fields():
            for entry in value.entries:
                yield from _item_texts(entry.value)
        case Scalar():
            return


def _row(text: str) -> str:
    return "".join(text.split())
