"""Contents pages: headings that are only listed, and stand in the text once more."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from disclosure.importer.outline.marks import mark_of
from disclosure.importer.reading import Block, Fate, Paragraph, Remark

_NAME: Final = re.compile(r"目\s{0,8}[录次]")
# What leads to the number of a page, and that number.
_LEADER: Final = re.compile(
    r"[\s.…·．‥⋯_-]{0,200}(?<=[\s.…·．‥⋯_-])[0-9０-９]{1,4}\s*$|[.…·．‥⋯]{3,}\s*$"
)
_NOT_SAID: Final = re.compile(r"[\s。．.、，：:]+")
# A lead ends so, and no title does.
_ENDS: Final = ("。", "：", "；", ":", ";")
_FEWEST: Final = 3
_LONG: Final = 60
_SENTENCE: Final = re.compile(r"[；;。！？].*\w")


def without_contents(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Remark]]:
    """Return the blocks without a page of contents, and a remark for each of its lines.

    Under 目录 its lines are those that have the number of a page, or are in the text once more.
    Without that name it is one if three headings or more follow one another from the first
    number on, all are in the text behind in the same order, and either have numbers of pages
    or stand there with text between, and nothing but a title is before them: within a text the
    problems may well be listed first and answered below. Only the first that is found is dropped.
    """
    start, end = _named(blocks)
    if start == end:
        start, end = _unnamed(blocks)
    remarks = [remark for block in blocks[start:end] for remark in _dropped(block)]
    return blocks[:start] + blocks[end:], remarks


def _named(blocks: tuple[Block, ...]) -> tuple[int, int]:
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _NAME.fullmatch(block.text.text.strip()):
            keys = [_key(each) for each in blocks]
            last = {key: place for place, key in enumerate(keys)}
            end = at + 1
            while end < len(blocks) and keys[end]:
                text_begins = end > at + 1 and keys[end] == keys[at + 1]
                if text_begins or not (last[keys[end]] > end or _has_page(blocks[end])):
                    break
                end += 1
            return (at, end) if end > at + 1 else (0, 0)
    return 0, 0


def _unnamed(blocks: tuple[Block, ...]) -> tuple[int, int]:
    keys = [_key(block) if _is_marked(block) else "" for block in blocks]
    last = {key: place for place, key in enumerate(keys) if key}
    at = 0
    while at < len(blocks):
        start = at
        while at < len(blocks) and keys[at]:
            at += 1
        end = start
        # Where the first comes again the text begins.
        while end < at and last[keys[end]] > end and (end == start or keys[end] != keys[start]):
            end += 1
        places = [last[key] for key in keys[start:end]]
        if _is_list(blocks, start, end, places):
            return start, end
        at = max(at, start + 1)
    return 0, 0


def _is_list(blocks: tuple[Block, ...], start: int, end: int, places: list[int]) -> bool:
    if end - start < _FEWEST or places != sorted(places) or places[0] < end:
        return False
    first = blocks[start]
    mark = mark_of(first.text.text) or mark_of(first.mark) if isinstance(first, Paragraph) else None
    if not mark or mark.number != 1:
        return False
    pages = sum(_has_page(block) for block in blocks[start:end])
    apart = sum(after - before > 1 for before, after in pairwise(places))
    opens = not any(_is_prose(block) for block in blocks[:start])
    return 2 * pages > end - start or (opens and 2 * apart > end - start)


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.text.rstrip().endswith(_ENDS)


def _is_marked(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    return bool(block.mark or mark_of(block.text.text))


def _has_page(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_LEADER.search(block.text.text.strip()[-_LONG:]))


def _key(block: Block) -> str:
    """Return what a heading says without its blanks, its leader and page; empty for others."""
    if not isinstance(block, Paragraph):
        return ""
    text = _LEADER.sub("", block.text.text.strip()) if len(block.text) < 4 * _LONG else ""
    if not text or len(text) > _LONG or _SENTENCE.search(text):
        return ""
    return _NOT_SAID.sub("", block.mark + text)


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
