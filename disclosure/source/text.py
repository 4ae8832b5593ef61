"""Bytes to text: one encoding, no characters that hide, and a plain word about what is wrong."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

MAX_BYTES = 4 * 1024 * 1024

# C0 and C1 controls but Tab and line ends; U+2028/2029 are line ends to YAML and to no editor;
# bidirectional controls show a reader other text than the file holds (CVE-2021-42574).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class TextFault:
    """A fault of the text itself.

    Attributes:
        code: message code.
        line: 1-based; 0 where the whole file is meant.
        column: 1-based, in code points.
        params: what the message's sentence is filled with.
        excerpt: the source line, where it can be shown.

    """

    code: str
    line: int = 0
    column: int = 0
    params: tuple[tuple[str, str], ...] = ()
    excerpt: str = ""


def decode(data: bytes) -> tuple[str, list[TextFault]]:
    """Return the text with LF line ends and without a byte order mark, and what is wrong with it.

    Args:
        data: a whole file; at most ``MAX_BYTES``, which no notice comes near.

    """
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1024 / 1024:.0f}"
        limit = str(MAX_BYTES // 1024 // 1024)
        return "", [TextFault("text.large", params=(("size", size), ("limit", limit)))]
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or _looks_like_utf16(data):
        return "", [TextFault("text.utf16")]
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return "", [_undecodable(data, error.start)]
    text = _LINE_END.sub("\n", text)
    if not text.strip():
        return "", [TextFault("text.empty")]
    return text, [_forbidden(text, match.start()) for match in _FORBIDDEN.finditer(text)][:20]


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:512]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) // 8 and min(even, odd) == 0


def _undecodable(data: bytes, start: int) -> TextFault:
    before = data[:start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode(errors="replace")) + 1
    raw = data.split(b"\n")[line - 1].rstrip(b"\r")
    try:
        data.decode("gb18030")
        return TextFault("text.gbk", line, column, excerpt=raw.decode("gb18030"))
    except UnicodeDecodeError:
        return TextFault("text.encoding", line, column, excerpt=raw.decode(errors="replace"))


def _forbidden(text: str, start: int) -> TextFault:
    line = text.count("\n", 0, start) + 1
    first = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    excerpt = _FORBIDDEN.sub("\ufffd", text[first : end if end >= 0 else None])
    point = f"U+{ord(text[start]):04X}"
    return TextFault(
        "text.character", line, start - first + 1, params=(("point", point),), excerpt=excerpt
    )
