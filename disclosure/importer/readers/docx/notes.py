"""Footnotes and endnotes: their text, by the mark that stands for them in the text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.beside import beside
from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.inline import read_inline
from disclosure.importer.readers.docx.plain_text import plain_text
from disclosure.importer.readers.docx.xml_tree import child
from disclosure.importer.reading import Paragraph
from disclosure.importer.tracked import Tracked

_KINDS: Final = {"footnotes": "脚注", "endnotes": "尾注"}


def read_notes(context: Context) -> tuple[tuple[str, tuple[Paragraph, ...]], ...]:
    """Return the notes that the text refers to, in the order of their marks.

    Called once, when the text is read. A note that nothing refers to is left out and told.
    Links and looks inside of notes are not kept.

    Args:
        context: of the file.

    """
    found: list[tuple[str, tuple[Paragraph, ...]]] = []
    marks = context.progress.marks
    done: set[tuple[str, str]] = set()
    # A note may refer to a further one.
    while waiting := [key for key in marks if key not in done]:
        for kind, note in waiting:
            done.add((kind, note))
            mark = marks[kind, note]
            place = f"{_KINDS[kind]}{mark}"
            found.append(
                (mark, _paragraphs(beside(context, kind)[note], _inside(context, kind), place))
            )
    for kind, name in _KINDS.items():
        for note, element in beside(context, kind).items():
            text = plain_text(element).strip()
            if (kind, note) not in done and text:
                context.collector.drop(text, "import.word.note_alone", {"text": text}, name)
    return tuple(found)


def _inside(context: Context, kind: str) -> Context:
    """Return the context to read a note by: its own relationships, no field open."""
    part = next(iter(context.parts.related(kind)), "")
    return replace(context, part=part, progress=replace(context.progress, fields=[]))


def _paragraphs(note: Element, context: Context, place: str) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    open_ = Tracked()
    waiting = list(reversed(list(_inner(note))))
    while waiting:
        each = waiting.pop()
        look = context.styles.paragraph_look(child(each, "w:pPr"))
        inline = read_inline(each, context, place, look)
        for box in reversed(inline.boxes):
            waiting.extend(reversed(list(_inner(box))))
        if inline.pictures:
            context.collector.remark("import.word.object", {"text": ""}, place)
        open_ += inline.text
        if inline.joins_next:
            continue
        text = open_.strip()
        open_ = Tracked()
        if text.text:
            found.append(Paragraph(text, look, place=place))
    if rest := open_.strip():
        found.append(Paragraph(rest, place=place))
    return tuple(found)


def _inner(holder: Element) -> Iterator[Element]:
    """Yield the paragraphs in an element, those in tables too; not those in boxes of others."""
    waiting = list(reversed(holder))
    while waiting:
        each = waiting.pop()
        if each.tag == "w:p":
            yield each
        else:
            waiting.extend(reversed(each))
