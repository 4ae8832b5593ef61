"""Punctuation to full width, as Chinese text has it; every change is told, none adds a blank."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final

from disclosure.checks.rule import Edit
from disclosure.importer.reading import (
    Block,
    Fate,
    Paragraph,
    Reading,
    Remark,
    Span,
    Table,
)
from disclosure.importer.tracked import Tracked
from disclosure.importer.wide_marks import (
    HAN,
    bracket_pairs,
    certain_edits,
    mixed_quote_edits,
    quote_edits,
    single_quote_edits,
    straight_quotes,
)

_CODE: Final = "import.full_width"
_DIGITS: Final = "import.full_width_digits"
_QUOTE_ALONE: Final = "import.quote_alone"
_BRACKET_ALONE: Final = "import.bracket_alone"


def full_width(reading: Reading) -> Reading:
    """Return the reading with Chinese punctuation, and a remark for each change.

    A quotation or bracket that is opened in one paragraph and closed in the next is one pair.
    Marks that are left over stay as they are, with a remark.
    """
    paragraphs = list(_paragraphs(reading))
    edits = [_edits_of(each.text.text) for each in paragraphs]
    remarks: list[Remark] = []
    _over_paragraphs(paragraphs, edits, remarks)
    changed: list[Paragraph] = []
    for paragraph, found in zip(paragraphs, edits, strict=True):
        ordered = sorted(found.values())
        changed.append(_edited(paragraph, ordered))
        remarks += _told(paragraph, ordered)
    following = iter(changed)
    blocks = tuple(_with(block, following) for block in reading.blocks)
    notes = tuple((mark, tuple(next(following) for _ in texts)) for mark, texts in reading.notes)
    return replace(reading, blocks=blocks, notes=notes, remarks=(*reading.remarks, *remarks))


def _paragraphs(reading: Reading) -> Iterator[Paragraph]:
    yield from paragraphs_in(reading.blocks)
    for _, texts in reading.notes:
        yield from texts


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph of blocks in order, those of cells where their table stands."""
    pending = [iter(blocks)]
    while pending:
        block = next(pending[-1], None)
        if block is None:
            pending.pop()
        elif isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            pending.append(
                iter([each for row in block.rows for cell in row for each in cell.blocks])
            )


def _with(block: Block, changed: Iterator[Paragraph]) -> Block:
    """Return a block with the changed paragraphs in it, taken in order.

    Tables in cells are as deep as the reader that made them allows.
    """
    if isinstance(block, Paragraph):
        return next(changed)
    if isinstance(block, Table):
        return replace(
            block,
            rows=tuple(
                tuple(
                    replace(cell, blocks=tuple(_with(each, changed) for each in cell.blocks))
                    for cell in row
                )
                for row in block.rows
            ),
        )
    return block


def _edits_of(text: str) -> dict[int, Edit]:
    if not HAN.search(text):
        return {}
    return {edit.start: edit for edit in (*certain_edits(text), *single_quote_edits(text))}


