"""What every part of the reader needs of the file."""

from dataclasses import dataclass, field

from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.docx.package import Package
from disclosure.importer.readers.docx.progress import Progress
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.docx.styles import Styles


@dataclass(frozen=True)
class Context:
    """One file, while it is read.

    Attributes:
        collector: takes each of its characters once.
        revisions: which of both texts is read.
        styles: its styles, resolved.
        parts: its parts, bounded.
        progress: what goes on from one paragraph to the next.
        part: the part that is read, whose relationships count; the text if empty.

    """

    collector: Collector
    revisions: Revisions
    styles: Styles
    parts: Package
    progress: Progress = field(default_factory=Progress)
    part: str = ""
