"""Which kind a file is: by its content first; its name decides only between kinds of text."""

import io
import re
import zipfile
from pathlib import PurePath
from typing import Final

from disclosure.importer.readers import ole

_LOOKED_AT: Final = 4096
_MOST_PARTS: Final = 20_000

_MAGIC: Final = (
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\0\0\0\x18ftyp", "picture"),
    (b"\0\0\0\x1cftyp", "picture"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
    (b"\x1f\x8b", "packed"),
    (b"BZh", "packed"),
    (b"\xfd7zXZ", "packed"),
    (b"MZ", "unknown"),
    (b"\x7fELF", "unknown"),
)
# Of an OLE file: a stream, and what the file is.
_STREAMS: Final = (
    ("EncryptedPackage", "encrypted"),
    ("EncryptionInfo", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "sheet"),
    ("Book", "sheet"),
    ("PowerPoint Document", "slides"),
)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<\?xml[\s>]", re.IGNORECASE)
_MHTML: Final = re.compile(
    rb"(?:From:|MIME-Version:|Subject:|Snapshot-Content-Location:)", re.IGNORECASE
)
_OTHER_TEXTS: Final = frozenset({".yaml", ".yml", ".json", ".csv", ".xml", ".svg", ".py", ".js"})
_BY_NAME: Final = {".md": "md", ".markdown": "md"}
_PAGES: Final = frozenset({".html", ".htm", ".shtml", ".xhtml"})


def kind_of(name: str, data: bytes) -> str:
    """Return the kind of a file.

    Args:
        name: of the file, or ``-``.
        data: its bytes.

    Returns:
        ``docx`` (also what its reader refuses), ``doc``, ``odt``, ``rtf``, ``pdf``, ``html``,
        ``md``, ``txt``; or what nobody reads: ``empty``, ``encrypted``, ``sheet``, ``slides``,
        ``ofd``, ``picture``, ``packed``, ``mhtml``, ``xml``, ``other_text``, ``unknown``.

    """
    if not data.strip():
        return "empty"
    if data.startswith(ole.MAGIC):
        return _of_ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "picture"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _of_text(name, data)


def _of_text(name: str, data: bytes) -> str:
    suffix = PurePath(name).suffix.lower()
    start = data[:_LOOKED_AT].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")
    start = start.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    if suffix in _BY_NAME:
        return _BY_NAME[suffix]
    if _MHTML.match(start) and b"boundary=" in start:
        return "mhtml"
    if _PAGE.search(start) and (start.startswith(b"<") or suffix in _PAGES):
        return "html"
    if _XML.match(start):
        return "xml"
    if suffix in _PAGES:
        return "html"
    return "other_text" if suffix in _OTHER_TEXTS else "txt"


def _of_ole(data: bytes) -> str:
    names = ole.stream_names(data)
    kind = next((kind for stream, kind in _STREAMS if stream in names), "unknown")
    if kind == "doc":
        # FibBase, flags: fEncrypted ([MS-DOC] 2.5.2).
        start = ole.stream_start(data, names["WordDocument"], 12)
        if len(start) == 12 and start[:2] == b"\xec\xa5" and start[11] & 1:
            return "encrypted"
    return kind


def _of_zip(data: bytes) -> str:
    """Look at the names only; sizes and contents are the reader's to bound."""
    if data.count(b"PK\x01\x02") > _MOST_PARTS:
        return "packed"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = {info.filename.replace("\\", "/") for info in packed.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return "docx"  # its reader says that it is damaged
    if "OFD.xml" in names:
        return "ofd"
    starts = {name.split("/")[0] for name in names}
    if "content.xml" in names and "META-INF" in starts:
        return "odt"
    if "xl" in starts:
        return "sheet"
    if "ppt" in starts:
        return "slides"
    return "docx" if "[Content_Types].xml" in names or "word" in starts else "packed"
