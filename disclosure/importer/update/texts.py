"""Texts that the file says otherwise: words, whole values, and figures that metrics print."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.importer.update.edits import Edit, edit_in, edited
from disclosure.importer.update.steps import Corrected
from disclosure.importer.update.units import Unit, match, units_of
from disclosure.model.faults import Path
from disclosure.source.load import LoadedNotice
from disclosure.source.set_value import Change, set_values
from disclosure.source.written import UnsettableError

Load = Callable[[Sequence[str]], LoadedNotice | None]
_MOST_TRIED: Final = 100
_NUMBER: Final = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_DIGITS: Final = re.compile(r"[\d.,]+")
_OF_METRIC: Final = ("value", "yoy", "mom", "base")


@dataclass(slots=True)
class _Made:
    """What changes one text: words in its lines, values set."""

    at: int
    row: str
    edits: list[Edit] = field(default_factory=list)
    values: dict[Path, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Worded:
    """A notice with the texts of the file, and how many were changed."""

    loaded: LoadedNotice
    changes: int


def with_texts(
    loaded: LoadedNotice,
    corrected: Corrected,
    load: Load,
    distance: Callable[[LoadedNotice], int] | None,
) -> Worded:
    """Return the notice with the texts changed that the file says otherwise.

    Args:
        loaded: the notice.
        corrected: the file.
        load: reads lines as a notice.
        distance: how far what a notice prints is from the file, where each change has to bring
            it nearer.

    """
    units, kept = corrected.units, corrected.kept
    old = units_of(loaded)
    rows = [each.row for each in old]
    made = [
        each
        for here, there in match(old, units, corrected.alike).to_new.items()
        if rows[here] != units[there].row
        and (kept is None or (rows[here] in kept and units[there].row not in kept))
        for each in _made(here, old[here], units[there], loaded)
    ]
    if not made:
        return Worded(loaded, 0)

    def tried(some: Sequence[_Made]) -> LoadedNotice | None:
        return _after(some, loaded, rows, load)

    again = tried(made) if distance is None else None
    if again is not None:
        return Worded(again, len(made))
    sound: list[_Made] = []
    best, now = loaded, distance(loaded) if distance else 0
    for group in _groups(made)[:_MOST_TRIED]:
        found = tried([*sound, *group])
        nearer = distance(found) if found and distance else -1
        if found is not None and nearer < now:
            best, sound, now = found, [*sound, *group], max(0, nearer)
    return Worded(best, len(sound))


def _after(
    made: Sequence[_Made], loaded: LoadedNotice, rows: Sequence[str], load: Load
) -> LoadedNotice | None:
    lines = edited(loaded.places.lines, [edit for each in made for edit in each.edits])
    if lines is None:
        return None
    values: dict[Path, str] = {}
    for each in made:
        for path, value in each.values.items():
            if values.setdefault(path, value) != value:
                return None
    if values:
        try:
            text = set_values("\n".join(lines), [Change(*each) for each in values.items()])
        except UnsettableError:
            return None
        lines = text.split("\n")
    again = load(lines)
    if again is None:
        return None
    wanted = list(rows)
    for each in made:
        wanted[each.at] = each.row
    return again if [each.row for each in units_of(again)] == wanted else None


def _groups(made: Sequence[_Made]) -> list[list[_Made]]:
    """Return the changes apart, those that set the same figure together."""
    groups: dict[object, list[_Made]] = {}
    for number, each in enumerate(made):
        key: object = next(iter(each.values)) if each.values else number
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _made(at: int, old: Unit, new: Unit, loaded: LoadedNotice) -> Iterator[_Made]:
    """Yield what changes one text into another; nothing where nobody can say."""
    text = old.printed
    made = _Made(at, new.row)
    if _words(made, text, new, loaded) and (made.edits or made.values):
        yield made
        return
    if _is_free(text, new) and (path := _whole(text, loaded)) is not None:
        raw = new.printed.raw if text.value.marked or not new.printed.value.marked else ""
        if raw := raw or new.printed.text:
            yield _Made(at, new.row, values={path: raw})


def _is_free(text: PrintedText, new: Unit) -> bool:
    """Say whether a text may be written anew: no mark, and no figure that the file still says."""
    if text.raw == text.text:
        return True
    plain = text.raw
    for run in text.runs:
        if run.figure:
            plain = plain.replace(text.raw[run.raw : run.raw_end], "")
            length = next((n.printed for n in text.runs if n.printed > run.printed), len(text.text))
            if "".join(text.text[run.printed : length].split()) in new.row:
                return False
    return plain != text.raw and not any(mark in plain for mark in "{*[\\")


def _whole(text: PrintedText, loaded: LoadedNotice) -> Path | None:
    """Return the path of the value of the file that is this text and nothing else."""
    if len(text.value.siblings) < 2:
        # One value may stand where a list is meant.
        return text.path[:-1] if _stands_alone(text, loaded) else text.path
    return text.path if not _stands_alone(text, loaded) else None


def _stands_alone(text: PrintedText, loaded: LoadedNotice) -> bool:
    return isinstance(text.path[-1], int) and loaded.places.text_at(text.path) is None


def _words(made: _Made, text: PrintedText, new: Unit, loaded: LoadedNotice) -> bool:
    """Note the edits and figures that make one text the other; say whether all were found."""
    if text.role in {Role.NUMBER, Role.ADDRESS}:
        return False
    places = [at for at, sign in enumerate(text.text) if not sign.isspace()]
    news = [at for at, sign in enumerate(new.printed.text) if not sign.isspace()]
    row = "".join(text.text[at] for at in places)
    codes = SequenceMatcher(None, row, new.row, autojunk=False).get_opcodes()
    figures = _figures(text, places, codes, new.row)
    if figures is None:
        return False
    covered = set()
    for (first, last, name), printed in figures.items():
        if printed != row[first:last]:
            value = _metric(name, row[first:last], printed, loaded)
            if value is None:
                return False
            made.values.update(value)
        covered.add((first, last))
    for tag, i, j, k, m in codes:
        if tag == "equal" or _in_figure(tag, i, j, new.row[k:m], covered):
            continue
        start = places[i] if i < len(places) else len(text.text)
        end = places[j - 1] + 1 if i < j else start
        if i == j and i:
            start = end = places[i - 1] + 1
        said = new.printed.text[news[k] : news[m - 1] + 1] if k < m else ""
        edit = edit_in(text, start, end, said, loaded)
        if edit is None:
            return False
        made.edits.append(edit)
    return True


_Codes = Sequence[tuple[str, int, int, int, int]]


def _figures(
    text: PrintedText, places: Sequence[int], codes: _Codes, new: str
) -> Mapping[tuple[int, int, str], str] | None:
    """Return what the file says in the place of each figure; None where that is not certain."""
    found: dict[tuple[int, int, str], str] = {}
    for run in text.runs:
        if not run.figure:
            continue
        first = next((n for n, at in enumerate(places) if at >= run.printed), len(places))
        behind = next((each.printed for each in text.runs if each.printed > run.printed), None)
        last = (
            len(places)
            if behind is None
            else next((n for n, at in enumerate(places) if at >= behind), len(places))
        )
        parts: list[str] = []
        for tag, i, j, k, m in codes:
            if tag == "equal":
                low, high = max(i, first), min(j, last)
                parts.append(new[k + low - i : k + high - i] if low < high else "")
            elif _in_figure(tag, i, j, new[k:m], {(first, last)}):
                parts.append(new[k:m])
            elif i < last and j > first and i != j:
                return None
        found[first, last, run.figure] = "".join(parts)
    return found


def _in_figure(tag: str, i: int, j: int, new: str, figures: set[tuple[int, int]]) -> bool:
    for first, last in figures:
        if tag == "insert":
            if first < i < last or (i in (first, last) and _DIGITS.fullmatch(new)):
                return True
        elif first <= i and j <= last:
            return True
    return False


def _metric(name: str, old: str, new: str, loaded: LoadedNotice) -> dict[Path, str] | None:
    """Return the value of a metric that prints another number; None where it is worked out."""
    before, after = _NUMBER.match(old), _NUMBER.match(new)
    if not before or not after or old[before.end() :] != new[after.end() :]:
        return None
    number = next((at for at, each in enumerate(loaded.notice.metrics) if each.id == name), None)
    if number is None:
        return None
    wanted = before[0].replace(",", "")
    for key in _OF_METRIC:
        path = ("metrics", number, key)
        raw = loaded.places.text_at(path)
        if raw is not None and raw.replace(",", "").rstrip("%") == wanted:
            return {path: raw.replace(raw.rstrip("%"), after[0].replace(",", ""), 1)}
    return None
