"""Reading a saved page: nothing is fetched, no script is run."""

import re
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.particular_labels import PUBLISHED
from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.decoding import decode
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.html.article import Article, find_article
from disclosure.importer.readers.html.nodes import Node, tree_of
from disclosure.importer.readers.html.particulars import label_in
from disclosure.importer.readers.html.words import DATE, is_prose, is_title_like, squeezed
from disclosure.importer.readers.html.writer import Writer
from disclosure.importer.readers.options import ReadOptions
from disclosure.importer.readers.plain import tell_encoding
from disclosure.importer.reading import Block, Look, Paragraph, Reading
from disclosure.importer.tracked import Tracked, joined

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-]{2,20})", re.IGNORECASE
)
_LOOKED_AT: Final = 16_384
# As the State Council's office has sites name them (国办发〔2017〕47号), with others in use.
_SOURCES: Final = ("contentsource", "source", "article:author")
_DATES: Final = ("pubdate", "publishdate", "article:published_time", "publishtime")
_HEAD_LINES: Final = 6


def read_page(data: bytes, options: ReadOptions) -> Reading:
    """Return the article of a page.

    Raises:
        ImportRefusedError: its bytes fit no encoding, or its text lies in another file.

    """
    start = data[:_LOOKED_AT]
    found = _CHARSET.search(start)
    decoded = decode(data, found[1].decode("ascii") if found else "")
    root = tree_of(decoded.text)
    article = find_article(root)
    collector = Collector()
    tell_encoding(decoded, collector)
    writer = Writer(article, collector, Revisions(options.revisions))
    writer.write(root)
    blocks = _assembled(writer, article, collector)
    if not blocks and _frames(root):
        raise ImportRefusedError("import.file.frames", src=_frames(root)[0])
    return Reading("html", collector.characters, blocks, collector.remarks)


def _assembled(writer: Writer, article: Article, collector: Collector) -> tuple[Block, ...]:
    if not (writer.blocks or writer.titles or writer.infos):
        return ()
    titles: list[Paragraph] = list(writer.titles)
    if not titles and _is_title(article) and not _has_title(writer.blocks, article.named):
        text = fold(article.named, collector, "网页属性").strip()
        collector.remark("import.file.title_of_head", {}, "网页属性", text)
        titles = [Paragraph(text, Look(style="title", aligned="center"), place="网页属性")]
    infos = [*writer.infos, *_of_head(writer, article, collector)]
    info = [Paragraph(joined(infos, "\u3000"), place="正文前")] if infos else []
    return (*titles, *info, *writer.blocks)


def _is_title(article: Article) -> bool:
    """Say whether the head names the article, and not the site alone."""
    return bool(article.named) and (
        article.named in article.meta.values() or is_title_like(article.named)
    )


def _has_title(blocks: list[Block], named: str) -> bool:
    start = "".join(
        squeezed(block.text.text) for block in blocks[:_HEAD_LINES] if isinstance(block, Paragraph)
    )
    return squeezed(named) in start


def _of_head(writer: Writer, article: Article, collector: Collector) -> list[Tracked]:
    """Return source and day as the head says them, where the page does not show them."""
    # The text itself tells of days and sources as well.
    beside = "".join(
        block.text.text
        for block in writer.blocks[:_HEAD_LINES]
        if isinstance(block, Paragraph) and not is_prose(block.text.text)
    )
    shown = "".join((*(text.text for text in writer.infos), beside))
    found: list[Tracked] = []
    for label, names, absent in (
        ("来源：", _SOURCES, "来源" not in squeezed(shown)),
        ("发布时间：", _DATES, not _says_day(writer) and not DATE.search(beside)),
    ):
        value = next((article.meta[name] for name in names if article.meta.get(name)), "")
        if absent and value and len(value) <= 60:
            text = fold(value, collector, "网页属性").strip()
            collector.remark("import.file.of_head", {"label": label}, "网页属性", text)
            found.append(Tracked.made(label) + text)
    return found


def _says_day(writer: Writer) -> bool:
    """Say whether the page shows when it was published, and not only when it was written."""
    return any(label_in(text.text) in PUBLISHED for text in writer.infos)


def _frames(root: Node) -> list[str]:
    return [
        node.attributes.get("src", "")[:200]
        for node in root.walk()
        if node.tag in {"frame", "iframe"}
    ]
