"""Answers that no label tells: of several findings, of offices, under titles, and plain text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from disclosure.importer.draft import Guess
from disclosure.importer.fields.answers import as_answers, is_answer_title
from disclosure.importer.fields.parts import (
    Answered,
    Below,
    Drafted,
    Listed,
    Placed,
    Prose,
    Told,
    ToldLine,
)
from disclosure.importer.fields.said_states import (
    state_at_end,
    state_at_start,
    state_in_title,
)
from disclosure.importer.fields.states import office_line
from disclosure.importer.fields.tables import holds_answer
from disclosure.importer.reading import Paragraph
from disclosure.importer.tree import Outline
from disclosure.model.particulars import Particular
from disclosure.model.section import Kind

# What a text is about whose sections are problems that something was done about.
_REPORT: Final = re.compile("整改|反馈意见|信访件|举报件|交办")
# What a heading is called that tells of a failing.
_FAILING = re.compile(
    r"问题[。；：]?$|的问题(?:的?整改(?:落实)?情况)[。；：]?$|^针对|^关于.{2,60}问题|"
    r"(?:不(?!断|懈|忘)|未|没有|缺|欠|弱|差|少|低|松|软|乱|慢|浅|虚|偏|滞后|薄弱|漏洞|短板|隐患|盲区|违规|超标|超期|形式|脱节|流于).{0,6}[。；]?$"
)
# What is to be done about a failing.
_TASK = re.compile("着力|切实|有效|加快|加强|强化|破解|解决|防止|防范|化解|整治|严查|查处|严肃")
_FEWEST_OFFICES: Final = 2


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


def answer_by_title(chapters: Sequence[Drafted]) -> None:
    """Take sections called 整改措施, 整改成效 for the answer of the problem above them."""
    for problem in (each for chapter in chapters for each in chapter.walk()):
        below = problem.below
        titled = [
            each
            for each in below
            if not each.below and is_answer_title(each.heading.title.text) and each.parts
        ]
        if not titled or 2 * len(titled) < len(below) or not is_failing(problem):
            continue
        problem.kind = Kind.PROBLEM
        problem.kind_guess = Guess("import.guess.body.titled")
        for section in titled:
            section.kind = Kind.NONE
            if not section.is_answered:
                section.parts = list(as_answers(section.parts))
        if any(each is below[-1] for each in titled) and isinstance(problem.parts[-1], Below):
            # Persons and time limits at the very end are the problem's.
            last = below[-1].parts
            at = next((n for n, p in enumerate(last) if isinstance(p, ToldLine)), len(last))
            if all(isinstance(part, ToldLine) for part in last[at:]):
                problem.parts.extend(last[at:])
                del last[at:]


def answer_by_table(chapters: Sequence[Drafted]) -> None:
    """Take a section for a problem whose table names its measures row by row."""
    guess: Guess | None = Guess("import.guess.body.table")
    for section in (each for chapter in chapters for each in chapter.walk()):
        tables = (p.value for p in section.parts if isinstance(p, Placed) and p.key == "table")
        if not section.below and not section.is_answered and any(map(holds_answer, tables)):
            section.kind, section.kind_guess, guess = Kind.PROBLEM, guess, None


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
    leaves = [each for each in group if not each.below and each.kind is not Kind.NONE]
    if not leaves:
        return
    problems = [each for each in leaves if each.is_answered or is_failing(each)]
    if 2 * len(problems) < len(group):
        return
    # One comment is enough for sections side by side.
    guess: Guess | None = Guess("import.guess.body.answer")
    for section in problems:
        if not section.is_answered and any(
            isinstance(part, Prose | Listed) for part in section.parts
        ):
            parts = list(as_answers(section.parts))
            for at, part in enumerate(parts):
                if isinstance(part, Answered):
                    parts[at] = replace(part, guess=guess)
                    break
            section.parts, guess = parts, None


def is_failing(section: Drafted) -> bool:
    """Say whether a section tells of a failing: by its title, or by a state in its text."""
    title = section.heading.title.text[-80:]
    if state_in_title(title):
        return True
    if _FAILING.search(title) and not _TASK.match(title):
        return True
    if any(isinstance(part, ToldLine) and part.tells_state for part in section.parts):
        return True
    texts = [part.text.text for part in section.parts if isinstance(part, Prose)]
    return bool(texts) and bool(state_at_end(texts[-1]) or state_at_start(texts[0]))
