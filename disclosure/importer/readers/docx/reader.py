"""A .docx, read."""

from collections import Counter
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.docx.body import Body
from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.margins import read_margins
from disclosure.importer.readers.docx.notes import read_notes
from disclosure.importer.readers.docx.package import Package
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.docx.styles import Styles
from disclosure.importer.readers.docx.xml_tree import child
from disclosure.importer.readers.options import refuse_cells
from disclosure.importer.reading import Reading

# Those of cells too; three hundred pages or so.
MOST_PARAGRAPHS: Final = 15_000
# Word parts a line into two or three where its spelling or its letters change.
MOST_RUNS: Final = 30_000


def read_docx(data: bytes, revisions: Revisions) -> Reading:
    """Return what a .docx holds; nothing that it names outside itself is fetched.

    Args:
        data: the file.
        revisions: which text of a marked-up file is read; the changes are listed either way.

    Raises:
        ImportRefusedError: it is another kind of file, protected, damaged, or too large.

    """
    parts = Package(data)
    body = child(parts.root(parts.main), "w:body")
    if body is not None:
        _refuse_much(body, parts.main)
    collector = Collector()
    context = Context(collector, revisions, Styles(parts), parts)
    blocks = Body(context).read(body)
    notes = read_notes(context)
    read_margins(context)
    _list_remote(parts, collector)
    return Reading(
        kind="docx",
        characters=collector.characters,
        blocks=blocks,
        remarks=collector.remarks,
        notes=notes,
        bookmarks=tuple(context.progress.named),
    )


def _refuse_much(body: Element, part: str) -> None:
    """Refuse what has more of anything than a notice, before each of it is followed."""
    counts = Counter(each.tag for each in body.iter())
    if counts["w:p"] > MOST_PARAGRAPHS or counts["w:r"] > MOST_RUNS:
        raise ImportRefusedError("import.word.nested", part=part)
    refuse_cells(counts["w:tc"])


def _list_remote(parts: Package, collector: Collector) -> None:
    """List what the file would have Word fetch: a template, a picture, a linked file."""
    for part in (parts.main, *parts.related("settings")):
        for each in parts.relations(part).values():
            if each.external and each.kind != "hyperlink":
                said = {"kind": each.kind, "target": each.target}
                collector.remark("import.word.remote", said, part)
