"""What tests say of a file as read: its lines, its remarks, and that nothing of it is lost."""

from disclosure.importer.readers.docx.reader import read_docx
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.reading import Block, Fate, Paragraph, Reading, Table


def read(data: bytes, revisions: Revisions = Revisions.FINAL) -> Reading:
    """Read a .docx, and make sure that every character of it is accounted for once."""
    reading = read_docx(data, revisions)
    lost = unaccounted(reading)
    assert not lost, lost
    return reading


def lines(reading: Reading) -> list[str]:
    """Return the paragraphs, numbers before their texts; cells in order, parted by ``|``."""
    return [_line(block) for block in reading.blocks]


def codes(reading: Reading) -> list[str]:
    """Return what is said of the file, without the common part of the codes."""
    return [each.code.removeprefix("import.word.") for each in reading.remarks]


def paragraphs(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """Return the paragraphs, those in cells too."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    found += paragraphs(cell.blocks)
    return found


def unaccounted(reading: Reading) -> str:
    """Return the characters in no block and under no remark, or in two blocks."""
    times = [0] * len(reading.characters)
    everything = (*reading.blocks, *(p for _, note in reading.notes for p in note))
    for paragraph in paragraphs(everything):
        for n in {n for n in paragraph.text.origins if n >= 0}:
            times[n] += 1
    for remark in reading.remarks:
        if remark.fate is not Fate.KEPT:
            for n in range(remark.start, remark.end):
                times[n] = times[n] or 1
    return "".join(
        sign
        for sign, count in zip(reading.characters, times, strict=True)
        if count != 1 and not sign.isspace()
    )


def _line(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.mark + block.text.text
    if isinstance(block, Table):
        return "\n".join(
            "|".join("/".join(map(_line, cell.blocks)) for cell in row) for row in block.rows
        )
    return f"[{block.suffix}]"
