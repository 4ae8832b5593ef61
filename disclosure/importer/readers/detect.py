"""From a file's bytes to its ``Reading``: which reader takes it, or why none does."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import PurePath
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.kinds import kind_of
from disclosure.importer.readers.options import (
    LARGEST,
    LARGEST_PAGE,
    LARGEST_TEXT,
    LONGEST_PARAGRAPH,
    MOST_PARAGRAPHS,
    ReadOptions,
    refuse_cells,
    refuse_characters,
)
from disclosure.importer.reading import Block, Cell, Paragraph, Reading, Remark, Table

# What nobody reads, with the sentence that says what to do.
_REFUSED: Final = {
    "empty": "import.file.empty",
    "encrypted": "import.file.encrypted",
    "mhtml": "import.file.mhtml",
    "ofd": "import.file.ofd",
    "other_text": "import.file.other_text",
    "packed": "import.file.packed",
    "picture": "import.file.picture",
    "sheet": "import.file.sheet",
    "slides": "import.file.slides",
    "unknown": "import.file.unknown",
    "xml": "import.file.bare_xml",
}
_LIMITS: Final = {"txt": LARGEST_TEXT, "md": LARGEST_TEXT, "html": LARGEST_PAGE}
# What a name promises; a file that is something else is read, and that is said.
_SUFFIXES: Final = {
    "docx": {".docx", ".wps"},
    "doc": {".doc", ".wps", ".dot", ".wpt"},
    "odt": {".odt"},
    "rtf": {".rtf", ".doc"},
    "pdf": {".pdf"},
    "html": {".html", ".htm", ".shtml", ".xhtml"},
    "md": {".md", ".markdown"},
}
_NAMED: Final = frozenset(
    {*[".docx", ".docm", ".doc", ".wps", ".pdf", ".xlsx", ".xls", ".ofd", ".odt", ".rtf"]}
)


def read_file(name: str, data: bytes, options: ReadOptions) -> Reading:
    """Return what a file says.

    Args:
        name: of the file, for its suffix; ``-`` where there is none.
        data: its bytes.
        options: choices.

    Raises:
        ImportRefusedError: it is of a kind that is not read, protected, broken, too large,
            or without text; its sentence says what to do.
        ExtraError: the packages for its kind are not installed.

    """
    if len(data) > LARGEST:
        raise _too_large(len(data), LARGEST)
    kind = kind_of(name, data)
    if kind in _REFUSED:
        raise ImportRefusedError(_REFUSED[kind])
    if len(data) > _LIMITS.get(kind, LARGEST):
        raise _too_large(len(data), _LIMITS[kind])
    reading = _read(kind, data, options)
    if not any(isinstance(block, Paragraph | Table) for block in reading.blocks):
        raise ImportRefusedError("import.file.no_text")
    _refuse_long(reading)
    return _with_kind_told(name, kind, reading)


def _refuse_long(reading: Reading) -> None:
    """Refuse what no notice has: each later step looks at every character several times."""
    refuse_characters(len(reading.characters))
    if (count := len(reading.blocks)) > MOST_PARAGRAPHS:
        limit = str(MOST_PARAGRAPHS)
        raise ImportRefusedError("import.file.many_paragraphs", count=str(count), limit=limit)
    refuse_cells(sum(1 for _ in _cells(reading.blocks)))
    paragraphs = (block for block in reading.blocks if isinstance(block, Paragraph))
    longest = max((len(each.text) for each in paragraphs), default=0)
    if longest > LONGEST_PARAGRAPH:
        raise ImportRefusedError("import.file.long_paragraph", count=str(longest))


def _cells(blocks: Iterable[Block]) -> Iterator[Cell]:
    """Yield the cells of all tables, of those in cells too, however deep."""
    waiting = [block for block in blocks if isinstance(block, Table)]
    while waiting:
        for cell in chain.from_iterable(waiting.pop().rows):
            yield cell
            waiting += [block for block in cell.blocks if isinstance(block, Table)]


def _read(kind: str, data: bytes, options: ReadOptions) -> Reading:
    # Imported here: each kind needs modules, or packages, that the others do not.
    if kind == "txt":
        from disclosure.importer.readers.plain import read_plain

        return read_plain(data)
    if kind == "md":
        from disclosure.importer.readers.markdown_text import read_markdown

        return read_markdown(data)
    if kind == "html":
        from disclosure.importer.readers.html.page import read_page

        return read_page(data, options)
    if kind == "pdf":
        from disclosure.importer.readers.pdf.document import read_pdf

        return read_pdf(data, options)
    if kind in {"doc", "odt", "rtf"}:
        from disclosure.importer.readers.legacy import as_docx

        data = as_docx(kind, data, options)
    return _read_docx(data, options)


def _read_docx(data: bytes, options: ReadOptions) -> Reading:
    from disclosure.importer.readers.docx.reader import read_docx
    from disclosure.importer.readers.docx.revisions import Revisions

    return read_docx(data, Revisions(options.revisions))


def _with_kind_told(name: str, kind: str, reading: Reading) -> Reading:
    suffix = PurePath(name).suffix.lower()
    if suffix in _SUFFIXES.get(kind, {suffix}) or (kind == "txt" and suffix not in _NAMED):
        return reading
    if not suffix:
        return reading
    told = Remark("import.file.other_kind", {"name": suffix, "kind": kind})
    return replace(reading, remarks=(told, *reading.remarks))


def _too_large(size: int, limit: int) -> ImportRefusedError:
    mebibyte = 1024 * 1024
    return ImportRefusedError(
        "import.file.large", size=str(size // mebibyte + 1), limit=str(limit // mebibyte)
    )
