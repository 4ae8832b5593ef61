"""A corrected file brought into a notice; what cannot be brought in with certainty is told.

What the file says is set beside what the notice prints, text by text. Sections, paragraphs,
items and rows are put in, taken out and moved as whole lines; words are changed where they
stand; figures in the metrics that print them; facts in their fields. After each step the notice
has to load and to print just what was meant, so that ids, waivers, comments, data that is not
printed, and layout stay as somebody wrote them.
"""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from disclosure.document.facts import HEAD
from disclosure.importer.draft import Scalar
from disclosure.importer.importing import Imported
from disclosure.importer.key_words import key_word
from disclosure.importer.proof import parting, printed_row
from disclosure.importer.update.bookmarks import named_alike
from disclosure.importer.update.facts import with_facts
from disclosure.importer.update.open_comments import with_open_comments
from disclosure.importer.update.revised import Revised, base_of, revisions_of
from disclosure.importer.update.rows import with_rows
from disclosure.importer.update.steps import Corrected
from disclosure.importer.update.still_apart import StillApart, still_apart
from disclosure.importer.update.streams import (
    WORDS,
    Printed,
    Said,
    Written,
    holder_of,
    printed_by,
    said_by,
)
from disclosure.importer.update.structure import Taken, with_structure
from disclosure.importer.update.texts import with_texts
from disclosure.importer.update.units import is_told, units_of
from disclosure.model.faults import Fault
from disclosure.model.genre import Genres
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.whole_lines import Lines

_AROUND: Final = 10


@dataclass(frozen=True, slots=True)
class Left:
    """A change that a person has to make.

    Attributes:
        code: why, ``import.update.<what>``.
        line: of the notice's file as it is now, from 1; 0 where none is meant.
        before: what both say before it.
        old: what the notice prints.
        new: what the file says.
        figure: id of the metric that prints it.

    """

    code: str
    line: int
    before: str
    old: str
    new: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Updated:
    """What a corrected file changes.

    Attributes:
        text: of the notice's file, with the changes that could be made.
        changes: how many those are.
        difference: lines of a unified diff.
        left: the others.
        taken: comments, waivers among them, that went with the texts that they stood at.
        revisions: that the file says were made in it.
        foreign: where the notice is another than the file was before its revisions.
        apart: data that the notice's text then says otherwise.

    """

    text: str
    changes: int
    difference: tuple[str, ...]
    left: tuple[Left, ...]
    taken: tuple[Taken, ...] = ()
    revisions: tuple[Revised, ...] = ()
    foreign: tuple[Left, ...] = ()
    apart: tuple[StillApart, ...] = ()


def update_of(
    loaded: LoadedNotice,
    imported: Imported,
    shown: PurePosixPath,
    genres: Genres,
    original: Imported | None = None,
) -> Updated:
    """Return what a corrected file changes in a notice.

    Args:
        loaded: the notice as it is.
        imported: the corrected file.
        shown: the notice's file, for the difference.
        genres: those there are.
        original: the same file as it was before its revisions; None where it has none. What it
            and the corrected file have alike is left as the notice has it.

    """
    begun = loaded.places.lines
    said = said_by(imported, loaded)

    def load(lines: Sequence[str]) -> LoadedNotice | None:
        return load_notice("\n".join(lines).encode(), shown, lambda: genres)[0]

    def distance(some: LoadedNotice) -> int:
        return sum(b - a + d - c for a, b, c, d in parting(printed_row(some), said.row))

    base = base_of(loaded, original) if original else None
    foreign = (
        tuple(_of_rows(loaded, said_by(original, loaded))) if original and base is not None else ()
    )
    changes = 0
    taken: tuple[Taken, ...] = ()
    if imported.loaded is not None and (base is not None or printed_row(loaded) != said.row):
        units = tuple(each for each in units_of(imported.loaded) if not is_told(each, loaded))
        alike = named_alike(units_of(loaded), units, imported)
        corrected = Corrected(units, Lines(imported.loaded.places.lines), base, alike)
        # All at once is certain where the notice then prints what the file says, to a letter;
        # else the file was read otherwise than the notice is written, and each step is tried.
        for strict in (False, True) if base is None else (True,):
            made = with_structure(loaded, corrected, load, distance, said.row, strict=strict)
            worded = with_texts(made.loaded, corrected, load, distance if strict else None)
            if strict or not distance(worded.loaded):
                loaded, taken = worded.loaded, made.taken
                changes = made.changes + worded.changes
                break
    known = original.fields if original else None
    loaded, facts = with_facts(loaded, imported.fields, known, load, distance)
    changes += facts
    if base is None:
        loaded, rows = with_rows(loaded, said, load)
        changes += rows
        left = [*_of_rows(loaded, said), *_of_head(loaded, imported)]
    else:
        left = [*_conflicts(loaded, imported, base)]
    lines, comments, homeless = with_open_comments(loaded, imported)
    changes += comments
    left += [Left("import.update.comment", 0, "", "", each) for each in homeless]
    name = shown.as_posix()
    difference = difflib.unified_diff(begun, lines, name, name, n=0, lineterm="")
    return Updated(
        "\n".join(lines),
        changes,
        tuple(difference),
        tuple(left),
        taken,
        revisions_of(imported),
        foreign,
        tuple(still_apart(loaded)),
    )


