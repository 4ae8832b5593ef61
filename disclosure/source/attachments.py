"""What attached files say of themselves besides their text: authors, comments, hidden parts.

Looked for in the places where word processors put them; nothing is unpacked to disk, and no
more of a file is read than is looked at.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape

_MOST = 4 * 1024 * 1024
Fact = tuple[str, str]
_VANISHED = re.compile(rb"<w:vanish/>.{0,400}?<w:t[^>]*>([^<]+)<", re.DOTALL)
_UNSHOWN = re.compile(rb"<sheet [^>]*name=\"([^\"]*)\"[^>]*state=\"(?:veryH|h)idden\"")
# Office Open XML: part, what to look for, and what office programs call it.
_FIELDS = (
    ("docProps/core.xml", re.compile(rb"<dc:creator>([^<]+)<"), "作者"),
    ("docProps/core.xml", re.compile(rb"<cp:lastModifiedBy>([^<]+)<"), "最后保存者"),
    ("docProps/app.xml", re.compile(rb"<Manager>([^<]+)<"), "经理"),
    ("docProps/app.xml", re.compile(rb"<Company>([^<]+)<"), "单位"),
    ("word/document.xml", re.compile(rb"<w:(?:ins|del) [^>]*w:author=\"([^\"]*)\""), "修订"),
    ("word/document.xml", _VANISHED, "隐藏文字"),
    ("word/comments.xml", re.compile(rb"<w:comment [^>]*w:author=\"([^\"]*)\""), "批注"),
    ("xl/workbook.xml", _UNSHOWN, "隐藏工作表"),
)  # fmt: skip
_PDF_FIELD = re.compile(
    rb"/(Author|Creator)\s*\(((?:\\.|[^\\()]){1,200})\)|/(Author)\s*<([0-9A-Fa-f]{4,400})>"
)
_XMP_AUTHOR = re.compile(rb"<dc:creator>.{0,200}?<rdf:li[^>]*>([^<]+)<", re.DOTALL)


def facts_of(data: bytes) -> tuple[Fact, ...]:
    """Return what a file tells of its making, as (kind, text); each once, in a fixed order.

    Args:
        data: the file's bytes, of any format; of an unknown one nothing is said.

    """
    if data.startswith(b"PK\x03\x04"):
        found = _in_office(data)
    elif data.startswith(b"%PDF-"):
        found = _in_pdf(data)
    elif data.startswith(b"\xff\xd8\xff"):
        found = iter((("拍摄信息", "Exif"),) if b"Exif\0\0" in data[:65536] else ())
    else:
        return ()
    return tuple(dict.fromkeys((kind, text.strip()) for kind, text in found if text.strip()))


def _in_office(data: bytes) -> Iterator[Fact]:
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in {name for name, _, _ in _FIELDS} & set(archive.namelist()):
                with archive.open(name) as part:
                    parts[name] = part.read(_MOST)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        return
    for name, pattern, kind in _FIELDS:
        for match in pattern.finditer(parts.get(name, b"")):
            yield kind, unescape(match[1].decode("utf-8", "replace"))


def _in_pdf(data: bytes) -> Iterator[Fact]:
    for match in _PDF_FIELD.finditer(data):
        if match[1] == b"Author":
            yield "作者", _pdf_text(re.sub(rb"\\(.)", rb"\1", match[2]))
        elif match[3]:
            yield "作者", _pdf_text(bytes.fromhex(match[4].decode()[: len(match[4]) // 2 * 2]))
    for match in _XMP_AUTHOR.finditer(data):
        yield "作者", unescape(match[1].decode("utf-8", "replace"))


def _pdf_text(raw: bytes) -> str:
    """Decode a text string (ISO 32000-1, 7.9.2.2)."""
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("utf-8", "replace")
