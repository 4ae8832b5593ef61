"""How the marks of headings are counted, so that the fewest have to be written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from disclosure.importer.fields.parts import Drafted
from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import NO_MARK, format_mark, number_in
from disclosure.model.notice import OFFICIAL_LEVELS


@dataclass(frozen=True, slots=True)
class Numbering:
    """The styles by level and those that count on; none where the model's own are right."""

    styles: tuple[MarkStyle, ...] = ()
    run_on: tuple[MarkStyle, ...] = ()


@dataclass(slots=True)
class _Count:
    run_on: frozenset[MarkStyle]
    running: dict[MarkStyle, int] = field(default_factory=dict)


def number(chapters: Sequence[Drafted]) -> Numbering:
    """Choose the numbering of a notice, and set what each section has to give itself.

    Sets ``numbering`` of sections whose children have another style than their level, and
    ``mark`` of those that counting would give another mark than the one typed.
    """
    groups = list(_groups(chapters))
    styles = _styles(groups)
    levels = styles or OFFICIAL_LEVELS
    for parent, depth, children in groups:
        usual = levels[min(depth, len(levels)) - 1]
        style = _style_of(children, usual)
        if parent is not None:
            parent.numbering = None if style is usual else style
    run_on: list[MarkStyle] = []
    fewest = len(list(_typed(chapters, levels, frozenset())))
    for style in dict.fromkeys(_style_of(children, MarkStyle.NONE) for _, _, children in groups):
        if style is MarkStyle.NONE:
            continue
        found = len(list(_typed(chapters, levels, frozenset((*run_on, style)))))
        if found < fewest:
            run_on.append(style)
            fewest = found
    for section, mark in _typed(chapters, levels, frozenset(run_on)):
        section.mark = mark
    return Numbering(styles, tuple(run_on))


def _groups(
    chapters: Sequence[Drafted],
) -> Iterator[tuple[Drafted | None, int, Sequence[Drafted]]]:
    """Yield sections that are numbered together, with the one above them and their depth."""
    if chapters:
        yield None, 1, chapters
    for chapter in chapters:
        for section in chapter.walk():
            if below := section.below:
                yield section, section.depth + 1, below


def _style_of(sections: Iterable[Drafted], usual: MarkStyle) -> MarkStyle:
    """Return the style that most sections have; of equally many the usual one, then the first."""
    counts = Counter(section.heading.style for section in sections)
    return max(counts, key=lambda style: (counts[style], style is usual))


def _styles(
    groups: Sequence[tuple[Drafted | None, int, Sequence[Drafted]]],
) -> tuple[MarkStyle, ...]:
    """Return the styles by level; none if the official ones are no longer to write."""
    by_depth: dict[int, list[MarkStyle]] = {}
    for _, depth, children in groups:
        usual = OFFICIAL_LEVELS[min(depth, len(OFFICIAL_LEVELS)) - 1]
        by_depth.setdefault(depth, []).append(_style_of(children, usual))
    if not by_depth:
        return ()
    own: list[MarkStyle] = []
    spared = left = 0
    for depth in range(1, max(by_depth) + 1):
        usual = OFFICIAL_LEVELS[min(depth, len(OFFICIAL_LEVELS)) - 1]
        counts = Counter(by_depth[depth])
        best = max(counts, key=lambda style: (counts[style], style is usual))
        own.append(best)
        spared += counts[best] - counts[usual]
        left += sum(counts.values()) - counts[best]
    # A chapter's style stands nowhere but here. Else a line here is worth it if it spares two
    # below, or the only one.
    needed = own[0] is not OFFICIAL_LEVELS[0] or spared > 1 or (spared == 1 and not left)
    while len(own) > 1 and own[-1] is own[-2]:
        own.pop()  # the last goes on below
    return tuple(own) if needed else ()


def _typed(
    chapters: Sequence[Drafted], levels: Sequence[MarkStyle], run_on: frozenset[MarkStyle]
) -> Iterator[tuple[Drafted, str]]:
    """Yield the sections whose mark is another than counting gives, as ``model.outline`` counts."""
    count = _Count(run_on)
    yield from _walk(chapters, 1, levels[0], levels, count)


def _walk(
    sections: Sequence[Drafted],
    depth: int,
    style: MarkStyle,
    levels: Sequence[MarkStyle],
    count: _Count,
) -> Iterator[tuple[Drafted, str]]:
    number = count.running.get(style, 0) if style in count.run_on else 0
    for section in sections:
        if depth == 1:
            count.running.clear()
        typed = section.heading.mark.text.strip()
        counted = max(number, count.running.get(style, 0)) + 1
        if format_mark(style, counted).strip() == typed:
            number = counted
            if style in count.run_on:
                count.running[style] = number
        else:
            yield section, typed or NO_MARK
            if given := number_in(style, typed):
                number = given
                if style in count.run_on:
                    count.running[style] = number
        below = section.numbering or levels[min(depth + 1, len(levels)) - 1]
        yield from _walk(section.below, depth + 1, below, levels, count)
