"""What a YAML syntax error means to somebody who does not know YAML.

libyaml reports where it gave up, often a line after the slip. The line it names and the one
above are looked at for the slips that clerks really make.
"""

import re

import yaml

from disclosure.source.text import TextFault

_WIDE_COLON = re.compile(r"^\s*(?:- +)?([a-z_]+)：")
_TIGHT_COLON = re.compile(r"^\s*(?:- +)?([a-z_]+):(?=[^\s/])")
_TAB = re.compile(r"^ *(\t)")
_NBSP = re.compile("[\u00a0\u3000]")
_OPENING = re.compile(r"""^\s*(?:- +)*(?:[a-z_]+: +)?([{*&!%@`\[|>])""")
_WIDE_DASH = re.compile(r"^\s*([－—–])\s*\S")
_BARE_COLON = re.compile(r"^\s*(?:- +)?[a-z_]+: +[^'\"\s].*?(: )")


def explain(error: yaml.MarkedYAMLError, text: str) -> TextFault:
    """Return the fault behind a parser error, placed where the slip is."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    problem = str(error.problem or "")
    if mark is None:  # pragma: no cover - libyaml always gives one
        return TextFault("yaml.syntax", params=(("problem", problem),))
    if unclosed := _unclosed_quote(error, lines):
        return unclosed
    for number in (mark.line - 1, mark.line):
        if 0 <= number < len(lines) and (fault := _known_slip(lines[number], number)):
            return fault
    number = min(mark.line, len(lines) - 1)
    if number and not lines[number].strip():
        number -= 1
    column = min(mark.column, len(lines[number])) if number == mark.line else 0
    return TextFault(
        "yaml.syntax", number + 1, column + 1, (("problem", problem),), excerpt=lines[number]
    )


def _unclosed_quote(error: yaml.MarkedYAMLError, lines: list[str]) -> TextFault | None:
    mark = error.context_mark
    if mark is None or "quoted scalar" not in str(error.context):
        return None
    return TextFault("yaml.quote", mark.line + 1, mark.column + 1, excerpt=lines[mark.line])


def _known_slip(line: str, number: int) -> TextFault | None:
    if match := _TAB.match(line):
        return TextFault("yaml.tab", number + 1, match.start(1) + 1, excerpt=line)
    for pattern, code in (
        (_WIDE_COLON, "yaml.wide_colon"),
        (_TIGHT_COLON, "yaml.tight_colon"),
    ):
        if match := pattern.match(line):
            params = (("key", match[1]),)
            return TextFault(code, number + 1, match.end(1) + 1, params, excerpt=line)
    if match := _WIDE_DASH.match(line):
        return TextFault("yaml.wide_dash", number + 1, match.start(1) + 1, excerpt=line)
    if match := _OPENING.match(line):
        params = (("sign", match[1]),)
        return TextFault("yaml.opening", number + 1, match.start(1) + 1, params, excerpt=line)
    if match := _BARE_COLON.match(line):
        return TextFault("yaml.bare_colon", number + 1, match.start(1) + 1, excerpt=line)
    if match := _NBSP.search(line[: len(line) - len(line.lstrip()) + 1]):
        return TextFault("yaml.wide_space", number + 1, match.start() + 1, excerpt=line)
    return None
