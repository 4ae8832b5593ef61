"""Waivers: comments in the file by which an editor answers for what a rule has found.

    title: …原文…  # 豁免 typography.dash：照登报原文

A waiver holds for the value on its line, or, on a line of its own, for the value below it;
above the first value of a file also for findings about the file as a whole. ``豁免全文`` holds for
the whole file wherever it stands, ``豁免本节`` for the innermost section that it stands in.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.source.document import Span
from disclosure.source.places import Places

_WAIVER = re.compile(
    r"#\s*豁免\s*(?:[（(]?(?P<scope>全文|本节)[）)]?)?\s*(?P<rules>[a-z_]+\.[a-z_]+(?:[、,，\s]+[a-z_]+\.[a-z_]+)*)\s*(?:[：:]\s*(?P<reason>.*\S)?)?"
)
_ANY = re.compile(r"#\s*豁免")
_RULE = re.compile(r"[a-z_]+\.[a-z_]+")
_WHOLE, _SECTION = "全文", "本节"
_BLANK = re.compile(r"\s*(?:#.*)?$")


class Waiver(NamedTuple):
    """One comment, for one rule.

    Attributes:
        rule: id; "" where the comment cannot be read.
        reason: why; "" where none is given.
        line: of the comment, from 0.
        column: from 0.
        first: first line it holds for; -1 takes in the file as a whole.
        last: last line it holds for; before ``first`` where it stands in no section.
    """

    rule: str
    reason: str
    line: int
    column: int
    first: int
    last: int

    def covers(self, rule: str, line: int) -> bool:
        """Say whether it holds for a finding of ``rule`` on ``line``, from 0; -1 for the file."""
        return bool(self.reason) and self.rule == rule and self.first <= line <= self.last


def waiver_comment(rule: str, reason: str, *, whole: bool) -> str:
    """Return a comment by which somebody answers for a rule, in the value below or everywhere.

    Args:
        rule: id.
        reason: why; one line.
        whole: whether it holds for the whole file.

    """
    return f"# 豁免{_WHOLE if whole else ''} {rule}：{reason}"


def find_waivers(places: Places) -> Iterator[Waiver]:
    """Yield the waivers of a file, one for each rule that a comment names."""
    marked = [n for n, line in enumerate(places.lines) if "豁免" in line and "#" in line]
    if not marked:
        return
    scalars = list(places.scalars())
    inside = [_without_head(span, places) for span, _ in scalars]
    for number in marked:
        line = places.lines[number]
        for match in _ANY.finditer(line):
            if any(_within(span, number, match.start()) for span in inside):
                continue  # part of a text, not a comment
            waiver = _WAIVER.match(line, match.start())
            if waiver is None:
                yield Waiver("", "", number, match.start(), 0, 0)
                break
            first, last = _scope(places, scalars, number, match.start(), waiver["scope"])
            for rule in _RULE.findall(waiver["rules"]):
                yield Waiver(rule, waiver["reason"] or "", number, match.start(), first, last)
            break


def _scope(
    places: Places,
    scalars: list[tuple[Span, Span | None]],
    number: int,
    column: int,
    wide: str | None,
) -> tuple[int, int]:
    if wide == _WHOLE:
        return -1, len(places.lines)
    target = number
    if not places.lines[number][:column].strip():
        target += 1
        while target < len(places.lines) and _BLANK.match(places.lines[target]):
            target += 1
    if wide == _SECTION:
        return _section_around(places, target)
    last = target
    for span, key in scalars:
        if target in {span.line, key.line if key else span.line}:
            # A block's end mark stands at the beginning of the next line.
            last = max(last, span.end_line - (span.end_column == 0 and span.end_line > span.line))
    head = all(_BLANK.match(line) for line in places.lines[:target])
    return (-1 if head else target), last


def _section_around(places: Places, line: int) -> tuple[int, int]:
    """Return first and last line of the innermost section that has ``line``; (0, -1) for none."""
    found = (0, -1)
    for span in places.sections():
        # A block's end mark stands where the next thing begins.
        behind = places.excerpt(span.end_line)[: span.end_column].strip(" -")
        last = span.end_line if behind else span.end_line - 1
        if span.line <= line <= last and span.line >= found[0]:
            found = (span.line, last)
    return found


def _without_head(span: Span, places: Places) -> Span:
    """Return the span of a block's text without the line of its ``|``, which takes comments."""
    if places.excerpt(span.line)[span.column : span.column + 1] in {"|", ">"}:
        return Span(span.line + 1, 0, span.end_line, span.end_column)
    return span


def _within(span: Span, line: int, column: int) -> bool:
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)
