"""Candidates: each heading of a line with its mark, its title, and the text that runs on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from disclosure.importer.outline.lines import Line
from disclosure.importer.outline.marks import OF_TITLE, Form, Mark, mark_of
from disclosure.importer.outline.parts import part
from disclosure.importer.outline.titles import Split, split_title
from disclosure.importer.reading import Paragraph
from disclosure.importer.tracked import Tracked
from disclosure.model.mark_style import MarkStyle

_NUMBERED: Final = r"[（(]\s{0,4}[0-9０-９]{1,3}\s{0,4}[)）]|(?<![0-9０-９.．])[1１]\s{0,4}[.．、]"
_BRACKETED: Final = r"[（(]\s{0,4}[一二三四五六七八九十]{1,4}\s{0,4}[)）]|[㈠-㈩]"
# What may begin within a line that begins with such a mark: its first child.
_WITHIN: Final[Mapping[Form, re.Pattern[str]]] = {
    Form.PART: re.compile(r"(?<![第之至见])[一]\s{0,4}、|" + _BRACKETED),
    Form.CHAPTER: re.compile(f"{_BRACKETED}|{_NUMBERED}"),
    Form.BRACKETED_HAN: re.compile(_NUMBERED),
    Form.POINT: re.compile(r"[（(]\s{0,4}[1１]\s{0,4}[)）]|⑴|①"),
    Form.COMMA: re.compile(r"[（(]\s{0,4}[1１]\s{0,4}[)）]|⑴|①"),
}
# 第（一）项, 附件1., 表（1）: named, not begun.
_NAMED_BEFORE: Final = re.compile(r"(?:[第条款项之表图至和与、见]|附件|关于)\s*$")
_NAMED_BEHIND: Final = re.compile(r"\s*(?:[条款目类种批期号]|项(?!目))")
_ENDS: Final = "。！？：:”）)"
_ANY: Final = re.compile(r"[（(㈠-㈩⑴-⒇①-⑳]|(?<![0-9０-９.．])[0-9０-９]{1,3}\s{0,4}[.．、)）]")
# How many marks within a title are tried; a line of brackets is no heading.
_TRIES: Final = 4
# Guess: the heading may be an item of a list.
IN_LIST: Final = "import.guess.heading_in_list"
_SENTENCE_LISTS: Final = ("；", ";", "，", ",")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heading that is not yet in its place; as ``Heading``, and ``rest`` runs on behind it."""

    form: Form
    mark: Tracked
    style: MarkStyle
    number: int
    title: Tracked
    rest: Paragraph | None
    run_in: bool
    guess: str
    paragraph: Paragraph
    twice: bool = False


def candidates_of(line: Line) -> Iterator[Candidate]:
    """Yield the headings of a line that begins with a mark: one, or several in a row."""
    paragraph, text = line.paragraph, line.paragraph.text.text
    mark, made = line.mark, line.made
    if mark is None:
        return
    at = line.start if made else mark.text_at
    twice = line.twice
    while True:
        split = _split(paragraph, at, line.end)
        inner = _inner(text, mark.form, at, split.end, line.end)
        stop = inner.start if inner else split.end
        found = _candidate(line, mark, at, Split(stop, "" if inner else split.guess), made, inner)
        if line.within and mark is line.mark:
            found = replace(found, guess=found.guess or "import.guess.heading_within_line")
        yield replace(found, twice=twice)
        if inner is None:
            return
        mark, made, at, twice = inner, False, inner.text_at, False


def _split(paragraph: Paragraph, at: int, end: int) -> Split:
    line = part(paragraph, at, end)
    offset = paragraph.text.text.index(line.text.text, at) if len(line.text) else at
    split = split_title(line, 0)
    return Split(offset + split.end, split.guess)


def _candidate(
    line: Line, mark: Mark, at: int, split: Split, made: bool, inner: Mark | None
) -> Candidate:
    paragraph = line.paragraph
    title = part(paragraph, at, split.end).text
    printed = (
        Tracked.made(paragraph.mark.strip()) if made else paragraph.text[mark.start : mark.end]
    )
    if mark.form in OF_TITLE:
        blank = Tracked.made("\u3000")
        title = printed + blank + title if made else part(paragraph, mark.start, split.end).text
        printed = Tracked()
    rest = part(paragraph, split.end, line.last) if inner is None else None
    if rest is not None and not len(rest.text):
        rest = None
    on_line = bool(paragraph.text.text[split.end : line.end].strip())
    run_in = rest is not None and (on_line or title.text.endswith(tuple(_ENDS)))
    guess = split.guess
    if not guess and rest is None and title.text.endswith(_SENTENCE_LISTS):
        guess = IN_LIST
    return Candidate(
        mark.form,
        printed,
        mark.style,
        mark.number,
        title,
        rest,
        run_in,
        guess,
        paragraph,
    )


def _inner(text: str, form: Form, at: int, title_end: int, line_end: int) -> Mark | None:
    """Return the mark of a further heading on the line: in the title, or right behind it."""
    pattern = _WITHIN.get(form)
    if pattern is None:
        return None
    for match in islice(pattern.finditer(text, at + 2, title_end), _TRIES):
        mark = mark_of(text, match.start())
        if mark and mark.start == match.start() and _begins(text, form, mark, at, line_end):
            return mark
    mark = mark_of(text, title_end)
    if mark and mark.start < line_end and pattern.match(text, mark.start):
        return mark if _begins(text, form, mark, at, line_end) else None
    return None


def _begins(text: str, form: Form, mark: Mark, at: int, line_end: int) -> bool:
    """Say whether a mark within a line begins a heading, and not a list within a sentence."""
    if mark.text_at >= line_end or mark.doubtful:
        return False
    if _NAMED_BEFORE.search(text, max(at, mark.start - 6), mark.start):
        return False
    if _NAMED_BEHIND.match(text, mark.end):
        return False
    runs_on = form is Form.CHAPTER and mark.form is Form.BRACKETED_HAN
    if mark.number != 1 and not runs_on:
        return False
    return not _has_next(text, mark, line_end)


def _has_next(text: str, mark: Mark, end: int) -> bool:
    """Say whether the next number of the same form stands on the line: then it is a list."""
    for match in _ANY.finditer(text, mark.text_at, end):
        following = mark_of(text, match.start())
        if following and following.form is mark.form and following.number == mark.number + 1:
            return True
    return False
