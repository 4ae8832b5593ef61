"""What a YAML syntax error means to somebody who does not know YAML.

libyaml reports where it gave up, often a line after the slip, and in the words of its grammar.
The lines it names are looked at for the slips that clerks really make; what it says is only
used to tell one slip from another.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import yaml

from disclosure.source.colon_slips import KEY, TIGHT_COLON, WIDE_COLON, WIDE_GAP
from disclosure.source.document import Mark
from disclosure.source.key_names import keys_named
from disclosure.source.text import TextFault, fault_at

SHOWN = 20  # characters of a text that is quoted
# A Chinese name where a key is meant, with any colon; whether it is one, the model's names say.
_HAN_KEY = re.compile(r"^\s*(?:- +)*([\u4e00-\u9fff]{1,12})([：:])")
_TAB = re.compile(r"^ *(\t)")
_WIDE_INDENT = re.compile("^[ \t]*([\u00a0\u3000])")
_TIGHT_DASH = re.compile(r"^\s*(?:- +)*(-)(?=[^\s\x00-\x7f])")
# Two of them are a Chinese dash, which may well begin a line of text.
_WIDE_DASH = re.compile(r"^\s*([－—–])(?![－—–])\s*\S")
_OPENING = re.compile(r"^\s*(?:- +)*(?:[a-z_]+: +)?([*&!%@`|>?{\[])")
_KEY_ONLY = re.compile(KEY + r"\s*$")
# The two halves of a character behind U+FFFF, as JSON writes it; and any escape by number.
_HALVES = re.compile(r"\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})")
_HEX = re.compile(r"\\(?:u\{?|U|x)[\da-fA-F]{1,8}\}?")
_COMMENT = re.compile(r"(?:^|[^\s#]\s+|^\s+)(#)")
_LINE_SLIPS: Final[Sequence[tuple[re.Pattern[str], str]]] = (
    (_TAB, "yaml.tab"),
    (_WIDE_INDENT, "yaml.wide_space"),
    (WIDE_COLON, "yaml.wide_colon"),
    (WIDE_GAP, "yaml.wide_gap"),
    (TIGHT_COLON, "yaml.tight_colon"),
    (_TIGHT_DASH, "yaml.tight_dash"),
    (_WIDE_DASH, "yaml.wide_dash"),
)
# The grammar's words, and what remains to be said when no slip was found in the line.
_PROBLEMS: Final[Mapping[str, str]] = {
    "could not find expected ':'": "yaml.no_colon",
    "did not find expected key": "yaml.indent",
    "did not find expected '-' indicator": "yaml.indent",
    "mapping values are not allowed in this context": "yaml.bare_colon",
    "block sequence entries are not allowed in this context": "yaml.inline_dash",
    "did not find expected <document start>": "yaml.after_end",
}


class Quoted(NamedTuple):
    """Where the last text in quotes stood before the error."""

    start: Mark
    end: Mark


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str], last: Quoted | None) -> TextFault:
    """Return the fault behind a parser error, placed where the slip is.

    Args:
        error: what the parser says.
        lines: of the file.
        last: the text in quotes that the parser read just before, if it was one.

    """
    mark: Mark | None = error.problem_mark or error.context_mark
    if mark is None:  # pragma: no cover - libyaml always gives one
        return TextFault("yaml.syntax")
    begun: Mark = error.context_mark or mark
    context, problem = str(error.context or ""), str(error.problem or "")
    if "simple key" in context:
        # Placed where the line ends that should have been a key.
        mark = begun
    return (
        _in_quotes(context, problem, begun, mark, lines)
        or _behind_quotes(last, mark, lines)
        or _in_lines(mark, lines)
        or _at_sign(context, problem, begun, mark, lines)
        or _as_parsed(problem, mark, lines)
    )


def named_slip(text: str) -> tuple[str, str, str] | None:
    """Return name, keys and colon of what looks like a Chinese name for a key."""
    match = _HAN_KEY.match(text)
    if match is None:
        return None
    keys = keys_named(match[1], outermost=match.start(1) == 0)
    return (match[1], "、".join(keys), match[2]) if keys else None


def named_fault(lines: Sequence[str], number: int) -> TextFault | None:
    """Return the fault of a line that begins with a Chinese name for a key; None for others."""
    if number >= len(lines) or not (slip := named_slip(lines[number])):
        return None
    name, keys, _ = slip
    params = (("key", name), ("near", keys))
    return fault_at(lines, "yaml.named_colon", number, lines[number].index(name), params)


def _in_quotes(
    context: str, problem: str, begun: Mark, mark: Mark, lines: Sequence[str]
) -> TextFault | None:
    if "quoted scalar" not in context:
        return None
    if "end of stream" in problem or "document indicator" in problem:
        return fault_at(lines, "yaml.quote", begun.line, begun.column)
    if "tab" in problem:
        return fault_at(lines, "yaml.tab", mark.line, mark.column)
    if ("Unicode" in problem or "hex" in problem) and (fault := _no_character(mark, lines)):
        return fault
    return fault_at(lines, "yaml.escape", begun.line, begun.column)


def _no_character(mark: Mark, lines: Sequence[str]) -> TextFault | None:
    """Tell an escape of a character that YAML does not read; in single quotes it would be printed.

    libyaml's mark stands behind the backslash and its letter.
    """
    column = max(0, mark.column - 2)
    rest = lines[mark.line][column:] if mark.line < len(lines) else ""
    if match := _HALVES.match(rest):
        halves = bytes.fromhex(match[1] + match[2])
        params = (("text", match[0]), ("character", halves.decode("utf-16-be")))
        return fault_at(lines, "yaml.halves", mark.line, column, params)
    if match := _HEX.match(rest):
        return fault_at(lines, "yaml.no_character", mark.line, column, (("text", match[0]),))
    return None


def _behind_quotes(last: Quoted | None, mark: Mark, lines: Sequence[str]) -> TextFault | None:
    """Tell text behind a closing quote; if that is lines below, the quote before was not closed."""
    if last is None or last.end.line != mark.line or not _text_at(mark, lines):
        return None
    if last.start.line == last.end.line:
        return fault_at(lines, "yaml.after_quote", mark.line, mark.column)
    return fault_at(lines, "yaml.quote", last.start.line, last.start.column)


def _text_at(mark: Mark, lines: Sequence[str]) -> bool:
    return mark.line < len(lines) and bool(lines[mark.line][mark.column :].strip())


def _in_lines(mark: Mark, lines: Sequence[str]) -> TextFault | None:
    for number in (mark.line - 1, mark.line):
        if not 0 <= number < len(lines):
            continue
        for pattern, code in _LINE_SLIPS:
            if match := pattern.match(lines[number]):
                behind = code.endswith(("_colon", "_gap"))
                column = match.end(1) if behind else match.start(1)
                params = (("key", match[1]),) if behind else ()
                return fault_at(lines, code, number, column, params)
        if fault := named_fault(lines, number):
            return fault
    return None


def _at_sign(
    context: str, problem: str, begun: Mark, mark: Mark, lines: Sequence[str]
) -> TextFault | None:
    if "flow" in context:
        return fault_at(lines, "yaml.bracket", begun.line, begun.column)
    line = lines[mark.line] if mark.line < len(lines) else ""
    if line[mark.column : mark.column + 1] in {"}", "]"}:
        return fault_at(lines, "yaml.bracket", mark.line, mark.column)
    if "not allowed" in problem and "keys" not in problem:
        return None
    if match := _OPENING.match(line):
        params = (("sign", match[1]),)
        return fault_at(lines, "yaml.opening", mark.line, match.start(1), params)
    return None


def _as_parsed(problem: str, mark: Mark, lines: Sequence[str]) -> TextFault:
    number = min(mark.line, len(lines) - 1)
    column = mark.column if number == mark.line else 0
    while number and not lines[number].strip():
        number, column = number - 1, 0
    line = lines[number]
    code = _PROBLEMS.get(problem, "yaml.syntax")
    if code == "yaml.bare_colon" and _KEY_ONLY.match(line[:column]):
        # The colon is a key's own: what is wrong is where the key stands.
        code = "yaml.indent"
    if code in {"yaml.no_colon", "yaml.indent"}:
        for above in (number - 1, number):
            if above >= 0 and (cut := _COMMENT.search(lines[above])) and _is_text(line):
                params = (("text", lines[above][cut.start(1) :][:SHOWN]),)
                return fault_at(lines, "yaml.comment", above, cut.start(1), params)
        column = len(line) - len(line.lstrip())
        code = "yaml.no_colon" if line[column : column + 1] == ":" else code
    return fault_at(lines, code, number, column)


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not re.match(KEY + ":|^ *- ", line)
