"""Texts as blocks, and outlines as trees that can be compared."""

from disclosure.importer.outline.headings import outline
from disclosure.importer.reading import Block, Paragraph
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading, Node, Outline

Tree = list["str | tuple[str, Tree]"]


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the lines of a text as paragraphs, empty lines left out; ↵ is a soft return."""
    found: list[Block] = []
    at = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            read = Tracked.read(line.replace("↵", "\n"), at)
            found.append(Paragraph(read, place=f"第{number}行"))
        at += len(line) + 1
    return tuple(found)


def tree_of(nodes: tuple[Node, ...]) -> Tree:
    """Return headings as (mark and title, what stands under them), and paragraphs as text."""
    found: Tree = []
    for node in nodes:
        if isinstance(node, Heading):
            found.append((node.mark.text + node.title.text, tree_of(node.blocks)))
        else:
            found.append(node.text.text.strip() if isinstance(node, Paragraph) else "□")
    return found


def read(text: str) -> Tree:
    """Return the headings of a text as a tree."""
    return tree_of(outlined(text).headings)


def outlined(text: str) -> Outline:
    """Return the outline of a text."""
    return outline(blocks_of(text))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Return the texts of paragraphs."""
    return [block.text.text.strip() for block in blocks if isinstance(block, Paragraph)]


def headings_of(nodes: tuple[Node, ...], depth: int = 1) -> list[tuple[int, Heading]]:
    """Return all headings with their depth, in order."""
    found: list[tuple[int, Heading]] = []
    for node in nodes:
        if isinstance(node, Heading):
            found.append((depth, node))
            found.extend(headings_of(node.blocks, depth + 1))
    return found
