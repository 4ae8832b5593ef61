"""Which sections are categories, aspects and problems, where the answers do not say it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from disclosure.importer.draft import Guess
from disclosure.importer.fields.answers import as_answers
from disclosure.importer.fields.parts import Answered, Drafted, Listed, Prose
from disclosure.importer.fields.states import state_at_end, state_at_start
from disclosure.importer.reading import Paragraph
from disclosure.importer.tree import Heading, Outline
from disclosure.model.section import Kind
from disclosure.zh.numerals import number_of

_NUMBER: Final = "([0-9]{1,4}|[一二两三四五六七八九十百]{1,5})"
_STATED = re.compile(
    rf"(?:{_NUMBER}个?(大类|方面|类)(?:和|、|，|共)?)?(?:{_NUMBER}个?(方面|类|大项)(?:和|、|，|共)?)?"
    rf"{_NUMBER}[个项条](?:具体|突出|主要|重点)?(?:问题|事项)"
)
_INSPECTORS = re.compile("反馈|指出|发现|交办|提出")
_KINDS: Final = {
    "大类": Kind.CATEGORY,
    "类": Kind.CATEGORY,
    "方面": Kind.ASPECT,
    "大项": Kind.ASPECT,
}
# What a heading is called that tells of a failing.
_FAILING = re.compile(
    r"问题[。；]?$|^针对|^关于.{2,60}问题|"
    r"(?:不(?!断|懈|忘)|未|没有|缺|欠|弱|差|少|低|松|软|乱|慢|浅|虚|偏|滞后|薄弱|漏洞|短板|隐患|盲区|违规|超标|超期|形式|脱节|流于).{0,6}[。；]?$"
)
_ASPECT: Final = "方面"
_LONGEST: Final = 200_000


class Stated(NamedTuple):
    """What the text says the inspectors found: groups from the top, and problems."""

    groups: tuple[tuple[Kind, int], ...]
    problems: int


def stated(outline: Outline) -> Stated | None:
    """Return the counts of the first sentence that states them: 3大类10个方面19个具体问题."""
    read = 0
    best: Stated | None = None
    for text in _texts(outline):
        read += len(text)
        for match in _STATED.finditer(text) if "问题" in text or "事项" in text else ():
            if not _INSPECTORS.search(text, max(0, match.start() - 24), match.start()):
                continue
            groups = tuple(
                (_KINDS[name], number_of(count))
                for count, name in (match.group(1, 2), match.group(3, 4))
                if name
            )
            found = Stated(groups, number_of(match[5]))
            if best is None or len(found.groups) > len(best.groups):
                best = found
        if read > _LONGEST:
            break
    return best


def answer_unlabelled(chapters: Sequence[Drafted]) -> None:
    """Take the text of problems for their answers, where it has no label.

    A section is a problem if its title names a failing or its text tells a state, and at least
    half of those beside it are, too, or have answers.
    """
    for chapter in chapters:
        for section in chapter.walk():
            _answer(section.below)
    _answer(chapters)


def _answer(group: Sequence[Drafted]) -> None:
    leaves = [each for each in group if not each.below]
    if not leaves:
        return
    problems = [each for each in leaves if each.is_answered or _is_failing(each)]
    if 2 * len(problems) < len(group):
        return
    for section in problems:
        if not section.is_answered and any(
            isinstance(part, Prose | Listed) for part in section.parts
        ):
            guess = Guess("import.guess.body.answer")
            parts = list(as_answers(section.parts))
            for at, part in enumerate(parts):
                if isinstance(part, Answered):
                    parts[at] = Answered(
                        part.label, part.said, part.texts, part.listed, part.own_line, guess
                    )
                    break
            section.parts = parts


def _is_failing(section: Drafted) -> bool:
    if _FAILING.search(section.heading.title.text[-80:]):
        return True
    texts = [part.text.text for part in section.parts if isinstance(part, Prose)]
    return bool(texts) and bool(state_at_end(texts[-1]) or state_at_start(texts[0]))


def set_kinds(chapters: Sequence[Drafted], counts: Stated | None) -> None:
    """Set the kinds of sections.

    Categories and aspects are known by nothing but their kind; a problem has an answer, and its
    kind is written only where it has none, or has one and is none.
    """
    answered = [chapter for chapter in chapters if _problems(chapter)]
    groups = counts.groups if counts else ()
    if [kind for kind, _ in groups] == [Kind.ASPECT, Kind.CATEGORY]:
        # The other way round than our names: neither can be counted.
        groups = ()
    elif not groups:
        _aspects_by_title(chapters)
    depth = 0
    for kind, wanted in groups:
        levels = {
            level: found
            for level in range(depth + 1, 7)
            if (found := [s for s in _at(answered, level) if _problems(s)])
        }
        if not levels:
            break
        # The level with as many sections as are stated; else the nearest, as a guess.
        depth = min(levels, key=lambda level: (abs(len(levels[level]) - wanted), level))
        exact = len(levels[depth]) == wanted
        for section in levels[depth]:
            section.kind = kind
            section.kind_guess = None if exact else Guess("import.guess.body.kind")
    if counts:
        _problems_by_count(chapters, counts.problems)


def _problems(section: Drafted) -> int:
    return sum(each.is_answered and each.kind is not Kind.NONE for each in section.walk())


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
            if not section.below and not section.is_answered and _is_failing(section)
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


def _texts(outline: Outline) -> Iterator[str]:
    pending = list(reversed((*outline.before, *outline.headings)))
    while pending:
        node = pending.pop()
        if isinstance(node, Heading):
            pending.extend(reversed(node.blocks))
        elif isinstance(node, Paragraph):
            yield node.text.text
