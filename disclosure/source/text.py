"""Bytes to text: one encoding, no characters that hide, and a plain word about what is wrong."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from disclosure.characters import REFUSED, refused_in

MAX_BYTES = 4 * 1024 * 1024

# In a file it is part of a line end; as an escape it is none.
_HIDDEN: Final = f"[\r{REFUSED}]"
_MOST_FORBIDDEN = 20
_REPLACEMENT = "\ufffd"


class TextFault(NamedTuple):
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


def fault_at(
    lines: Sequence[str],
    code: str,
    line: int,
    column: int,
    params: tuple[tuple[str, str], ...] = (),
) -> TextFault:
    """Return a fault at a place counted from 0, which is kept inside the file."""
    line = max(0, min(line, len(lines) - 1))
    excerpt = lines[line]
    return TextFault(code, line + 1, min(column, len(excerpt)) + 1, params, excerpt)


def hidden_character(text: str) -> str | None:
    """Return the code point of a character that no value may hold, as ``U+202E``; or None."""
    match = re.search(_HIDDEN, text)
    return _point(match[0]) if match else None


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
    data = data.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return "", [_undecodable(data, error.start)]
    if not text.strip():
        return "", [TextFault("text.empty")]
    found = islice(refused_in(text), _MOST_FORBIDDEN)
    return text, [_forbidden(text, match.start()) for match in found]


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:512]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) // 8 and min(even, odd) == 0


def _undecodable(data: bytes, start: int) -> TextFault:
    """Say which encoding it is; a file that is UTF-8 but for a few bytes was only damaged."""
    line = data.count(b"\n", 0, start) + 1
    first = data.rfind(b"\n", 0, start) + 1
    end = data.find(b"\n", start)
    encoding = "gb18030" if _looks_like_gbk(data) else "utf-8"
    code = "text.gbk" if encoding == "gb18030" else "text.encoding"
    column = len(data[first:start].decode(encoding, "replace")) + 1
    excerpt = data[first : end if end >= 0 else None].decode(encoding, "replace")
    return TextFault(code, line, min(column, len(excerpt) + 1), excerpt=excerpt)


def _looks_like_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    as_utf8 = data.decode(errors="replace")
    damaged = as_utf8.count(_REPLACEMENT)
    return damaged * 4 > sum(1 for character in as_utf8 if character > "\x7f") - damaged


def _forbidden(text: str, start: int) -> TextFault:
    line = text.count("\n", 0, start) + 1
    first = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    excerpt = re.sub(f"[{REFUSED}]", _REPLACEMENT, text[first : end if end >= 0 else None])
    params = (("point", _point(text[start])),)
    return TextFault("text.character", line, start - first + 1, params, excerpt)


def _point(character: str) -> str:
    return f"U+{ord(character):04X}"
