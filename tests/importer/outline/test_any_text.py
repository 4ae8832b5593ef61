"""Any text: whatever it is, each of its characters stands in the outline once and in order."""

import random

import pytest

from disclosure.importer.outline.headings import outline
from disclosure.importer.reading import Block, Fate, Look, Paragraph, Span
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading, Node, Outline
from tests.conftest import ROOT

TEXTS = ROOT / "tests" / "cases" / "word-for-word"
SIGNS = "一二三（）1．2.、。；：①问题第部分附件目录是\n“”《》　"
MADE = ("", "", "", "一、", "（二）", "3.", "•", "第一条")


def _mutated(text: str, rng: random.Random) -> tuple[Block, ...]:
    """Return the text as paragraphs with soft returns, looks, marks and signs put in at random."""
    lines = [line for line in text.split("\n") if line.strip()]
    blocks: list[Block] = []
    at = 0
    while lines:
        count = rng.choice([1, 1, 1, 2, 5])
        chunk = "\n".join(lines[:count])
        del lines[:count]
        for _ in range(rng.randint(0, 3)):
            place = rng.randint(0, len(chunk))
            chunk = chunk[:place] + rng.choice(SIGNS) + chunk[place:]
        spans: tuple[Span, ...] = ()
        if rng.random() < 0.3:
            start = rng.randint(0, len(chunk) - 1)
            look = Look(font="楷体", bold=rng.random() < 0.5)
            spans = (Span(start, rng.randint(start + 1, len(chunk)), look),)
        look = Look(level=rng.choice([0, 0, 0, 1, 2]))
        read = Tracked.read(chunk, at)
        blocks.append(Paragraph(read, look, rng.choice(MADE), "某处", spans))
        at += len(chunk) + 1
    return tuple(blocks)


def _said(text: Tracked) -> list[int]:
    return [n for sign, n in zip(text.text, text.origins, strict=True) if n >= 0 and sign.strip()]


def _places(nodes: tuple[Node, ...]) -> list[int]:
    found: list[int] = []
    for node in nodes:
        if isinstance(node, Heading):
            found += _said(node.mark) + _said(node.title) + _places(node.blocks)
        elif isinstance(node, Paragraph):
            found += _said(node.text)
            assert all(0 <= each.start < each.end <= len(node.text) for each in node.spans)
    return found


def _dropped(found: Outline) -> set[int]:
    ranges = [each for each in found.remarks if each.fate is Fate.DROPPED]
    return {n for each in ranges for n in range(each.start, each.end)}


def _check(seeds: range) -> None:
    paths = sorted(TEXTS.glob("*.txt"))
    for seed in seeds:
        rng = random.Random(seed)
        text = paths[seed % len(paths)].read_text(encoding="utf-8")[:6000]
        blocks = _mutated(text, rng)
        found = outline(blocks)
        dropped = _dropped(found)
        kept = [n for n in _places(blocks) if n not in dropped]
        assert _places((*found.before, *found.headings, *found.after)) == kept, seed


def test_every_character_once() -> None:
    """Eighty mutated texts lose nothing, say nothing twice, and move nothing."""
    _check(range(80))


@pytest.mark.slow
def test_every_character_once_at_length() -> None:
    """Three thousand mutated texts."""
    _check(range(80, 3080))
