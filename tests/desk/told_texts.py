"""The printed texts of a notice, worked out by the tests as the desk's interface tells them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from disclosure.document.blocks import Heading, Particulars
from disclosure.document.document import Document, read_document
from disclosure.document.printed import print_value
from disclosure.model.faults import Path
from disclosure.model.figures import Figure
from disclosure.source.load import LoadedNotice

_UNSEEN = {"id", "url", "keywords", "formula", "about"}


class Told(NamedTuple):
    """One text, as the interface tells it."""

    path: Path
    raw: str
    printed: str
    role: str

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {**self._asdict(), "path": list(self.path)}


def told_texts(loaded: LoadedNotice) -> list[Told]:
    """Return every text of a notice that its page prints and a file holds, in order."""
    document = read_document(loaded.notice, loaded.outline)
    return [each for each in _all(document, loaded.figures) if each.raw and each.printed]


def _all(document: Document, figures: Mapping[str, Figure]) -> Iterator[Told]:
    for fact in document.facts:
        if fact.key == "published":
            yield Told(("published",), fact.text.split()[0], fact.text.split()[0], "date")
        elif fact.key == "clock":
            yield Told(("published_time",), fact.text, fact.text, "date")
        elif fact.key == "as_of":
            yield Told(("as_of",), fact.machine, fact.text, "date")
        yield from _printed(fact.values, figures)
    yield from _printed([line.value for line in document.below_title], figures)
    for block in document.blocks:
        yield from _printed(block.values, figures)
        if isinstance(block, Heading) and (status := block.node.section.status):
            yield Told((*block.node.path, "status"), status.value, status.value, "status")
        if isinstance(block, Particulars):
            yield from ()


def _printed(values: Any, figures: Mapping[str, Figure]) -> Iterator[Told]:
    for value in values:
        if value.path[-1] not in _UNSEEN:
            yield Told(value.path, value.raw, print_value(value, figures).text, str(value.role))