def _over_paragraphs(
    paragraphs: list[Paragraph], edits: list[dict[int, Edit]], remarks: list[Remark]
) -> None:
    """Add the edits of quotation marks and of brackets that close in the next paragraph."""
    waiting = -1  # paragraph with a straight quotation mark that is not closed
    open_bracket: tuple[int, int] | None = None
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text.text
        quotes = straight_quotes(text)
        chinese = bool(HAN.search(text))
        if quotes and chinese and text.count("“") != text.count("”"):
            mixed = mixed_quote_edits(text)
            _add(edits[number], mixed)
            quotes = [] if mixed else quotes
        closes = waiting >= 0 and waiting == number - 1 and len(quotes) % 2 == 1
        if chinese and (closes or len(quotes) % 2 == 0):
            _add(edits[number], quote_edits(text, quotes, opens=not closes))
        if closes:
            before = paragraphs[waiting].text.text
            _add(edits[waiting], quote_edits(before, straight_quotes(before), opens=True))
            waiting = -1
        else:
            if waiting >= 0:
                remarks.append(
                    _alone(
                        paragraphs[waiting],
                        straight_quotes(paragraphs[waiting].text.text)[-1],
                        _QUOTE_ALONE,
                    )
                )
            waiting = number if chinese and len(quotes) % 2 else -1
        open_bracket = _bracket_over(number, paragraphs, edits, open_bracket)
        if open_bracket and open_bracket[0] < number:
            before_paragraph = paragraphs[open_bracket[0]]
            remarks.append(_alone(before_paragraph, open_bracket[1], _BRACKET_ALONE))
            open_bracket = None
    if waiting >= 0:
        places = straight_quotes(paragraphs[waiting].text.text)
        remarks.append(_alone(paragraphs[waiting], places[-1], _QUOTE_ALONE))
    if open_bracket:
        remarks.append(_alone(paragraphs[open_bracket[0]], open_bracket[1], _BRACKET_ALONE))


def _bracket_over(
    number: int,
    paragraphs: list[Paragraph],
    edits: list[dict[int, Edit]],
    before: tuple[int, int] | None,
) -> tuple[int, int] | None:
    """Return an opening bracket that waits for the next paragraph; close the one before."""
    text = paragraphs[number].text.text
    alone = bracket_pairs(text)[1]
    if before and alone and text[alone[0]] in ")）" and HAN.search(text):
        other = paragraphs[before[0]].text.text
        if text[alone[0]] == ")":
            _add(edits[number], [Edit(alone[0], alone[0] + 1, "）")])
        if other[before[1]] == "(":
            _add(edits[before[0]], [Edit(before[1], before[1] + 1, "（")])
        before, alone = None, alone[1:]
    if before:
        return before
    if alone and text[alone[-1]] in "(（" and HAN.search(text):
        return number, alone[-1]
    return None


def _add(edits: dict[int, Edit], more: Iterable[Edit]) -> None:
    for edit in more:
        edits.setdefault(edit.start, edit)


def _alone(paragraph: Paragraph, at: int, code: str) -> Remark:
    origin = max(0, paragraph.text.origins[at])
    params = {"text": paragraph.text.text[max(0, at - 8) : at + 9]}
    return Remark(code, params, origin, origin + 1, place=paragraph.place)


def _edited(paragraph: Paragraph, edits: list[Edit]) -> Paragraph:
    if not edits:
        return paragraph
    parts: list[str] = []
    origins: list[int] = []
    at = 0
    old = paragraph.text
    for edit in edits:
        parts.append(old.text[at : edit.start])
        origins += old.origins[at : edit.start]
        new = old[edit.start : edit.end].replaced(0, edit.end - edit.start, edit.new)
        parts.append(new.text)
        origins += new.origins
        at = edit.end
    text = Tracked("".join(parts) + old.text[at:], (*origins, *old.origins[at:]))
    ends = [edit.end for edit in edits]
    grown = accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)
    shifts = [0, *grown]
    spans = tuple(_moved(span, ends, shifts) for span in paragraph.spans)
    return replace(paragraph, text=text, spans=spans)


def _moved(span: Span, ends: list[int], shifts: list[int]) -> Span:
    def new(place: int) -> int:
        return place + shifts[bisect_right(ends, place)]

    return replace(span, start=new(span.start), end=new(span.end))


def _told(paragraph: Paragraph, edits: list[Edit]) -> Iterator[Remark]:
    for edit in edits:
        there = [n for n in paragraph.text.origins[edit.start : edit.end] if n >= 0]
        if there:
            params = {"old": paragraph.text.text[edit.start : edit.end], "new": edit.new}
            start, end = min(there), max(there) + 1
            code = _DIGITS if edit.new.isdigit() else _CODE
            yield Remark(code, params, start, end, Fate.NORMALISED, place=paragraph.place)
