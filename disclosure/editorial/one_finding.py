"""One finding: where it stands as a value, its certain repair, and its waiver.

Both change the text of the file as a person would: only what the finding speaks of.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from disclosure.checks.fix import Repair, find_repairs, mended_text
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.checks.waivers import find_waivers
from disclosure.diagnostics import Diagnostic
from disclosure.editorial.check import CheckContext, Checked, notice_context_of
from disclosure.source.document import Document, Path, parse
from disclosure.source.hints import Mark
from disclosure.source.load import LoadedNotice
from disclosure.source.places import Places
from disclosure.visible import visible

_INDENT: Final = re.compile(r"\s*")
_WAIVER: Final = "豁免"
_WHOLE: Final = "豁免全文"


class Place(NamedTuple):
    """Where a finding stands in the file.

    Attributes:
        path: of the innermost value that it points into; empty for the file as a whole.
        paragraph: which of the paragraphs of that value, from 0.

    """

    path: Path
    paragraph: int = 0


class Found(NamedTuple):
    """A finding, and what can be done about it without a thought.

    Attributes:
        diagnostic: what was found.
        place: where.
        fixable: whether there is a certain repair.
        waivable: whether an editor may answer for it: what a rule has found, no fault of form.

    """

    diagnostic: Diagnostic
    place: Place
    fixable: bool
    waivable: bool


def findings_of(checked: Checked, context: CheckContext) -> tuple[Found, ...]:
    """Return what was found in a notice, with its places."""
    if checked.loaded is None:
        return tuple(Found(each, Place(()), False, False) for each in checked.diagnostics)
    document = _document(checked.loaded)
    rules = {rule.id: rule for rule in RULES}
    named = {each.code for each in checked.diagnostics}
    mending = [rule for code, rule in rules.items() if code in named and rule.fix]
    repairs = {
        rule.id: {(each.line, path_at(document, each.line, each.column)) for each in found}
        for rule in mending
        if (found := _repairs(checked.loaded, checked, context, (rule,)))
    }

    def told(each: Diagnostic) -> Found:
        place = place_of(document, each)
        fixable = any(path == place.path for _, path in repairs.get(each.code, ()))
        return Found(each, place, fixable, each.code in rules)

    return tuple(told(each) for each in checked.diagnostics)


def mended(checked: Checked, context: CheckContext, code: str, path: Path) -> str | None:
    """Return the file's text with the certain repairs of one rule in one value.

    Args:
        checked: the notice.
        context: what it was checked against.
        code: of the rule.
        path: of the value; see ``Place``.

    Returns:
        The text with Unix line ends; None where there is nothing to mend.

    """
    rules = [rule for rule in RULES if rule.id == code and rule.fix]
    if checked.loaded is None or not rules:
        return None
    document = _document(checked.loaded)
    found = [
        each
        for each in _repairs(checked.loaded, checked, context, rules)
        if path_at(document, each.line, each.column) == path
    ]
    return mended_text(checked.loaded.places.lines, found) if found else None


def waived(checked: Checked, code: str, path: Path, reason: str) -> str | None:
    """Return the file's text with a waiver for what one rule found in one value.

    Args:
        checked: the notice.
        code: of the rule.
        path: of the value, see ``Place``; empty for the file as a whole.
        reason: why, in the editor's words; what does not show itself is made visible.

    Returns:
        The text with Unix line ends; None where nothing of that rule was found there, or where
        no comment can stand.

    """
    said = visible(" ".join(reason.split()))
    if checked.loaded is None or not said or code not in {rule.id for rule in RULES}:
        return None
    document = _document(checked.loaded)
    found = [
        each
        for each in checked.diagnostics
        if each.code == code and place_of(document, each).path == path
    ]
    if not found:
        return None
    lines = checked.loaded.places.lines
    at = found[0].line - 1
    line, word = (_first_line(document, path, at), _WAIVER) if at >= 0 else (0, _WHOLE)
    indent = _INDENT.match(lines[line]) if at >= 0 else None
    row = f"{indent[0] if indent else ''}# {word} {code}：{said}"
    text = "\n".join([*lines[:line], row, *lines[line:]])
    again = parse(text)
    if again.faults or again.data != document.data:
        return None  # in the middle of a text that row would be part of it
    covering = find_waivers(Places(again, text))
    return text if any(each.covers(code, at + 1 if at >= 0 else -1) for each in covering) else None


def path_at(document: Document, line: int, column: int) -> Path:
    """Return the path of the innermost value, or its key, that stands at a place from 0."""
    found: Path = ()
    for path, (start, end) in _marks(document):
        inside = (start.line, start.column) <= (line, column) < (end.line, end.column)
        if inside and len(path) >= len(found):
            found = path
    return found


def place_of(document: Document, diagnostic: Diagnostic) -> Place:
    """Return where a finding stands."""
    if not diagnostic.line:
        return Place(())
    line = diagnostic.line - 1
    path = path_at(document, line, max(0, diagnostic.column - 1))
    if path not in document.values or not isinstance(document.value_at(path), str):
        return Place(path)
    start = document.values[path][0]
    return Place(path, max(0, line - start.line - 1))


def _marks(document: Document) -> Iterator[tuple[Path, tuple[Mark, Mark]]]:
    yield from document.values.items()
    yield from document.keys.items()


def _first_line(document: Document, path: Path, line: int) -> int:
    """Return the line that a value begins on with its key."""
    marks = document.keys.get(path) or document.values.get(path)
    return min(line, marks[0].line) if marks else line


def _document(loaded: LoadedNotice) -> Document:
    return parse("\n".join(loaded.places.lines))


def _repairs(
    loaded: LoadedNotice, checked: Checked, context: CheckContext, rules: Sequence[Rule]
) -> tuple[Repair, ...]:
    return find_repairs(notice_context_of(loaded, checked.attached, context), loaded.places, rules)
