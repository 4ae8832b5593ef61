"""Findings as they are shown: what is private in their lines and sentences is masked."""

import re
from collections.abc import Iterable, Iterator

from disclosure.checks.reading.personal import mask
from disclosure.diagnostics import Diagnostic

# Between the digits of a number, as people write them.
_GAP = r"[\s.·\-—]?"
_FEWEST_DIGITS = 6


class Hiding:
    """Masks what privacy rules have found wherever it is shown."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note what is to be hidden.

        Args:
            diagnostics: of one notice, all of them.

        """
        self._parts: dict[int, set[tuple[int, int]]] = {}
        self._lines: dict[tuple[int, str], str] = {}
        names: dict[int, set[str]] = {}
        numbers: set[str] = set()
        for each in diagnostics:
            if each.code.startswith("privacy."):
                start = each.column - 1
                parts = self._parts.setdefault(each.line, set())
                new = set(_private_parts(each, start, start + each.span))
                parts.update(new)
                for value in (each.excerpt[first:last] for first, last in new):
                    many = sum(map(str.isdigit, value)) >= _FEWEST_DIGITS
                    numbers.add(value) if many else names.setdefault(each.line, set()).add(value)
        # A number is hidden in every sentence, a name, which may be a common word, only in
        # those about its line.
        self._numbers = _any_of(map(_spaced, sorted(numbers)))
        self._names = {line: _any_of(map(re.escape, found)) for line, found in names.items()}

    def masked(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return the diagnostic with line and values masked, at the same length."""
        excerpt = self._masked_line(diagnostic.line, diagnostic.excerpt)
        if diagnostic.code.startswith("privacy."):  # such a rule has masked its values itself
            return diagnostic._replace(excerpt=excerpt)
        params = diagnostic.params
        for known in (self._numbers, self._names.get(diagnostic.line)):
            if known:
                params = tuple((name, _masked(known, value)) for name, value in params)
        return diagnostic._replace(excerpt=excerpt, params=params)

    def _masked_line(self, number: int, line: str) -> str:
        parts = self._parts.get(number)
        if not parts:
            return line
        # Once for each line: a long one may have thousands of findings.
        if (number, line) not in self._lines:
            shown = line
            for start, end in parts:
                shown = shown[:start] + mask(shown[start:end]) + shown[end:]
            self._lines[number, line] = shown
        return self._lines[number, line]


def _spaced(number: str) -> str:
    """Return what matches a number however its characters are set apart."""
    return _GAP.join(map(re.escape, re.sub(_GAP, "", number)))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    whole = "|".join(pattern for pattern in patterns if pattern)
    return re.compile(whole) if whole else None


def _masked(known: re.Pattern[str], value: str) -> str:
    return known.sub(lambda match: mask(match[0]), value)


def _private_parts(found: Diagnostic, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what of a line is to be hidden: the value, wherever in the line it stands.

    What was found is known by what a mask leaves of it. Where the place that was found is
    another one, because the file writes the value in its own way, all of the place is hidden,
    and the value as well.
    """
    shown = dict(found.params).get("text", "")
    if "*" not in shown:
        yield start, end
        return
    letters = ("." if each == "*" else re.escape(each) for each in shown)
    alike = [match.span() for match in re.finditer("[ -]?".join(letters), found.excerpt)]
    # A name's mask fits many words of the line.
    whole = [(a, b) for a, b in alike if start <= a and b <= end]
    if whole or (alike and any(each.isdigit() for each in shown)):
        yield from whole or alike
    else:
        yield start, end
