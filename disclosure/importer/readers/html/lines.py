"""The lines of a page: stretches of text between the edges of its blocks, with where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from disclosure.importer.readers.html.nodes import BLOCKS, Node
from disclosure.importer.readers.html.styles import MACHINE, is_hidden

_MOSTLY: Final = 0.6
# Cells of a row are read as one line where the page is looked at, not yet taken.
_EDGES: Final = BLOCKS - {"td", "th"}
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, the element whose text it is, and how much of it is links."""

    text: str
    block: Node
    linked: float

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is links."""
        return self.linked > _MOSTLY


def lines_of(root: Node) -> Iterator[Line]:
    """Yield the lines of what a page shows, in its order."""
    parts: list[str] = []
    linked = 0
    block = root
    for event, node, text, in_link in _events(root):
        if event == "edge":
            line = _SPACE.sub(" ", "".join(parts)).strip()
            if line:
                yield Line(line, block, linked / max(1, len(line)))
            parts, linked, block = [], 0, node
        else:
            parts.append(text)
            linked += len(text.strip()) if in_link else 0


def _events(root: Node) -> Iterator[tuple[str, Node, str, bool]]:
    """Yield texts and edges; without recursion, for it is walked before anything is bounded."""
    waiting: list[tuple[Node | str, Node, bool, bool]] = [(root, root, False, False)]
    while waiting:
        each, block, in_link, closing = waiting.pop()
        if isinstance(each, str):
            yield "text", block, each, in_link
            continue
        if closing:
            yield "edge", block, "", False
            continue
        if each.tag in MACHINE or is_hidden(each):
            continue
        inner = in_link or (each.tag == "a" and "href" in each.attributes)
        if each.tag == "br":
            yield "edge", block, "", False
            continue
        if each.tag in {"td", "th"}:
            yield "text", block, " ", False
        if each.tag in _EDGES:
            yield "edge", each, "", False
            waiting.append((each, block, False, True))
            block = each
        waiting.extend((child, block, inner, False) for child in reversed(each.children))
    yield "edge", root, "", False
