"""How a paragraph is set as a whole, out of how its stretches are."""

from dataclasses import replace

from disclosure.importer.reading import Look, Paragraph, Span
from disclosure.importer.tracked import Tracked


def settled(look: Look, spans: tuple[Span, ...], text: Tracked) -> tuple[Look, tuple[Span, ...]]:
    """Return the paragraph's look, and the stretches that differ from it.

    Where every stretch that shows a character is set alike, that is the paragraph's look.
    Stretches side by side that are set alike are one; their level, style and place on the line
    are the paragraph's.
    """
    found: list[Span] = []
    for span in spans:
        own = replace(span.look, style=look.style, level=look.level, aligned=look.aligned)
        last = found[-1] if found else None
        if not text.text[span.start : span.end].strip() and not span.link:
            continue
        if last is not None and (last.look, last.link) == (own, span.link):
            found[-1] = Span(last.start, span.end, own, span.link)
        else:
            found.append(Span(span.start, span.end, own, span.link))
    looks = {span.look for span in found}
    covered = not text.text.strip() or _covers(found, text.text)
    if len(looks) == 1 and covered:
        [look] = looks
        found = [span for span in found if span.link]
    else:
        found = [span for span in found if span.link or span.look != look]
    return look, tuple(found)


def _covers(spans: list[Span], text: str) -> bool:
    """Say whether every character that shows is in a stretch."""
    start = 0
    for span in spans:
        if text[start : span.start].strip():
            return False
        start = span.end
    return not text[start:].strip()


def appended(first: Paragraph, second: Paragraph) -> Paragraph:
    """Return both as one paragraph, set and numbered as the first that holds any text."""
    if not first.text.text.strip():
        first = replace(second, text=first.text, spans=(), place=first.place)
    length = len(first.text)
    spans = list(first.spans)
    if second.look != first.look and second.text.text.strip():
        starts = [0, *(each.end for each in second.spans)]
        ends = [*(each.start for each in second.spans), len(second.text)]
        between = [
            Span(start, end, second.look)
            for start, end in zip(starts, ends, strict=True)
            if start < end
        ]
        rest = sorted((*second.spans, *between), key=lambda span: span.start)
    else:
        rest = list(second.spans)
    spans += [replace(each, start=each.start + length, end=each.end + length) for each in rest]
    return replace(first, text=first.text + second.text, spans=tuple(spans))
