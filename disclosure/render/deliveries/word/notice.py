"""``notice.docx``: the notice as a Word file that is edited, marked up and read back."""

from collections.abc import Iterator
from typing import Final

from disclosure.document.blocks import Fact
from disclosure.document.document import Document
from disclosure.model.mark_style import MarkStyle
from disclosure.model.notice import Numbering
from disclosure.model.outline import MAX_DEPTH
from disclosure.render.composed import Composed
from disclosure.render.deliveries.blocks import head_facts
from disclosure.render.deliveries.word import styles
from disclosure.render.deliveries.word.blocks import BlockWriter
from disclosure.render.deliveries.word.body import Body
from disclosure.render.deliveries.word.fonts import FontFamily, Fonts, font_table, fonts_of
from disclosure.render.deliveries.word.numbering import Level, Lists
from disclosure.render.deliveries.word.package import (
    DECLARED,
    DECLARED_ALL,
    Relations,
    pack,
    settings_part,
)
from disclosure.render.deliveries.word.pages import footer
from disclosure.render.deliveries.word.paragraphs import Paragraph, Words
from disclosure.render.deliveries.word.pictures import Image
from disclosure.render.deliveries.word.xml import element
from disclosure.render.pictures import embedded_pictures
from disclosure.zh.phrases import title_lines
from disclosure.zh.width import display_width

# 156 mm of 22 pt type, and a little air; of 12 pt type.
_TITLE_WIDTH: Final = 19.5
_FACTS_WIDTH: Final = 36.8
_GAP: Final = "\u3000"
_FIXED: Final = ("styles", "numbering", "settings", "fontTable")


def render_docx(composed: Composed, family: FontFamily = FontFamily.GB2312) -> bytes:
    """Return the notice as a Word file.

    Args:
        composed: the notice.
        family: which typefaces it names; none is in it.

    Raises:
        OutputError: a text holds a character that may stand in no file.

    """
    document, fonts = composed.document, fonts_of(family)
    relations = Relations()
    for name in _FIXED:
        relations.lead_to(name, f"{name}.xml")
    odd, even = (relations.lead_to("footer", f"footer{at}.xml") for at in (1, 2))
    levels = tuple(_levels(document.numbering, fonts))
    lists = Lists(levels, styles.text_run(fonts))
    images = _images(composed)
    body = Body((odd, even))
    writer = BlockWriter(body, lists, relations, composed.prose, images)
    _head(document, body, writer)
    writer.write(document.blocks)
    numbered = frozenset(
        depth for depth, level in enumerate(levels, 1) if level.mark is not MarkStyle.NONE
    )
    parts = {
        "document.xml": element("w:document", DECLARED_ALL, body.xml),
        "styles.xml": styles.styles_part(fonts, numbered, DECLARED),
        "numbering.xml": lists.xml(DECLARED),
        "settings.xml": settings_part(),
        "fontTable.xml": font_table(fonts, DECLARED),
        "footer1.xml": footer(DECLARED, even=False),
        "footer2.xml": footer(DECLARED, even=True),
        "_rels/document.xml.rels": relations.xml,
    }
    pictures = {image.part: image.data for image in images.values()}
    return pack(parts, pictures, document.title)


def _levels(numbering: Numbering, fonts: Fonts) -> Iterator[Level]:
    """Yield the levels of headings that begin anew below each heading above them."""
    for depth in range(1, MAX_DEPTH + 1):
        style = numbering.styles[min(depth, len(numbering.styles)) - 1]
        run = styles.level_run(depth, fonts)
        own = style is not MarkStyle.NONE and style not in numbering.run_on
        yield (
            Level(style, styles.heading_style(depth), run)
            if own
            else Level(MarkStyle.NONE, "", run)
        )


def _head(document: Document, body: Body, writer: BlockWriter) -> None:
    lines = title_lines(document.title, _TITLE_WIDTH)
    body.add(Paragraph(styles.TITLE, Words("\n".join(lines)).xml))
    for line in document.below_title:
        writer.head_line(line)
    if facts := "\n".join(_fact_lines(head_facts(document))):
        body.part_last()
        body.add(Paragraph(styles.FACTS, Words(facts).xml))
    body.part_last()


def _fact_lines(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Yield the facts, as many on a line as it has room for."""
    line = ""
    for fact in facts:
        longer = line + _GAP + fact.line if line else fact.line
        if line and display_width(longer) / 2 > _FACTS_WIDTH:
            yield line
            longer = fact.line
        line = longer
    if line:
        yield line


def _images(composed: Composed) -> dict[str, Image]:
    """Return the pictures that every Word shows, by name; WebP is none of them."""
    found = embedded_pictures(composed.document, composed.source.attachments)
    return {
        each.name: Image(f"media/image{at}.{each.suffix}", each.data, each.width, each.height)
        for at, each in enumerate(found, 1)
        if each.suffix in {"jpeg", "png"}
    }
