"""Missing headings: numbers that no line begins with, found at the beginning of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from disclosure.importer.outline.lines import Line
from disclosure.importer.outline.marks import Form, Mark, mark_of
from disclosure.importer.reading import Block, Paragraph

Entry = Line | Block
# Behind a sentence, or behind blanks within the line.
_SENTENCE: Final = re.compile(
    r"[。；！？：”）][ \u3000]{0,8}(?=[（(0-9０-９一二三四五六七八九十㈠-㈩⑴-⒇①-⑳⒈-⒛])"
)
# Two chapters on one short line: 二、主动公开情况三、依申请公开情况.
_RUN_ON: Final = re.compile(
    rf"{_SENTENCE.pattern}|(?<=[\u4e00-\u9fff])(?<![第之至见、一二三四五六七八九十])"
    r"(?=[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff]{4})"
)
_SHORT: Final = 80
_FEW: Final = 9
_FORMS: Final = frozenset(
    {Form.CHAPTER, Form.BRACKETED_HAN, Form.POINT, Form.COMMA, Form.BRACKETED}
)


def with_missing(entries: list[Entry]) -> list[Entry]:
    """Return the entries, parted where a number that is missing begins a sentence.

    Where lines begin with （一） and （三）, and a sentence between with （二）, that is a heading
    that lost its line. Nothing is parted unless all the missing numbers are found.
    """
    cuts: dict[int, dict[int, Mark]] = {}
    last: dict[Form, tuple[int, int]] = {}
    for at, entry in enumerate(entries):
        mark = entry.mark if isinstance(entry, Line) else None
        if mark is None or mark.form not in _FORMS:
            continue
        number, start = last.get(mark.form, (0, 0))
        if number and 2 <= mark.number - number <= _FEW:
            found = _find(entries, range(start, at), mark.form, number + 1, mark.number)
            for place, cut in found:
                cuts.setdefault(place, {})[cut.start] = cut
        last[mark.form] = (mark.number, at)
    if not cuts:
        return entries
    return [each for at, entry in enumerate(entries) for each in _parted(entry, cuts.get(at, {}))]


def _find(
    entries: list[Entry], places: range, form: Form, first: int, end: int
) -> list[tuple[int, Mark]]:
    found: list[tuple[int, Mark]] = []
    for place in places:
        entry = entries[place]
        if isinstance(entry, Line):
            text, start, stop = entry.paragraph.text.text, entry.start, entry.end
        elif isinstance(entry, Paragraph):
            text, start, stop = entry.text.text, 0, len(entry.text)
        else:
            continue
        two = (
            form is Form.CHAPTER
            and isinstance(entry, Line)
            and entry.mark is not None
            and entry.mark.form is form
            and stop - start <= _SHORT
        )
        for match in (_RUN_ON if two else _SENTENCE).finditer(text, start, stop):
            mark = mark_of(text, match.end())
            due = first + len(found)
            if mark and mark.form is form and mark.number == due < end and not mark.doubtful:
                found.append((place, mark))
    return found if len(found) == end - first else []


def _parted(entry: Entry, cuts: dict[int, Mark]) -> Iterator[Entry]:
    if not cuts or not isinstance(entry, Line | Paragraph):
        yield entry
        return
    rest = entry if isinstance(entry, Line) else _unmarked(entry)
    for place in sorted(cuts):
        yield _line_or_text(replace(rest, end=min(rest.end, place), last=place))
        rest = replace(rest, start=place, end=max(rest.end, place), mark=cuts[place], within=True)
        rest = replace(rest, made=False, twice=False)
    yield rest


def _unmarked(paragraph: Paragraph) -> Line:
    length = len(paragraph.text)
    return Line(paragraph, 0, length, length)


def _line_or_text(line: Line) -> Entry:
    return line if line.mark else line.whole()
