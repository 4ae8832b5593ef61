"""Which sections are categories, aspects and problems, where the answers do not say it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.importer.draft import Guess, Scalar
from disclosure.importer.fields.answers import as_answers
from disclosure.importer.fields.declared import declared_of
from disclosure.importer.fields.lines import plain
from disclosure.importer.fields.parts import Answered, Below, Drafted, Listed, Prose, Told
from disclosure.importer.fields.states import office_line, state_at_end, state_at_start
from disclosure.importer.reading import Paragraph
from disclosure.importer.tree import Heading, Outline
from disclosure.model.particulars import Particular
from disclosure.model.section import Kind

_KINDS: Final = MappingProxyType({"categories": Kind.CATEGORY, "aspects": Kind.ASPECT})
# What a text is about whose sections are problems that something was done about.
_REPORT: Final = re.compile("整改|反馈意见|信访件|举报件|交办")
# What a heading is called that tells of a failing.
_FAILING = re.compile(
    r"问题[。；：]?$|的问题(?:的?整改(?:落实)?情况)[。；：]?$|^针对|^关于.{2,60}问题|"
    r"(?:不(?!断|懈|忘)|未|没有|缺|欠|弱|差|少|低|松|软|乱|慢|浅|虚|偏|滞后|薄弱|漏洞|短板|隐患|盲区|违规|超标|超期|形式|脱节|流于).{0,6}[。；]?$"
)
# What is to be done about a failing.
_TASK = re.compile("着力|切实|有效|加快|加强|强化|破解|解决|防止|防范|化解|整治|严查|查处|严肃")
_ASPECT: Final = "方面"
_FEWEST_OFFICES: Final = 2
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


def is_report(outline: Outline) -> bool:
    """Say whether a text reports what was done about problems, by its title, lead and chapters."""
    texts = (block.text.text for block in outline.before if isinstance(block, Paragraph))
    titles = (heading.title.text for heading in outline.headings)
    return any(_REPORT.search(text) for text in (*texts, *titles))


def share_answers(chapters: Sequence[Drafted]) -> None:
    """Put an answer behind the sections that it is for: all of a group whose last alone has one.

    Of several findings under one heading, each a title and nothing else, the answer that follows
    the last is the answer to all.
    """
    for chapter in chapters:
        for section in list(chapter.walk()):
            if not section.parts or not isinstance(below := section.parts[-1], Below):
                continue
            *before, last = below.sections
            answered = last.parts and not last.below and last.is_answered
            if not before or not answered or any(each.parts for each in before):
                continue
            at = next(n for n, part in enumerate(last.parts) if isinstance(part, Answered))
            shared, last.parts = last.parts[at:], last.parts[:at]
            for n, part in enumerate(shared):
                if isinstance(part, Answered):
                    shared[n] = replace(part, guess=Guess("import.guess.body.shared"))
                    break
            section.parts.extend(shared)


def answer_by_office(chapters: Sequence[Drafted]) -> None:
    """Take paragraphs that each begin with an office and its state for the answers of these."""
    for section in (each for chapter in chapters for each in chapter.walk()):
        lines = [office_line(p.text.text) if isinstance(p, Prose) else None for p in section.parts]
        found = [line for line in lines if line]
        if len(found) < _FEWEST_OFFICES or section.is_answered:
            continue
        for at, (part, line) in enumerate(zip(section.parts, lines, strict=True)):
            if line and isinstance(part, Prose):
                end, text = line[0], part.text
                colon, rest = text[end : end + 1], text[end + 1 :].strip()
                section.parts[at] = Answered(text[:end], colon, (rest,))
        states = (f"{name}{state}" for _, name, state in found)
        section.told.append(Told(Particular.OFFICES.value, "；".join(states)))


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
                    parts[at] = replace(part, guess=guess)
                    break
            section.parts = parts


def _is_failing(section: Drafted) -> bool:
    title = section.heading.title.text[-80:]
    if _FAILING.search(title) and not _TASK.match(title):
        return True
    texts = [part.text.text for part in section.parts if isinstance(part, Prose)]
    return bool(texts) and bool(state_at_end(texts[-1]) or state_at_start(texts[0]))


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
    if counts.problems:
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
