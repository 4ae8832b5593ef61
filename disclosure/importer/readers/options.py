"""What the one who imports may choose about reading a file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from disclosure.importer.readers.docx.revisions import Revisions

# No notice with its photographs comes near; a film or a scan of a book does.
LARGEST: Final = 64 * 1024 * 1024
# Of a file that is text throughout: a third of a million Han characters.
LARGEST_TEXT: Final = 1024 * 1024
# Of all kinds; sixty pages have forty thousand, a year's final accounts a hundred thousand.
MOST_CHARACTERS: Final = 200_000
LONGEST_PARAGRAPH: Final = 50_000
MOST_PARAGRAPHS: Final = 3_000
# A saved page holds its pictures and scripts, too.
LARGEST_PAGE: Final = 16 * 1024 * 1024


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
