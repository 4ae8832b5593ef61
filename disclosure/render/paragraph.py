"""How Python-Markdown reads a paragraph: by our own marks, and by no others."""

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import Registry

from disclosure.render.parts import Begin, Compose, End, Part


class Paragraph(BlockProcessor):
    """Makes one paragraph of a text.

    Attributes:
        compose: says what a text is set from.

    """

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown.parser)
        self.compose: Compose = lambda text: (text,)

    def test(self, parent: Element, block: str) -> bool:
        """Accept every block."""
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Set all blocks as one: a cell may hold empty lines."""
        text = "\n\n".join(blocks).strip()
        blocks.clear()
        if text:
            _fill(SubElement(parent, "p"), self.compose(text))


def open_markdown() -> tuple[Markdown, Paragraph]:
    """Return a converter that knows nothing but paragraphs, and what reads them."""
    # Not xhtml: the pages are HTML.
    markdown = Markdown(output_format="html")
    kept: tuple[tuple[Registry[Any], tuple[str, ...]], ...] = (
        (markdown.preprocessors, ("normalize_whitespace",)),
        (markdown.parser.blockprocessors, ()),
        (markdown.inlinePatterns, ()),
        (markdown.treeprocessors, ()),
        (markdown.postprocessors, ()),
    )
    for registry, names in kept:
        # The registry has no public list of its names.
        for item in list(vars(registry)["_priority"]):
            if item.name not in names:
                registry.deregister(item.name)
    paragraph = Paragraph(markdown)
    markdown.parser.blockprocessors.register(paragraph, "paragraph", 1)
    return markdown, paragraph


def _fill(root: Element, parts: Iterable[Part]) -> None:
    opened = [root]
    last: Element | None = None  # closed last inside the innermost open one
    for part in parts:
        if isinstance(part, Begin):
            opened.append(SubElement(opened[-1], part.tag, dict(part.attributes)))
            last = None
        elif isinstance(part, End):
            last = opened.pop()
        else:
            # What looks like an entity is six characters of text here, not one.
            text = part.replace("&", "&amp;")
            if last is None:
                opened[-1].text = (opened[-1].text or "") + text
            else:
                last.tail = (last.tail or "") + text
