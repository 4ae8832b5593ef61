"""The proof that tests of readers share: every character of a file has its fate."""

from collections import Counter
from collections.abc import Iterable, Iterator

from disclosure.importer.reading import Block, Fate, Paragraph, Reading, Remark, Table
from disclosure.importer.tracked import Tracked


def unaccounted(reading: Reading) -> list[str]:
    """Return the characters, with their numbers, that are in no text or in two, or unsaid."""
    texts = [paragraph.text for paragraph in paragraphs_of(reading.blocks)]
    texts += [each.text for _, paragraphs in reading.notes for each in paragraphs]
    return unaccounted_text(reading.characters, texts, reading.remarks)


def unaccounted_text(
    characters: str, texts: Iterable[Tracked], remarks: Iterable[Remark]
) -> list[str]:
    """Return the faults of an account of ``characters``; none is as it must be."""
    gone = {
        at
        for remark in remarks
        if remark.fate != Fate.KEPT
        for at in range(remark.start, remark.end)
    }
    faults: list[str] = []
    seen: Counter[int] = Counter()
    for text in texts:
        if len(text.text) != len(text.origins):
            faults.append(f"lengths differ: {text.text!r}")
        for char, at in zip(text.text, text.origins, strict=False):
            seen[at] += 1
            if at >= 0 and at not in gone and characters[at] != char and not blank(characters[at]):
                faults.append(f"{at} {characters[at]!r} became {char!r} unsaid")
    faults.extend(
        f"{at} {char!r} stands {seen[at]} times"
        for at, char in enumerate(characters)
        if not blank(char) and at not in gone and seen[at] != 1
    )
    return faults


def blank(char: str) -> bool:
    """Say whether a character is a blank, which need not be accounted for."""
    return char.isspace()


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph, also those in cells."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from paragraphs_of(cell.blocks)


def lines_of(reading: Reading) -> list[str]:
    """Return the text of every paragraph, cells included."""
    return [paragraph.text.text for paragraph in paragraphs_of(reading.blocks)]


def codes_of(reading: Reading) -> list[str]:
    """Return the codes of what is said."""
    return [remark.code for remark in reading.remarks]
