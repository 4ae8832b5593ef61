"""What the one who imports may choose about reading a file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.docx.revisions import Revisions

# No notice with its photographs comes near; a film or a scan of a book does.
LARGEST: Final = 64 * 1024 * 1024
# Of a file that is text throughout: a third of a million Han characters.
LARGEST_TEXT: Final = 1024 * 1024
# Of all kinds; sixty pages have forty thousand, a year's final accounts a hundred thousand.
MOST_CHARACTERS: Final = 200_000
LONGEST_PARAGRAPH: Final = 50_000
MOST_PARAGRAPHS: Final = 3_000
# Of all tables together: a ledger of a thousand rows.
MOST_CELLS: Final = 10_000
# A saved page holds its pictures and scripts, too.
LARGEST_PAGE: Final = 16 * 1024 * 1024


def refuse_characters(count: int) -> None:
    """Refuse a text longer than any notice is; a reader may ask before it takes it apart.

    Raises:
        ImportRefusedError: it is longer.

    """
    if count > MOST_CHARACTERS:
        raise ImportRefusedError("import.file.long", count=str(count), limit=str(MOST_CHARACTERS))


def refuse_cells(count: int) -> None:
    """Refuse tables of more cells than any notice has; a reader may ask before it makes them.

    Raises:
        ImportRefusedError: there are more.

    """
    if count > MOST_CELLS:
        raise ImportRefusedError("import.file.many_cells", count=str(count), limit=str(MOST_CELLS))


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Choices for ``read_file``.

    Attributes:
        revisions: which text of a marked-up file is read, a value of ``Revisions``.
        soffice: LibreOffice's program for old kinds of files; looked for where it is None.
        seconds: that the reading of a PDF, or LibreOffice, may take.

    """

    revisions: str = Revisions.FINAL
    soffice: Path | None = None
    seconds: float = 60
