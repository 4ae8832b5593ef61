"""The lines of a page: stretches of text between the edges of its blocks, with where they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from disclosure.importer.readers.html.layout import Use
from disclosure.importer.readers.html.nodes import BLOCKS, Node
from disclosure.importer.readers.html.styles import MACHINE, is_hidden
from disclosure.importer.readers.html.words import DATE, is_document, squeezed

_MOSTLY: Final = 0.6
_CELLS: Final = frozenset({"td", "th"})
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: with single blanks.
        block: the element whose text it is.
        linked: how much of it is links.
        to_file: whether one of them leads to a file, as an attachment's does.

    """

    text: str
    block: Node
    linked: float
    to_file: bool = False

    @property
    def key(self) -> tuple[Node, str]:
        """By which it is known again, however its blanks are written."""
        return self.block, squeezed(self.text)

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is links, but for a day beside them."""
        if self.linked > _MOSTLY or not self.linked:
            return self.linked > _MOSTLY
        rest = DATE.sub("", self.text)
        return self.linked * len(self.text) > _MOSTLY * len(rest)


def is_anchor(node: Node) -> bool:
    """Say whether an element leads somewhere; some sites have scripts that say where."""
    if node.tag != "a":
        return False
    return "href" in node.attributes or not {"name", "id"} & node.attributes.keys()


def lines_of(root: Node, uses: Mapping[Node, Use]) -> Iterator[Line]:
    """Yield the lines of what a page shows, in its order.

    Args:
        root: of the page, or of a part of it.
        uses: of its tables; a row of one that holds data is a single line.

    """
    parts: list[str] = []
    linked, to_file = 0, False
    block = root
    for event, node, text, link in _events(root, uses):
        if event == "edge":
            line = _SPACE.sub(" ", "".join(parts)).strip()
            if line:
                yield Line(line, block, linked / max(1, len(line)), to_file)
            parts, linked, to_file, block = [], 0, False, node
        else:
            parts.append(text)
            if link is not None:
                linked += len(text.strip())
                to_file = to_file or is_document(link) or is_document(text.strip())


def _events(root: Node, uses: Mapping[Node, Use]) -> Iterator[tuple[str, Node, str, str | None]]:
    """Yield texts and edges; without recursion, for it is walked before anything is bounded."""
    waiting: list[tuple[Node | str, Node, str | None, bool, bool]] = [
        (root, root, None, False, False)
    ]
    while waiting:
        each, block, link, in_data, closing = waiting.pop()
        if isinstance(each, str):
            yield "text", block, each, link
            continue
        if closing:
            yield "edge", block, "", None
            continue
        if each.tag in MACHINE or is_hidden(each):
            continue
        if is_anchor(each):
            link = each.attributes.get("href", "")
        if each.tag == "br":
            yield "edge", block, "", None
            continue
        if each.tag == "table":
            in_data = uses.get(each) is Use.DATA
        if each.tag in _CELLS and in_data:
            yield "text", block, " ", None
        elif each.tag in BLOCKS:
            yield "edge", each, "", None
            waiting.append((each, block, None, False, True))
            block = each
        waiting.extend((child, block, link, in_data, False) for child in reversed(each.children))
    yield "edge", root, "", None
