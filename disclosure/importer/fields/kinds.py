"""Which sections are categories, aspects and problems, where the answers do not say it."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.importer.draft import Guess, Scalar
from disclosure.importer.fields.declared import declared_of
from disclosure.importer.fields.lines import plain
from disclosure.importer.fields.parts import Drafted
from disclosure.importer.fields.unlabelled import is_failing
from disclosure.importer.reading import Paragraph
from disclosure.importer.tree import Heading, Outline
from disclosure.model.section import Kind

_KINDS: Final = MappingProxyType({"categories": Kind.CATEGORY, "aspects": Kind.ASPECT})
_ASPECT: Final = "方面"
_BEGINNING: Final = 6000


class Stated(NamedTuple):
    """What a text says of itself: groups from the top, and problems, 0 where it does not say."""

    groups: tuple[tuple[Kind, int], ...]
    problems: int


def stated(outline: Outline) -> Stated:
    """Return the counts of groups and problems that the beginning of a text states."""
    found = {
        entry.key: int(str(entry.value.text))
        for entry in declared_of(plain("\n".join(_beginning(outline)))).entries
        if isinstance(entry.value, Scalar)
    }
    groups = tuple((kind, found[key]) for key, kind in _KINDS.items() if key in found)
    return Stated(groups, found.get("problems", 0))


def set_kinds(chapters: Sequence[Drafted], counts: Stated) -> None:
    """Set the kinds of sections.

    Categories and aspects are known by nothing but their kind; a problem has an answer, and its
    kind is written only where it has none, or has one and is none.
    """
    answered = [chapter for chapter in chapters if _problems(chapter)]
    if not counts.groups:
        _aspects_by_title(chapters)
    depth = 0
    for kind, wanted in counts.groups:
        levels = {
            level: found
            for level in range(depth + 1, 7)
            if (found := [s for s in _at(answered, level) if _problems(s) and not _is_label(s)])
        }
        if not levels:
            break
        # The level with as many sections as are stated; else the nearest, as a guess.
        depth = min(levels, key=lambda level: (abs(len(levels[level]) - wanted), level))
        for section in levels[depth]:
            section.kind = kind
        if len(levels[depth]) != wanted:
            levels[depth][0].kind_guess = Guess("import.guess.body.kind")
    if counts.problems:
        _problems_by_count(chapters, counts.problems)


def _problems(section: Drafted) -> int:
    return sum(
        each.kind is Kind.PROBLEM or (each.is_answered and each.kind is not Kind.NONE)
        for each in section.walk()
    )


def _is_label(section: Drafted) -> bool:
    """Say whether a section is headed by the label of an answer: （3）完成时限：2022年8月."""
    return section.heading.title.text.rstrip().endswith(("：", ":"))


def _at(chapters: Sequence[Drafted], depth: int) -> Iterator[Drafted]:
    for chapter in chapters:
        yield from (section for section in chapter.walk() if section.depth == depth)


def _aspects_by_title(chapters: Sequence[Drafted]) -> None:
    for group in (chapters, *(s.below for c in chapters for s in c.walk())):
        named = [each for each in group if each.heading.title.text.endswith(_ASPECT)]
        if len(named) > 1 and len(named) == len([s for s in group if _problems(s)]):
            for section in named:
                section.kind = Kind.ASPECT


def _problems_by_count(chapters: Sequence[Drafted], wanted: int) -> None:
    """Make up what is missing, or take away what is too much, if that gives the stated count."""
    found = sum(map(_problems, chapters))
    if found == wanted:
        return
    if found < wanted:
        silent = [
            section
            for chapter in chapters
            for section in chapter.walk()
            if not section.below and not section.is_answered and is_failing(section)
        ]
        if len(silent) == wanted - found:
            for section in silent:
                section.kind = Kind.PROBLEM
                section.kind_guess = Guess("import.guess.body.problem")
        return
    # Answers in a chapter of its own, such as 整改措施, or above those of the sections below.
    above = [
        section
        for chapter in chapters
        for section in chapter.walk()
        if section.is_answered and (section.depth == 1 or any(map(_problems, section.below)))
    ]
    if above and len(above) == found - wanted:
        for section in above:
            if section.kind is None:
                section.kind = Kind.NONE
                section.kind_guess = Guess("import.guess.body.no_problem")


def _beginning(outline: Outline) -> Iterator[str]:
    length = 0
    pending = list(reversed((*outline.before, *outline.headings)))
    while pending and length < _BEGINNING:
        node = pending.pop()
        if isinstance(node, Heading):
            pending.extend(reversed(node.blocks))
            text = node.title.text
        elif isinstance(node, Paragraph):
            text = node.text.text
        else:
            continue
        yield text
        length += len(text)
