"""From headings to sections: what stands under each, understood piece by piece."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from disclosure.importer.fields.answers import (
    answer_parts,
    as_answers,
    has_bracketed_label,
    label_of,
    prose_parts,
    split_at_labels,
)
from disclosure.importer.fields.listed_headings import items_among
from disclosure.importer.fields.numbered_labels import NumberedLabel, numbered_labels
from disclosure.importer.fields.own_labels import own_label_of
from disclosure.importer.fields.parts import NOTHING, Answered, Below, Drafted, Part, Placed, Prose
from disclosure.importer.fields.prose import Writer, lines_of
from disclosure.importer.fields.states import told_line
from disclosure.importer.fields.tables import (
    cell_text,
    is_caption,
    picture_fields,
    pictures_in,
    table_fields,
    words_behind,
)
from disclosure.importer.reading import Block, Paragraph, Picture, Table
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading, Node
from disclosure.model.mark_style import MarkStyle
from disclosure.model.outline import MAX_DEPTH


@dataclass(slots=True)
class Reader:
    """Reads headings into sections.

    Attributes:
        writer: of values.
        files: names of the pictures, by their identity.
        repeated: labels that the text repeats behind its answers.

    """

    writer: Writer
    files: Mapping[int, str]
    repeated: frozenset[str] = frozenset()

    def section(self, heading: Heading, depth: int = 1) -> Drafted:
        """Return a heading with all that stands under it."""
        drafted = Drafted(heading, depth)
        drafted.parts.extend(self.parts(heading.blocks, depth))
        return drafted

    def parts(self, nodes: tuple[Node, ...], depth: int) -> Iterator[Part]:
        """Yield what stands under a heading of some depth, 0 for a text without headings."""
        pending: list[Node] = list(reversed(nodes))
        items = frozenset(items_among(nodes)) if depth else frozenset()
        labels = dict(numbered_labels(nodes))
        open_ = _Open(self.repeated)
        below: list[Drafted] = []
        while pending:
            node = pending.pop()
            numbered = labels.get(id(node))
            if isinstance(node, Heading) and not numbered:
                if depth >= MAX_DEPTH or id(node) in items or open_.takes(node):
                    pending.extend(reversed(list(_flattened(node))))
                    continue
                yield from open_.close()
                below.append(self.section(node, depth + 1))
                continue
            if below:
                yield Below(tuple(below))
                below = []
            if numbered:
                yield from open_.numbered(numbered)
                pending.extend(reversed(numbered.rest))
            elif isinstance(node, Paragraph):
                yield from open_.paragraph(node)
            elif isinstance(node, Table | Picture):
                above = open_.caption() if isinstance(node, Table) else NOTHING
                yield from open_.close()
                behind = NOTHING
                if pending and (behind := words_behind(node, pending[-1])):
                    pending.pop()
                yield from self._placed(node, above, behind)
        yield from open_.close()
        if below:
            yield Below(tuple(below))

    def _placed(self, block: Block, above: Tracked, behind: Tracked) -> Iterator[Part]:
        if isinstance(block, Picture):
            yield self._picture(block, behind)
        elif isinstance(block, Table):
            fields = table_fields(block, self.writer, above, behind)
            if fields is not None:
                yield Placed("table", fields)
            else:
                cells = (cell_text(cell.blocks) for row in block.rows for cell in row)
                lines = [line for cell in cells for line in lines_of(cell)]
                yield from prose_parts([each for each in (above, *lines, behind) if each])
            for picture in pictures_in(block):
                yield self._picture(picture, NOTHING)

    def _picture(self, picture: Picture, caption: Tracked) -> Placed:
        file = self.files[id(picture)]
        return Placed("picture", picture_fields(picture, file, self.writer, caption))


@dataclass(slots=True)
class _Open:
    """The paragraphs that were read and not yet given: an answer, or prose."""

    repeated: frozenset[str] = frozenset()
    answered: bool = False
    label: Tracked = NOTHING
    said: Tracked = NOTHING
    mark: Tracked = NOTHING
    bare: bool = False
    lines: list[Tracked] = field(default_factory=list)
    style: MarkStyle | None = None

    def paragraph(self, paragraph: Paragraph) -> Iterator[Part]:
        """Take the lines of a paragraph, and yield what they end."""
        mark, text = paragraph.mark, paragraph.text
        for line in lines_of(Tracked.made(mark) + text if mark else text):
            yield from self.line(line)

    def line(self, line: Tracked) -> Iterator[Part]:
        """Take a line, and yield what it ends."""
        for piece in split_at_labels(line):
            if told := told_line(piece):
                yield from self.close()
                yield told
            elif found := self._label_of(piece):
                yield from self.close()
                self.answered = True
                self.label, self.said, rest = found
                self.lines.append(rest)
            elif has_bracketed_label(piece):
                yield from self.close()
                self.answered = self.bare = True
                self.lines.append(piece)
            else:
                self.lines.append(piece)

    def numbered(self, found: NumberedLabel) -> Iterator[Part]:
        """Take a label with a number, and yield what it and its text end."""
        yield from self.close()
        self.answered = True
        self.mark, self.label, self.said = found.mark, found.label, found.said
        first, *more = split_at_labels(found.lines[0]) if found.lines[0] else (NOTHING,)
        self.lines.append(first)
        for line in (*more, *found.lines[1:]):
            yield from self.line(line)

    def _label_of(self, line: Tracked) -> tuple[Tracked, Tracked, Tracked] | None:
        found = label_of(line)
        # Before an answer such a label is of the problem itself.
        return found or (own_label_of(line, self.repeated) if self.answered else None)

    def takes(self, heading: Heading) -> bool:
        """Say whether a heading is an item of a list: under a label that stands alone, or ①."""
        if not self.label:
            return False
        if heading.style is MarkStyle.CIRCLED:
            return True
        below = (node for node in heading.blocks if isinstance(node, Heading))
        if any(each.style is not MarkStyle.CIRCLED for each in below):
            return False
        if self.lines[0]:
            return False
        if len(self.lines) == 1:
            if heading.number != 1 or heading.style is MarkStyle.NONE:
                return False
            self.style = heading.style
        return heading.style is self.style

    def caption(self) -> Tracked:
        """Take the last line away if it is the caption of a table that follows; else nothing."""
        if (
            self.lines
            and is_caption(self.lines[-1].text)
            and (len(self.lines) > 1 or not self.label)
        ):
            return self.lines.pop()
        return NOTHING

    def close(self) -> Iterator[Part]:
        """Yield all that is open."""
        if self.label:
            yield from _with_mark(self.mark, answer_parts(self.label, self.said, self.lines))
        elif self.bare:
            yield from as_answers(list(prose_parts(self.lines)))
        elif self.lines:
            yield from prose_parts(self.lines)
        self.mark, self.label, self.said, self.bare = NOTHING, NOTHING, NOTHING, False
        self.lines, self.style = [], None


def _with_mark(mark: Tracked, parts: Iterator[Part]) -> Iterator[Part]:
    """Yield an answer with the number before its label."""
    for part in parts:
        if mark and isinstance(part, Answered):
            yield replace(part, mark=mark)
        elif mark and isinstance(part, Prose):
            yield Prose(mark + part.text)
        else:
            yield part
        mark = NOTHING


def _flattened(heading: Heading) -> Iterator[Node]:
    """Yield a heading as paragraphs: its line, then what stands under it."""
    line = heading.mark + heading.title
    blocks = heading.blocks
    if heading.run_in and blocks and isinstance(first := blocks[0], Paragraph):
        line += first.text
        blocks = blocks[1:]
    yield Paragraph(line)
    yield from blocks
