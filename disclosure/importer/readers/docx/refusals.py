"""What lies under a name .docx and is none: told apart by its first bytes and its streams."""

from typing import Final

from disclosure.errors import ImportRefusedError

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_LOOKED_AT: Final = 4096
# What a compound file's directory calls its streams.
_STREAMS: Final = (
    ("EncryptionInfo", "import.word.encrypted"),
    ("EncryptedPackage", "import.word.encrypted"),
    ("WordDocument", "import.word.old_doc"),
    ("Workbook", "import.word.sheet"),
    ("PowerPoint Document", "import.word.slides"),
)
_STARTS: Final = (
    (b"{\\rtf", "import.word.rtf"),
    (b"%pdf-", "import.word.pdf"),
    (b"mime-version:", "import.word.html"),
)
_TAGS: Final = (b"<html", b"<!doctype html", b"<head", b"<body", b"<table", b"<div", b"<p")


def refuse_other_kinds(data: bytes) -> None:
    """Refuse a file that is no zip, and say what it is.

    Raises:
        ImportRefusedError: it is empty, a .doc, encrypted, HTML, RTF, PDF, or not known.

    """
    if data.startswith(_ZIP):
        return
    if not data:
        raise ImportRefusedError("import.word.empty")
    if data.startswith(_OLE):
        for stream, code in _STREAMS:
            if stream.encode("utf-16-le") in data:
                raise ImportRefusedError(code)
        raise ImportRefusedError("import.word.old_doc")
    start = _plain(data[:_LOOKED_AT])
    for sign, code in _STARTS:
        if start.startswith(sign):
            raise ImportRefusedError(code)
    if start.startswith(b"<") and any(tag in start for tag in _TAGS):
        raise ImportRefusedError("import.word.html")
    raise ImportRefusedError("import.word.no_word_file")


def _plain(start: bytes) -> bytes:
    """Return the start in lower case, one byte a character, without a mark of byte order."""
    for mark in (b"\xff\xfe", b"\xfe\xff"):
        if start.startswith(mark):
            start = start.replace(b"\x00", b"").removeprefix(mark)
    return start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
