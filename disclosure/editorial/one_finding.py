"""One finding: where it stands as a value, its certain repair, and its waiver.

Both change the text of the file as a person would: only what the finding speaks of.
"""

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

from disclosure.checks.fix import Repair, find_repairs, mended_text
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.checks.waivers import find_waivers, waiver_comment
from disclosure.diagnostics import Diagnostic
from disclosure.editorial.check import CheckContext, Checked, notice_context_of
from disclosure.source.document import Document, Path
from disclosure.source.load import LoadedNotice
from disclosure.source.places import Places
from disclosure.source.reader import parse
from disclosure.visible import visible

_INDENT: Final = re.compile(r"\s*")
_BLOCKS: Final = frozenset("|>")


class Found(NamedTuple):
    """A finding, and what can be done about it without a thought.

    Attributes:
        diagnostic: what was found.
        path: of the innermost value that it points into, and in one of several paragraphs its
            number, from 0; empty for the file as a whole.
        fixable: whether there is a certain repair.
        waivable: whether an editor may answer for it: what a rule has found, no fault of form.

    """

    diagnostic: Diagnostic
    path: Path
    fixable: bool
    waivable: bool


def findings_of(checked: Checked, context: CheckContext) -> tuple[Found, ...]:
    """Return what was found in a notice, with its places."""
    if checked.loaded is None:
        return tuple(Found(each, (), False, False) for each in checked.diagnostics)
    file = _File(checked.loaded)
    rules = {rule.id: rule for rule in RULES}
    named = {each.code for each in checked.diagnostics}
    mending = [rule for code, rule in rules.items() if code in named and rule.fix]
    repaired = {
        (rule.id, file.path_at(each.line, each.column))
        for rule in mending
        for each in _repairs(checked.loaded, checked, context, (rule,))
    }

    def told(each: Diagnostic) -> Found:
        path = file.path_of(each)
        return Found(each, path, (each.code, path) in repaired, each.code in rules)

    return tuple(told(each) for each in checked.diagnostics)


def mended(checked: Checked, context: CheckContext, code: str, path: Path) -> str | None:
    """Return the file's text with the certain repairs of one rule in one value.

    Args:
        checked: the notice.
        context: what it was checked against.
        code: of the rule.
        path: of the value; see ``Found``.

    Returns:
        The text with Unix line ends; None where there is nothing to mend.

    """
    rules = [rule for rule in RULES if rule.id == code and rule.fix]
    if checked.loaded is None or not rules:
        return None
    file = _File(checked.loaded)
    every = _repairs(checked.loaded, checked, context, rules)
    found = [each for each in every if _same(file.path_at(each.line, each.column), path)]
    return mended_text(checked.loaded.places.lines, found) if found else None


def waived(checked: Checked, code: str, path: Path, reason: str) -> str | None:
    """Return the file's text with a waiver for what one rule found in one value.

    Args:
        checked: the notice.
        code: of the rule.
        path: of the value, see ``Found``; empty for the file as a whole.
        reason: why, in the editor's words; what does not show itself is made visible.

    Returns:
        The text with Unix line ends; None where nothing of that rule was found there, or where
        no comment can stand.

    """
    said = visible(" ".join(reason.split()))
    if checked.loaded is None or not said or code not in {rule.id for rule in RULES}:
        return None
    file = _File(checked.loaded)
    found = [each for each in checked.diagnostics if each.code == code]
    found = [each for each in found if _same(file.path_of(each), path)]
    if not found:
        return None
    at = found[0].line - 1
    line = file.first_line(path, at) if at >= 0 else 0
    indent = _INDENT.match(file.lines[line]) if at >= 0 else None
    row = f"{indent[0] if indent else ''}{waiver_comment(code, said, whole=at < 0)}"
    text = "\n".join([*file.lines[:line], row, *file.lines[line:]])
    again = parse(text)
    if again.faults or again.data != file.document.data:
        return None  # in the middle of a text that row would be part of it
    covering = find_waivers(Places(again, text))
    return text if any(each.covers(code, at + 1 if at >= 0 else -1) for each in covering) else None


class _File:
    """A notice's file: which value stands where."""

    def __init__(self, loaded: LoadedNotice) -> None:
        self.lines = loaded.places.lines
        self.document: Document = loaded.places.document

    def path_of(self, diagnostic: Diagnostic) -> Path:
        if not diagnostic.line:
            return ()
        return self.path_at(diagnostic.line - 1, max(0, diagnostic.column - 1))

    def path_at(self, line: int, column: int) -> Path:
        """Return the path of the innermost value, or its key, that stands at a place from 0."""
        found: Path = ()
        for path, (start, end) in chain(self.document.values.items(), self.document.keys.items()):
            if not start.line <= line <= end.line or len(path) < len(found):
                continue  # nearly all; pairs take longer to compare
            if (start.line, start.column) <= (line, column) < (end.line, end.column):
                found = path
        number = self._paragraph(found, line)
        return found if number < 0 else (*found, number)

    def first_line(self, path: Path, line: int) -> int:
        """Return the line that a value begins on with its key; ``line`` where none is known."""
        while path and path not in self.document.values:
            path = path[:-1]
        marks = self.document.keys.get(path) or self.document.values.get(path)
        return min(line, marks[0].line) if marks else line

    def _paragraph(self, path: Path, line: int) -> int:
        """Return which paragraph of a text stands on a line; -1 where it has but one."""
        marks, value = self.document.values.get(path), self.document.value_at(path)
        if marks is None or not isinstance(value, str):
            return -1
        start = marks[0]
        opening = self.lines[start.line][start.column : start.column + 1]
        several = sum(1 for each in value.split("\n") if each.strip()) > 1
        if opening not in _BLOCKS or not several or line <= start.line:
            return -1
        before = self.lines[start.line + 1 : line]
        if opening == "|":
            return sum(1 for each in before if each.strip())
        # Behind ``>`` a blank line parts paragraphs.
        rows = ["", *before, self.lines[line]]
        return sum(1 for one, two in pairwise(rows) if two.strip() and not one.strip()) - 1


def _same(one: Path, other: Path) -> bool:
    """Say whether two paths mean the same: the only paragraph of a text is the text itself."""
    return one == other or (*one, 0) == other or one == (*other, 0)


def _repairs(
    loaded: LoadedNotice, checked: Checked, context: CheckContext, rules: Sequence[Rule]
) -> tuple[Repair, ...]:
    notice = notice_context_of(loaded, checked.attached, context)
    return find_repairs(notice, loaded.places, rules)
