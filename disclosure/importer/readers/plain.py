"""A text file: a paragraph a line, broken lines joined where that is certain."""

from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.decoding import Decoded, decode
from disclosure.importer.readers.mailed import Unwrapped, unwrapped
from disclosure.importer.readers.tabbed import read_table, table_end
from disclosure.importer.readers.wrapping import columns, continued, needs_blank
from disclosure.importer.reading import Block, Look, Paragraph, Reading
from disclosure.importer.tracked import Tracked, joined

# In columns: what is indented further is set at the right, as a signature is.
_FAR = 24


def read_plain(data: bytes) -> Reading:
    """Return the paragraphs of a text file, and tables whose cells are parted by tabs.

    Raises:
        ImportRefusedError: the bytes fit no encoding.

    """
    decoded = decode(data)
    collector = Collector()
    tell_encoding(decoded, collector)
    around = unwrapped(decoded.text.split("\n"))
    lines = [each.line for each in around]
    goes_on = continued(lines)
    blocks: list[Block] = []
    at = healed = 0
    while at < len(lines):
        first = at
        end = table_end(lines, at)
        if end > at and not any(each.gone for each in around[at:end]):
            blocks.append(read_table(lines[at:end], at + 1, collector))
            at = end
            continue
        while goes_on[at]:
            at += 1
        healed += at - first
        paragraph = _paragraph(around[first : at + 1], first + 1, collector)
        if paragraph.text.text:
            blocks.append(paragraph)
        at += 1
    if healed:
        collector.remark("import.file.healed", {"count": str(healed)}, "")
    return Reading("txt", collector.characters, tuple(blocks), collector.remarks)


def tell_encoding(decoded: Decoded, collector: Collector) -> None:
    """Say an encoding that notices of the mainland are not written in."""
    if decoded.encoding == "big5hkscs":
        collector.remark("import.file.big5", {}, "")


def join_lines(texts: list[Tracked]) -> Tracked:
    """Return lines of one paragraph as one text."""
    parts: list[Tracked] = []
    for text in texts:
        if parts and parts[-1].text and text.text:
            blank = needs_blank(parts[-1].text, text.text)
            parts.append(Tracked.made(" " if blank else ""))
        parts.append(text)
    return joined(parts)


def _paragraph(lines: list[Unwrapped], number: int, collector: Collector) -> Paragraph:
    place = f"第{number}行"
    texts = []
    for offset, each in enumerate(lines):
        each.drop(collector, f"第{number + offset}行")
        texts.append(fold(each.line, collector, f"第{number + offset}行").strip())
    text = join_lines([each for each in texts if each.text])
    first = lines[0].line
    indent = columns(first[: len(first) - len(first.lstrip())])
    far = indent >= _FAR and len(lines) == 1
    return Paragraph(text, Look(aligned="right" if far else "left"), place=place)
