"""Source lines as they are shown with findings: what is private in them is masked."""

import re
from collections.abc import Iterable, Iterator

from disclosure.checks.reading.personal import mask
from disclosure.diagnostics import Diagnostic


class Hiding:
    """Masks what privacy rules have found wherever its line is shown."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note what is to be hidden.

        Args:
            diagnostics: of one notice, all of them.

        """
        self._parts: dict[int, set[tuple[int, int]]] = {}
        for each in diagnostics:
            if each.code.startswith("privacy."):
                start = each.column - 1
                parts = self._parts.setdefault(each.line, set())
                parts.update(_private_parts(each, start, start + each.span))

    def in_excerpt(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return the diagnostic with its line masked, at the same length."""
        line = diagnostic.excerpt
        for start, end in self._parts.get(diagnostic.line, ()):
            line = line[:start] + mask(line[start:end]) + line[end:]
        return diagnostic._replace(excerpt=line)


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