def _of_head(loaded: LoadedNotice, imported: Imported) -> Iterator[Left]:
    """Yield the facts of the head that the file says and that are others in the notice."""
    for entry in imported.fields.entries:
        value = entry.value
        if entry.key not in HEAD or not isinstance(value, Scalar) or value.guess:
            continue
        old, new = str(getattr(loaded.notice, entry.key) or ""), str(value.text)
        if old != new:
            line = loaded.places.span(Fault((entry.key,), "")).line + 1
            yield Left("import.update.data", line if old else 0, key_word((entry.key,)), old, new)


def _conflicts(loaded: LoadedNotice, imported: Imported, base: frozenset[str]) -> Iterator[Left]:
    """Yield the texts that were changed in the file, and that the notice does not print."""
    if imported.loaded is None:
        return
    printed = {each.row for each in units_of(loaded)}
    for each in units_of(imported.loaded):
        if each.row not in base and each.row not in printed:
            yield Left("import.update.conflict", 0, "", "", each.printed.text)


def _of_rows(loaded: LoadedNotice, said: Said) -> Iterator[Left]:
    """Yield where a notice prints otherwise than a file says."""
    printed = printed_by(loaded)
    for found in parting(printed.row, said.row):
        yield _left(found, printed, said, loaded)


def _left(
    found: tuple[int, int, int, int], printed: Printed, said: Said, loaded: LoadedNotice
) -> Left:
    a, b, c, d = found
    before, old, new = printed.row[max(0, a - _AROUND) : a], printed.row[a:b], said.between(c, d)
    held = holder_of(found, printed, said)
    if held is None or "\n" in new:
        line = _line_near(a, printed, loaded)
        return Left("import.update.structure", line, before, old, new)
    text, start, end = held
    line = _line_of(Written(text, min(start, len(text.text) - 1)), loaded)
    if text.role not in WORDS:
        return Left("import.update.data", line, before, old, new)
    figures = (text.figure_at(at) for at in range(max(0, start - (start == end)), max(end, 1)))
    if figure := next((each for each in figures if each), ""):
        return Left("import.update.figure", line, before, old, new, figure)
    return Left("import.update.other", line, before, old, new)


def _line_of(written: Written, loaded: LoadedNotice) -> int:
    text = written.text
    first, last = text.origin(written.at, written.at + 1)
    return loaded.places.part(text.path, text.before, text.raw, first, last).line + 1


def _line_near(at: int, printed: Printed, loaded: LoadedNotice) -> int:
    """Return the line of the text before a place; 0 at the beginning."""
    for number in range(min(at, len(printed.sources)) - 1, -1, -1):
        if source := printed.sources[number]:
            return _line_of(source, loaded)
    return 0
