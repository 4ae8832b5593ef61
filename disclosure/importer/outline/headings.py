"""The outline of a text: its headings by their marks, what stands before them and behind them."""

from dataclasses import dataclass, field, replace
from typing import Final

from disclosure.importer.outline.candidates import IN_LIST, Candidate
from disclosure.importer.outline.closing import closing_start
from disclosure.importer.outline.contents import without_contents
from disclosure.importer.outline.faults import Numbers, remark_at
from disclosure.importer.outline.lines import marked_lines
from disclosure.importer.outline.lookalikes import headings_and_blocks
from disclosure.importer.outline.looks import with_unnumbered
from disclosure.importer.outline.missing import with_missing
from disclosure.importer.outline.nesting import Nesting
from disclosure.importer.outline.titles import LONG_TITLE
from disclosure.importer.reading import Block, Remark
from disclosure.importer.tree import Heading, Node, Outline

_SURE_WITH_TEXT: Final = frozenset({IN_LIST, LONG_TITLE})


@dataclass(slots=True)
class _Open:
    candidate: Candidate
    blocks: list[Node] = field(default_factory=list)

    def closed(self) -> Heading:
        candidate = self.candidate
        # A long paragraph, or one with a semicolon, is a heading where its text stands below.
        sure = bool(self.blocks) and not candidate.run_in and candidate.guess in _SURE_WITH_TEXT
        return Heading(
            candidate.mark,
            candidate.style,
            candidate.number,
            candidate.title,
            candidate.run_in,
            tuple(self.blocks),
            "" if sure else candidate.guess,
        )


class _Tree:
    """Takes headings and blocks in their order, and holds them as a tree."""

    def __init__(self) -> None:
        self.before: list[Block] = []
        self.headings: list[Heading] = []
        self._open: list[_Open] = []

    def block(self, block: Block) -> None:
        """Take a block: of the innermost heading that is open."""
        if self._open:
            self._open[-1].blocks.append(block)
        else:
            self.before.append(block)

    def heading(self, candidate: Candidate, level: int) -> None:
        """Take a heading at a level; all that are as deep or deeper end before it."""
        self.close(level)
        self._open.append(_Open(candidate))
        if candidate.rest is not None:
            self.block(candidate.rest)

    def close(self, level: int = 0) -> None:
        """End the headings that are at this level or deeper."""
        while len(self._open) > level:
            heading = self._open.pop().closed()
            if self._open:
                self._open[-1].blocks.append(heading)
            else:
                self.headings.append(heading)


def outline(blocks: tuple[Block, ...]) -> Outline:
    """Return a text by its headings.

    A heading is what a line begins with a mark of; marks made by Word count as typed ones. How
    they nest is told by the order in which the forms of marks appear. Without a mark a line is a
    heading only where its look is repeated. Nothing is renumbered:
    what is wrong with numbers is said in the remarks. Tables are never looked into.
    """
    blocks, remarks = without_contents(blocks)
    end = closing_start(blocks)
    parts = with_unnumbered(headings_and_blocks(with_missing(marked_lines(blocks[:end]))))
    nesting = Nesting([each for each in parts if isinstance(each, Candidate)])
    numbers, tree = Numbers(), _Tree()
    doubled: list[Remark] = []
    above: dict[int, Candidate] = {}
    for each in parts:
        if isinstance(each, Candidate):
            level, before = nesting.level(each)
            numbers.hear(each, before)
            if each.twice:
                params = {"mark": each.mark.text}
                doubled.append(remark_at(each, "import.outline.twice", params))
            tree.heading(_as_before(each, above.get(level) if before else None), level)
            above[level] = each
        else:
            tree.block(each)
    tree.close()
    found = (*remarks, *doubled, *numbers.remarks)
    return Outline(tuple(tree.before), tuple(tree.headings), blocks[end:], found)


def _as_before(candidate: Candidate, above: Candidate | None) -> Candidate:
    """Return a heading, as much of a list as the one above it: the last item has no semicolon."""
    if candidate.guess or candidate.rest or not above or above.guess != IN_LIST:
        return candidate
    return replace(candidate, guess=IN_LIST)
