"""Set prose taken apart into runs of equal look, for pages that may hold no class and no id."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from markupsafe import Markup

from disclosure.render.prose import LONGEST_WHOLE

# Classes that ProseSetter gives: to what stays on one line, and to links to figures.
_TOGETHER = "dn-nb"
_REFERENCE = "dn-ref"


class Run(NamedTuple):
    """A stretch of text of one look.

    Attributes:
        text: plain.
        strong: set bold.
        em: stressed.
        keep: how it stands at the end of a line: ``together`` is never torn, ``whole`` only
            where it is longer than a line; empty for plain text.
        href: address that it leads to, outside the page; empty for none.
        tail: the address in brackets, where it ends a link that cannot be clicked.

    """

    text: str
    strong: bool = False
    em: bool = False
    keep: str = ""
    href: str = ""
    tail: str = ""


class _Reader(HTMLParser):
    """Reads what ``ProseSetter`` writes: strong, em, span, a, and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        href = values.get("href", "")
        # A link to a figure leads nowhere on another page.
        kept = "" if href.startswith("#") else href
        self._open.append((tag, kept or values.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        _, kept = self._open.pop()
        if tag == "a" and kept != _REFERENCE and self.runs:
            self.runs[-1] = self.runs[-1]._replace(tail=f"（{kept}）")

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self._open}
        href = self._href()
        # A link is one run wherever it can be: two would be read out as two links.
        whole = {("span", _TOGETHER), ("a", _REFERENCE)} & set(self._open)
        keep = "together" if not href and whole and len(data) <= LONGEST_WHOLE else ""
        run = Run(data, "strong" in tags, "em" in tags, keep, href)
        if self.runs and self.runs[-1] == run._replace(text=self.runs[-1].text) and not keep:
            run = run._replace(text=self.runs.pop().text + data)
        self.runs.append(run)

    def _href(self) -> str:
        return next((kept for tag, kept in self._open if tag == "a" and kept != _REFERENCE), "")


def runs_of(markup: Markup) -> tuple[Run, ...]:
    """Return the runs of one paragraph as ``ProseSetter`` has set it."""
    reader = _Reader()
    reader.feed(str(markup))
    reader.close()
    return tuple(reader.runs)


def unlinked(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Yield the runs with their links spelt out, as ``ProseSetter.plain`` does."""
    for run in runs:
        yield run._replace(text=run.text + run.tail, href="", tail="")
