"""What may be done to a notice so that it holds what a file holds more, less, or elsewhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from disclosure.document.values import Role
from disclosure.importer.draft import Entry, Fields, Items, Scalar
from disclosure.importer.update.forms import as_content
from disclosure.importer.update.nodes import Node, nodes_of
from disclosure.importer.update.units import Alike, Matched, Unit, section_of
from disclosure.importer.yaml_text import write
from disclosure.model.faults import Path
from disclosure.model.notice import Notice
from disclosure.model.section import Section
from disclosure.source.whole_lines import Change, Lines

_MOST: Final = 200
_SECTIONS: Final = "sections"
_MOVED: Final = 0.6
_TEXTS: Final = frozenset({Role.PROSE, Role.ITEM, Role.CELL})


@dataclass(frozen=True, slots=True)
class Corrected:
    """The corrected file as a notice.

    Attributes:
        units: its texts.
        lines: of its draft.
        kept: rows that nobody changed in it since the notice was made; None where nobody knows.
        alike: rows of the notice and of it that are known to be one text.

    """

    units: tuple[Unit, ...]
    lines: Lines
    kept: frozenset[str] | None = None
    alike: Alike = frozenset()


class Step(NamedTuple):
    """Changes of lines.

    Attributes:
        changes: of the notice's file.
        fits: says whether the rows that are printed then are those that are meant.
        is_alike: whether it puts an item into the very list that the file has it in.

    """

    changes: tuple[Change, ...]
    fits: Callable[[Sequence[str]], bool]
    is_alike: bool = True


class Work:
    """What may be done to a notice as it is now.

    Attributes:
        rows: of the notice's texts.

    """

    def __init__(
        self, lines: Lines, old: Sequence[Unit], corrected: Corrected, matched: Matched
    ) -> None:
        self._lines, self._old, self._corrected = lines, old, corrected
        self._matched = matched
        self.rows = [each.row for each in old]
        self._titles = {each.path: at for at, each in enumerate(corrected.units)}

    def all(self) -> Iterator[tuple[str, Node, Iterator[Step], tuple[tuple[int, str], ...]]]:
        """Yield what may be done, with the comments that go with it."""
        kept, new = self._corrected.kept, self._corrected.units
        gone = [
            each
            for each in nodes_of(self._old, self._matched.to_new, self._lines)
            if kept is None or all(self.rows[at] in kept for at in each.numbers)
        ]
        come = [
            each
            for each in nodes_of(new, self._matched.to_old, self._corrected.lines)
            if each.part < 0
            if kept is None
            or not any(new[at].row in kept for at in each.numbers)
            or any(self._moved(one, each) for one in gone)
        ]
        for there in come:
            for here in gone:
                if self._moved(here, there):
                    yield "move", here, self._moves(here, there), ()
        for there in come:
            if len(gone) * len(come) <= _MOST and (kept is None or self._is_new(there, kept)):
                for here in gone:
                    yield "swap", here, self._swaps(here, there), self._lines.comments_of(here.path)
        for there in come:
            if kept is None or self._is_new(there, kept):
                yield "in", there, self._entries(there), ()
        for here in gone:
            comments = self._lines.comments_of(here.path) if here.part < 0 else ()
            yield "out", here, self._exits(here), comments

    def row_of(self, at: int) -> str:
        """Return a text of the file, without blanks."""
        return self._corrected.units[at].row

    def _is_new(self, there: Node, kept: frozenset[str]) -> bool:
        return not any(self._corrected.units[at].row in kept for at in there.numbers)

    def _swaps(self, here: Node, there: Node) -> Iterator[Step]:
        """Yield the step that puts one value in the place of another."""
        start, end = self.between(there)
        out, rows = self._lines.without(here.path), self._item_rows(there)
        fits = here.part < 0 and (
            start <= here.first and here.last < end and _list_of(here.path) == _list_of(there.path)
        )
        if not fits or out is None or rows is None or self._section(there.path) is None:
            return
        into = self._lines.beside(here.path, rows, behind=False)
        if into is not None:
            texts = [self._corrected.units[at].row for at in there.numbers]
            wanted = self.rows[: here.first] + texts + self.rows[here.last + 1 :]
            yield Step((into, out), lambda found: list(found) == wanted)

    def _moved(self, here: Node, there: Node) -> bool:
        ones = self.rows[here.first : here.last + 1]
        twos = [each.row for each in self._corrected.units[there.first : there.last + 1]]
        if here.part >= 0:
            return False
        if ones == twos:
            return True
        if self._old[here.first].role is not Role.HEADING or ones[0] != twos[0]:
            return False
        matcher = SequenceMatcher(None, ones, twos, autojunk=False)
        return matcher.ratio() >= _MOVED

    def _moves(self, here: Node, there: Node) -> Iterator[Step]:
        out = self._lines.without(here.path)
        rows = self._lines.block(here.path)
        if (
            out is None
            or rows is None
            or isinstance(here.path[-1], int) is not isinstance(there.path[-1], int)
        ):
            return
        start, end = self.between(there)
        texts, length = self.rows[here.first : here.last + 1], here.last + 1 - here.first
        rest = self.rows[: here.first] + self.rows[here.last + 1 :]
        # In the row without what moves.
        start -= length if start > here.first else 0
        end -= length if end > here.first else 0
        fits = _fits_in(rest, texts, start, end)
        for into, is_alike in self._places(there, rows):
            if not out.start <= into.start < out.end or into.start == out.start:
                yield Step((out, into), fits, is_alike)

    def _entries(self, there: Node) -> Iterator[Step]:
        rows = self._item_rows(there)
        texts = [self._corrected.units[at].row for at in there.numbers]
        start, end = self.between(there)
        fits = _fits_in(self.rows, texts, start, end)
        for change, is_alike in self._places(there, rows):
            yield Step((change,), fits, is_alike)
        section = self._section(there.path)
        if rows and section and start and there.path[-2] == "content":
            changes = as_content(self._lines, section, self._old[start - 1].path, rows)
            if changes:
                yield Step(changes, fits, is_alike=False)

    def _exits(self, here: Node) -> Iterator[Step]:
        if here.part < 0:
            change = self._lines.without(here.path)
        else:
            count = self._paragraphs(here.first)
            change = self._lines.without_paragraph(here.path, here.part, count)
        if change is not None:
            wanted = self.rows[: here.first] + self.rows[here.last + 1 :]
            yield Step((change,), lambda rows: list(rows) == wanted)

    def _paragraphs(self, at: int) -> int:
        return len(self._old[at].printed.value.siblings)

    def between(self, there: Node) -> tuple[int, int]:
        """Return between which of the notice's texts a value of the file stands."""
        to_old = self._matched.to_old
        before = (to_old[at] for at in range(there.first - 1, -1, -1) if at in to_old)
        behind = (
            to_old[at] for at in range(there.last + 1, len(self._corrected.units)) if at in to_old
        )
        return next(before, -1) + 1, next(behind, len(self._old))

    def _section(self, there: Path) -> Path | None:
        """Return the notice's section that a value of the file stands in; None if it has none."""
        section = section_of(there[:-1])
        if not section:
            return ()
        at = self._titles.get((*section, "title"))
        here = self._matched.to_old.get(at) if at is not None else None
        return self._old[here].section if here is not None else None

    def _places(self, there: Node, rows: Sequence[str] | None) -> Iterator[tuple[Change, bool]]:
        section = self._section(there.path)
        if section is None:
            return
        key = there.path[-1] if isinstance(there.path[-1], str) else there.path[-2]
        if isinstance(there.path[-1], str):
            yield from self._as_key(there, section)
        if not rows:
            return
        around = self._around(there, section, key)
        for path, behind, at in sorted(around, key=lambda each: _list_of(each[0]) != key):
            if isinstance(path[-1], int):
                change = self._lines.beside(path, rows, behind=behind)
            elif self._paragraphs(at) > 1 and there.first == there.last:
                text, part = self._corrected.units[there.first].printed.raw, self._old[at].path[-1]
                place = (path, int(part), self._paragraphs(at))
                change = self._lines.beside_paragraph(*place, text, behind=behind)
            else:
                change = self._lines.in_list(path, rows, behind=behind)
            if change is not None:
                yield change, _list_of(path) == key

    def _around(
        self, there: Node, section: Path, key: str | int
    ) -> Iterator[tuple[Path, bool, int]]:
        """Yield the items beside which a value may come to stand, and whether behind them."""
        start, end = self.between(there)
        for behind, places in ((True, (start - 1, end - 1)), (False, (end, start))):
            for at in dict.fromkeys(places):
                if 0 <= at < len(self._old):
                    yield from ((path, behind, at) for path in self._holders(at, section, key))

    def _as_key(self, there: Node, section: Path) -> Iterator[tuple[Change, bool]]:
        key = there.path[-1]
        block = self._corrected.lines.block(there.path)
        if block is None or (*section, key) in self._lines.document.keys:
            return
        order = tuple(Section.model_fields if section else Notice.model_fields)
        known = [each[-1] for each in self._lines.document.keys if each[:-1] == section]
        place = order.index(str(key)) if key in order else 0
        ahead = [each for each in order[:place] if each in known]
        beside = ahead[-1] if ahead else known[0]
        if change := self._lines.below((*section, beside), block):
            yield change, True

    def _holders(self, at: int, section: Path, key: str | int) -> Iterator[Path]:
        """Yield the items and single values that hold a text, from the innermost on."""
        path = self._lines.written(self._old[at].path)
        while len(path) > len(section) and path:
            inside = section_of(path[:-1]) == section and path[: len(section)] == section
            is_item = isinstance(path[-1], int)
            in_sections = is_item and path[-2] == _SECTIONS
            single = not is_item and isinstance(self._lines.document.value_at(path), str)
            if inside and in_sections == (key == _SECTIONS) and (is_item or single):
                yield path
            path = path[:-1]

    def _item_rows(self, there: Node) -> Sequence[str] | None:
        """Return a value of the file as items of a list."""
        path, lines = there.path, self._corrected.lines
        if isinstance(path[-1], int):
            return lines.block(path) or self._text_rows(there)
        value = lines.document.value_at(path)
        if isinstance(value, list):
            blocks = [lines.block((*path, at)) for at in range(len(value))]
            return [row for each in blocks if each for row in each] if all(blocks) else None
        return self._text_rows(there)

    def _text_rows(self, there: Node) -> Sequence[str] | None:
        units = [self._corrected.units[at] for at in there.numbers]
        if any(each.role not in _TEXTS for each in units):
            return None
        items = Items(tuple(Scalar(each.printed.raw) for each in units))
        rows = write(Fields((Entry("items", items),))).split("\n")[1:-1]
        return [row[2:] for row in rows]


def _fits_in(
    rows: Sequence[str], texts: Sequence[str], start: int, end: int
) -> Callable[[Sequence[str]], bool]:
    """Return what says whether texts were put into a row between two places."""

    def fits(found: Sequence[str]) -> bool:
        if len(found) != len(rows) + len(texts):
            return False
        return any([*rows[:at], *texts, *rows[at:]] == list(found) for at in range(start, end + 1))

    return fits


def _list_of(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
