"""Changes of the file, made in the notice's own lines; what cannot be made so is told.

The notice's printed text is compared with the corrected file. What changed inside one text of
the notice is changed there, character for character, and items of a list are put in or taken
out, so that ids, waivers, comments, figures, data and layout stay as somebody wrote them. What
else would change the structure (a heading less) or a figure is for a person.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from disclosure.document.facts import HEAD
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.importer.draft import Scalar
from disclosure.importer.importing import Imported
from disclosure.importer.key_words import key_word
from disclosure.importer.proof import parting
from disclosure.importer.update.items import with_items
from disclosure.importer.update.streams import Printed, Said, Written, printed_by, said_by
from disclosure.model.faults import Fault
from disclosure.model.genre import Genres
from disclosure.source.load import LoadedNotice, load_notice

# These would mean something in YAML, or in prose, and are left to a person.
_MEANING: Final = re.compile(r"[\"'#\\*\[\]{}|\t]|:(?:\s|$)")
# Of a list: what follows is an item of its own.
_ITEM_WORD: Final = re.compile("[一二三四五六七八九十]{1,3}是")
_AROUND: Final = 10
_MOST_TRIED: Final = 100
# Others have forms of their own: a telephone, a date, a label.
_TEXTS: Final = frozenset({Role.TITLE, Role.HEADING, Role.PROSE, Role.ITEM, Role.CELL})


@dataclass(frozen=True, slots=True)
class Left:
    """A change that a person has to make.

    Attributes:
        code: why, ``import.update.<what>``.
        line: of the notice's file, from 1; 0 where none is meant.
        before: what both say before it.
        old: what the notice prints.
        new: what the file says.
        figure: id of the figure that prints it.

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

    """

    text: str
    changes: int
    difference: tuple[str, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    line: int
    column: int
    old: str
    new: str
    found: tuple[int, int, int, int]


def update_of(
    loaded: LoadedNotice, imported: Imported, shown: PurePosixPath, genres: Genres
) -> Updated:
    """Return what a corrected file changes in a notice.

    Args:
        loaded: the notice as it is.
        imported: the corrected file.
        shown: the notice's file, for the difference.
        genres: those there are.

    """
    begun = loaded.places.lines
    lines, items = with_items(list(begun), imported, shown, genres)
    if items:
        again, _ = load_notice("\n".join(lines).encode(), shown, lambda: genres)
        loaded = again or loaded
    printed, said = printed_by(loaded), said_by(imported)
    edits: list[_Edit] = []
    left: list[Left] = []
    for found in parting(printed.row, said.row):
        made = _edit(found, printed, said, loaded)
        if isinstance(made, _Edit):
            edits.append(made)
        else:
            left.append(made)
    left += _of_head(loaded, imported)
    before = loaded.places.lines
    tried = _apart(edits)
    sound = _sound(tried, lambda some: _holds(before, some, printed, said, shown, genres))
    lost = (each for each in tried if each not in sound)
    left += [
        _left("import.update.other", each.found, printed, said, each.line + 1) for each in lost
    ]
    after = _edited(before, sound)
    name = shown.as_posix()
    difference = difflib.unified_diff(begun, after, name, name, n=0, lineterm="")
    return Updated("\n".join(after), items + len(sound), tuple(difference), tuple(left))


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


def _edit(
    found: tuple[int, int, int, int], printed: Printed, said: Said, loaded: LoadedNotice
) -> _Edit | Left:
    a, _, c, d = found
    new = said.between(c, d)
    held = _holder(found, printed, said)
    if held is None or "\n" in new or _ITEM_WORD.match(new):
        return _left(
            "import.update.structure", found, printed, said, _line_near(a, printed, loaded)
        )
    text, start, end = held
    line = _line_of(Written(text, min(start, len(text.text) - 1)), loaded)
    if text.role not in _TEXTS:
        return _left("import.update.data", found, printed, said, line)
    old = text.text[start:end]
    # An insertion is made on a character beside it, so that there is something to find.
    if start == end:
        start, end = (start - 1, end) if start else (start, end + 1)
        beside = text.text[start:end]
        new = beside + new if end == held[1] else new + beside
        old = beside
    figure = next((id_ for at in range(start, end) if (id_ := text.figure_at(at))), "")
    if figure:
        return _left("import.update.figure", found, printed, said, line, figure)
    # Where a whole text goes, so does what holds it.
    if _MEANING.search(new) or (not new and len(old) >= len(text.text.strip())):
        return _left("import.update.other", found, printed, said, line)
    first, last = text.origin(start, end)
    if text.raw[first:last] != old:
        return _left("import.update.other", found, printed, said, line)
    span = loaded.places.part(text.path, text.before, text.raw, first, last)
    if loaded.places.excerpt(span.line)[span.column : span.end_column] != old:
        return _left("import.update.other", found, printed, said, line)
    return _Edit(span.line, span.column, old, new, found)


def _holder(
    found: tuple[int, int, int, int], printed: Printed, said: Said
) -> tuple[PrintedText, int, int] | None:
    """Return the one text that holds a change, and the stretch of it; None where none does."""
    a, b, c, d = found
    if a < b:
        sources = printed.sources[a:b]
        first, last = sources[0], sources[-1]
        if first is None or last is None or any(each is None for each in sources):
            return None
        if first.text.path != last.text.path:
            return None
        return first.text, first.at, last.at + 1
    before = printed.sources[a - 1] if a else None
    behind = printed.sources[a] if a < len(printed.sources) else None
    if before and behind and before.text.path == behind.text.path:
        return before.text, before.at + 1, before.at + 1
    if before and not said.breaks(c):
        return before.text, before.at + 1, before.at + 1
    if behind and not said.breaks(d):
        return behind.text, behind.at, behind.at
    return None


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


def _left(
    code: str,
    found: tuple[int, int, int, int],
    printed: Printed,
    said: Said,
    line: int,
    figure: str = "",
) -> Left:
    a, b, c, d = found
    before = printed.row[max(0, a - _AROUND) : a]
    return Left(code, line, before, printed.row[a:b], said.between(c, d), figure)


def _apart(edits: Iterable[_Edit]) -> list[_Edit]:
    kept: list[_Edit] = []
    for edit in sorted(edits, key=lambda each: (each.line, each.column)):
        last = kept[-1] if kept else None
        if last and last.line == edit.line and last.column + len(last.old) > edit.column:
            continue  # two changes of one place; the second run makes the other
        kept.append(edit)
    return kept


def _edited(lines: Sequence[str], edits: Sequence[_Edit]) -> list[str]:
    after = list(lines)
    for edit in reversed(edits):
        line = after[edit.line]
        end = edit.column + len(edit.old)
        after[edit.line] = line[: edit.column] + edit.new + line[end:]
    return after


def _sound(edits: list[_Edit], holds: Callable[[list[_Edit]], bool]) -> list[_Edit]:
    """Return the edits after which the file loads and prints just what was meant."""
    if holds(edits):
        return edits
    sound: list[_Edit] = []
    for edit in edits[:_MOST_TRIED]:
        if holds([*sound, edit]):
            sound.append(edit)
    return sound


def _holds(
    before: Sequence[str],
    edits: Sequence[_Edit],
    printed: Printed,
    said: Said,
    shown: PurePosixPath,
    genres: Genres,
) -> bool:
    if not edits:
        return True
    text = "\n".join(_edited(before, edits))
    again, _ = load_notice(text.encode(), shown, lambda: genres)
    if again is None:
        return False
    wanted, at = [], 0
    for a, b, c, d in sorted(edit.found for edit in edits):
        wanted += [printed.row[at:a], said.row[c:d]]
        at = b
    return printed_by(again).row == "".join(wanted) + printed.row[at:]
