"""Paragraphs of a Word file as they are read, with what is told of them."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.inline import Inline, read_inline
from disclosure.importer.readers.docx.margins import read_margins
from disclosure.importer.readers.docx.notes import read_notes
from disclosure.importer.readers.docx.package import Package
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.docx.styles import Styles
from disclosure.importer.readers.docx.xml_tree import child
from disclosure.importer.reading import Fate, Reading, Remark
from tests.importer.word_files import docx

BY = 'w:id="1" w:author="张某" w:date="2023-06-01T09:30:00Z"'
WHO = {"author": "张某", "day": "2023-06-01"}


@dataclass
class Inside:
    """What was read of the paragraphs of a file, those in tables too."""

    paragraphs: list[Inline]
    reading: Reading

    @property
    def texts(self) -> list[str]:
        """The text of each paragraph."""
        return [each.text.text for each in self.paragraphs]

    @property
    def text(self) -> str:
        """The text of the only paragraph."""
        (text,) = self.texts
        return text

    @property
    def told(self) -> list[tuple[str, dict[str, str]]]:
        """What was told, without ``import.word.``, with its values."""
        return [(short(each), dict(each.params)) for each in self.reading.remarks]

    @property
    def codes(self) -> list[str]:
        """What was told, without its values."""
        return [code for code, _ in self.told]

    def dropped(self, code: str) -> str:
        """Return all characters that were left out for a reason."""
        return "".join(
            self.reading.characters[each.start : each.end]
            for each in self.reading.remarks
            if short(each) == code and each.fate is Fate.DROPPED
        )


def short(remark: Remark) -> str:
    """Return a remark's code without what all have in common."""
    return remark.code.removeprefix("import.word.")


def context_of(data: bytes, revisions: Revisions = Revisions.FINAL) -> Context:
    """Return the context of a file."""
    parts = Package(data)
    return Context(Collector(), revisions, Styles(parts), parts)


def body_of(context: Context) -> Element:
    """Return ``w:body``."""
    body = child(context.parts.root(context.parts.main), "w:body")
    assert body is not None
    return body


def inside(body: str, revisions: Revisions = Revisions.FINAL, **made: Any) -> Inside:
    """Return what stands inside the paragraphs of a file.

    Args:
        body: XML of ``w:body``.
        revisions: which text is read.
        made: as ``docx`` takes it.

    """
    context = context_of(docx(body, **made), revisions)
    paragraphs = []
    for number, each in enumerate(body_of(context).iter("w:p"), start=1):
        look = context.styles.paragraph_look(child(each, "w:pPr"))
        paragraphs.append(read_inline(each, context, f"第{number}段", look))
    notes = read_notes(context)
    read_margins(context)
    collector = context.collector
    return Inside(
        paragraphs,
        Reading("docx", collector.characters, (), collector.remarks, notes),
    )


def ins(*inside: str) -> str:
    """Return inserted XML."""
    return f"<w:ins {BY}>{''.join(inside)}</w:ins>"


def deleted(text: str) -> str:
    """Return a deleted run."""
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f"<w:del {BY}>{run}</w:del>"


def sign(kind: str, within: str = "") -> str:
    """Return a sign of a field: begin, separate, end."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{within}</w:fldChar></w:r>'


def code(text: str) -> str:
    """Return a field's code."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, *result: str) -> str:
    """Return a complex field; one without a result has no separator."""
    shown = sign("separate") + "".join(result) if result else ""
    return sign("begin") + code(instruction) + shown + sign("end")
