"""Headings without a number: short lines that are set as headings, again and again."""

import re
from dataclasses import replace
from typing import Final

from disclosure.importer.outline.candidates import Candidate
from disclosure.importer.outline.marks import Form
from disclosure.importer.outline.parts import part
from disclosure.importer.reading import SOFT_RETURN, Block, Look, Paragraph
from disclosure.importer.tracked import Tracked
from disclosure.model.mark_style import MarkStyle

_LONGEST: Final = 40
# A sentence, a label, a date, a line of contacts is no heading, however it is set.
_NO_HEADING: Final = re.compile(r"[。；;！？：:，]|[0-9]{4}\s*[年.-]\s*[0-9]{1,2}")
# Words that stand above each answer are its label.
_LABEL: Final = re.compile(r".{0,8}(?:措施|情况|成效|进展|结果|目标|表现|做法|打算|计划|状态|时限)")
# Word has nine levels of the outline.
_DEEPEST: Final = 9
_FEWEST_BY_LEVEL: Final = 2
_FEWEST_BY_FACE: Final = 3
_Key = tuple[int, str, bool]


def with_unnumbered(parts: list[Candidate | Block]) -> list[Candidate | Block]:
    """Return the parts, those paragraphs as headings that a repeated look shows to be some.

    One line is never enough. Lines of one look are headings if they have a level of the outline
    and are two or more, or are bold or of a font of their own, are three or more, and begin
    before any numbered heading; if each has something under it; if they are few beside the
    text; and if they are not the label of every answer.
    """
    places: dict[_Key, list[int]] = {}
    texts = 0
    for at, each in enumerate(parts):
        if isinstance(each, Paragraph):
            texts += 1
            key = _key(each)
            if key:
                places.setdefault(key, []).append(at)
    first = next((at for at, each in enumerate(parts) if isinstance(each, Candidate)), len(parts))
    body = _usual(parts)
    taken: set[int] = set()
    for key, found in places.items():
        if _are_headings(parts, key, found, texts, first, body):
            taken.update(found)
    return [
        _heading(each) if at in taken and isinstance(each, Paragraph) else each
        for at, each in enumerate(parts)
    ]


def _key(paragraph: Paragraph) -> _Key | None:
    """Return what shows a short line to be a heading; None if nothing does."""
    text = paragraph.text.text.strip()
    if not text or len(text) > _LONGEST or SOFT_RETURN in text or paragraph.mark:
        return None
    if _NO_HEADING.search(text):
        return None
    look = _look(paragraph)
    if 1 <= look.level <= _DEEPEST:
        return look.level, "", False
    return (0, look.font, look.bold) if look.bold or look.font else None


def _look(paragraph: Paragraph) -> Look:
    """Return the look of a paragraph: that of its span where one covers all."""
    length = len(paragraph.text.text.strip())
    covering = next((s.look for s in paragraph.spans if s.end - s.start >= length), None)
    if covering is None:
        return paragraph.look
    return replace(covering, level=paragraph.look.level or covering.level)


def _usual(parts: list[Candidate | Block]) -> tuple[str, bool]:
    """Return the font and weight in which most of the text is set."""
    lengths: dict[tuple[str, bool], int] = {}
    for each in parts:
        paragraph = each.rest if isinstance(each, Candidate) else each
        if isinstance(paragraph, Paragraph):
            face = (paragraph.look.font, paragraph.look.bold)
            lengths[face] = lengths.get(face, 0) + len(paragraph.text)
    return max(lengths, key=lambda face: lengths[face], default=("", False))


def _are_headings(
    parts: list[Candidate | Block],
    key: _Key,
    found: list[int],
    texts: int,
    first: int,
    body: tuple[str, bool],
) -> bool:
    level, font, bold = key
    if len(found) < (_FEWEST_BY_LEVEL if level else _FEWEST_BY_FACE):
        return False
    if not level and ((font, bold) == body or found[0] > first):
        return False
    places = set(found)
    # The last line of a title has text under it; of two lines that follow one another one is none.
    if any(at + 1 in places or at + 1 >= len(parts) for at in found) or 3 * len(found) > 2 * texts:
        return False
    said = [_text(parts[at]) for at in found]
    return len(set(said)) == len(said) and not all(_LABEL.fullmatch(text) for text in said)


def _text(part_: Candidate | Block) -> str:
    return part_.text.text.strip() if isinstance(part_, Paragraph) else ""


def _heading(paragraph: Paragraph) -> Candidate:
    title = part(paragraph, 0, len(paragraph.text)).text
    return Candidate(
        Form.NONE,
        Tracked(),
        MarkStyle.NONE,
        0,
        title,
        None,
        run_in=False,
        guess="import.guess.heading_by_look",
        paragraph=replace(paragraph, look=_look(paragraph)),
    )
