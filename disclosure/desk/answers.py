"""What the desk tells its script: outcomes, findings and texts as plain values for JSON."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from disclosure.desk.clerks_words import said_of
from disclosure.desk.context import DeskContext
from disclosure.diagnostics import Diagnostic, Level
from disclosure.editing.edit import Conflict, Outcome, Refused, Saved
from disclosure.editing.guesses import Guess
from disclosure.editing.texts import EditableText
from disclosure.editorial.one_finding import Found
from disclosure.importer.key_words import key_word
from disclosure.report.text import level_name, printable_place
from disclosure.source.document import Document

Plain = dict[str, Any]

# Status codes: done; somebody else was there; it would not load.
_DONE, _CONFLICT, _REFUSED = 200, 409, 422
_AROUND: Final = 30  # characters on both sides of what is meant
_FORM: Final = re.compile(r"""\s*(?:- +)*(?:[A-Za-z_]+: *)?["']?""")
_OPENINGS: Final = frozenset("{[|>")
_MOST: Final = 200  # findings that a page is told at once; the rest is told when these are mended


def of_outcome(outcome: Outcome, desk: DeskContext) -> tuple[int, Plain]:
    """Return the status and the answer for what came of a change."""
    match outcome:
        case Saved():
            undo = {"can_undo": outcome.can_undo, "can_redo": outcome.can_redo}
            return _DONE, {"ok": True, "said": desk.say("desk.saved"), **undo}
        case Conflict():
            told = {"path": list(outcome.edit.path) if outcome.edit else [], "now": outcome.now}
            # Undo names no place; there are no two texts to choose from.
            said = desk.say("desk.conflict" if outcome.edit else "desk.undo_conflict")
            return _CONFLICT, {"ok": False, "said": said, "conflict": told}
        case Refused():
            refused = [of_diagnostic(each, desk) for each in outcome.found[:_MOST]]
            return _REFUSED, {"ok": False, "said": desk.say("desk.not_saved"), "refused": refused}


def of_diagnostic(diagnostic: Diagnostic, desk: DeskContext) -> Plain:
    """Return what is told of a fault or a finding."""
    language = desk.settings.language
    return {
        "code": diagnostic.code,
        "level": level_name(diagnostic.level, language),
        "is_error": diagnostic.level is Level.ERROR,
        "message": said_of(diagnostic, language),
        "place": printable_place(diagnostic),
        "excerpt": diagnostic.excerpt,
        "text": text_around(diagnostic),
        "column": max(0, diagnostic.column - 1),
        "span": diagnostic.span,
    }


def counted(levels: Iterable[Level], desk: DeskContext) -> str:
    """Return how much was found, by how grave it is: 错误 1 · 警告 2; "" where nothing was."""
    language, every = desk.settings.language, Counter(levels)
    graves = sorted(every, reverse=True)
    return " · ".join(f"{level_name(grave, language)} {every[grave]}" for grave in graves)


def text_around(diagnostic: Diagnostic) -> str:
    """Return what stands around a finding, as a person reads it: no marks of the file's form."""
    line, at = diagnostic.excerpt, max(0, diagnostic.column - 1)
    form = _FORM.match(line)
    begin = form.end() if form else 0
    if line[begin : begin + 1] in _OPENINGS or at < begin:
        return ""
    first = max(begin, at - _AROUND)
    last = min(len(line), at + min(diagnostic.span, _AROUND) + _AROUND)
    cut = ("…" if first > begin else "", "…" if last < len(line) else "")
    return f"{cut[0]}{line[first:last].strip()}{cut[1]}"


def of_findings(
    found: Sequence[Found], texts: Iterable[EditableText], desk: DeskContext
) -> list[Plain]:
    """Return what is told of findings: the errors first, each group in reading order.

    Their paths are those of the texts that they speak of, as these are edited.
    """
    numbered = sorted(enumerate(found), key=lambda each: -each[1].diagnostic.level)
    edited = {each.path for each in texts}
    return [
        {
            **of_diagnostic(each.diagnostic, desk),
            "path": list(
                (*each.path, 0)
                if each.path not in edited and (*each.path, 0) in edited
                else each.path
            ),
            "number": number,  # by which the preview's script knows its place on the page
            "fix": each.fixable,
            "waive": each.waivable,
        }
        for number, each in numbered[:_MOST]
    ]


def of_texts(texts: Iterable[EditableText]) -> list[Plain]:
    """Return what is told of the texts of a notice."""
    return [
        {
            "path": list(each.path),
            "raw": each.raw,
            "printed": each.printed,
            "role": each.role.value,
        }
        for each in texts
    ]


def of_guess(guess: Guess) -> Plain:
    """Return what is told of a guess: why it was made, and of which value."""
    return {
        "path": list(guess.path),
        "label": key_word(guess.path),
        "reason": guess.reason,
        "value": guess.value,
    }


def of_lists(document: Document) -> list[tuple[list[str | int], int]]:
    """Return where the file has a list, and how many items it holds, whatever these print."""
    held = ((path, document.value_at(path)) for path in document.values)
    return [(list(path), len(value)) for path, value in held if isinstance(value, list)]


def refused_by(found: Iterable[Diagnostic], desk: DeskContext) -> tuple[int, Plain]:
    """Return the status and the answer where a file cannot be read: everything that is wrong."""
    errors = [each for each in found if each.level is Level.ERROR]
    refused = [of_diagnostic(each, desk) for each in errors[:_MOST]]
    return _REFUSED, {"ok": False, "said": desk.say("desk.unreadable"), "refused": refused}
