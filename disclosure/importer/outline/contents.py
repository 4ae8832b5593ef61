"""Contents pages: headings that are only listed, and stand in the text once more."""

import re
from collections.abc import Iterator
from typing import Final

from disclosure.importer.outline.marks import mark_of
from disclosure.importer.reading import Block, Fate, Paragraph, Remark

_NAME: Final = re.compile(r"目\s{0,8}[录次]")
# What leads to the number of a page, and that number.
_LEADER: Final = re.compile(
    r"[\s.…·．‥⋯_-]{0,200}(?<=[\s.…·．‥⋯_-])[0-9０-９]{1,4}\s*$|[.…·．‥⋯]{3,}\s*$"
)
_NOT_SAID: Final = re.compile(r"[\s。．.、，：:]+")
_FEWEST: Final = 3


def without_contents(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Remark]]:
    """Return the blocks without a page of contents, and a remark for each of its lines.

    It is one if three headings or more follow one another, without text between, and each is
    in the text behind them once more; under 目录 one is enough. Only the first is looked for.
    """
    start, end = _contents(blocks)
    remarks = [remark for block in blocks[start:end] for remark in _dropped(block)]
    return blocks[:start] + blocks[end:], remarks


def _contents(blocks: tuple[Block, ...]) -> tuple[int, int]:
    named = -1
    start = 0
    keys = [_key(block) for block in blocks]
    last = {key: at for at, key in enumerate(keys) if key}
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Paragraph) and _NAME.fullmatch(block.text.text.strip()):
            named = at
        start = at
        while at < len(blocks) and keys[at]:
            at += 1
        end = _listed(keys, last, start, at)
        count = end - start
        if count >= _FEWEST or (count and named == start - 1):
            return (named if named == start - 1 >= 0 else start), end
        at = max(at, start + 1)
    return 0, 0


def _listed(keys: list[str], last: dict[str, int], start: int, run: int) -> int:
    """Return one behind the last of the lines from ``start`` that all stand behind it again."""
    at = start
    while at < run and last[keys[at]] > at:
        at += 1
    # In a list each comes again behind the list, not within it.
    return at if all(last[key] >= at for key in keys[start:at]) else start


def _key(block: Block) -> str:
    """Return what a heading says without its blanks, its leader and page; empty for others."""
    if not isinstance(block, Paragraph):
        return ""
    text = block.text.text.strip()
    if len(text) > 120:
        return ""
    if not (mark_of(text) or block.mark):
        return ""
    return _NOT_SAID.sub("", block.mark + _LEADER.sub("", text))


def _dropped(block: Block) -> Iterator[Remark]:
    if not isinstance(block, Paragraph):
        return
    there = [n for n in block.text.origins if n >= 0]
    if there:
        params = {"text": block.text.text.strip()[:20]}
        yield Remark(
            "import.outline.contents",
            params,
            min(there),
            max(there) + 1,
            Fate.DROPPED,
            place=block.place,
        )
