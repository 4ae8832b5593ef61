"""From bytes to text: UTF-8, UTF-16 and GB 18030 told apart; nothing is guessed silently."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from disclosure.errors import ImportRefusedError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Chinese text in UTF-16 is made of, and what other bytes hardly ever are.
_USUAL: Final = re.compile(
    "[\n\r\t\x20-\x7e\u00b7\u2014\u2018-\u201d\u2026\u3000-\u3015一-龥！-～]"
)
_PAIR: Final = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
# Pairs of GB 2312, which is all that official text is written with but for rare names.
_GB2312: Final = re.compile(rb"[\xa1-\xa9\xb0-\xf7][\xa1-\xfe]")
# The more frequent half of Big5, and its punctuation.
_BIG5: Final = re.compile(rb"[\xa1-\xa3\xa4-\xc6][\x40-\x7e\xa1-\xfe]")
_SAMPLE: Final = 200_000
_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Share of characters, or pairs, that must be usual ones.
_NEARLY_ALL: Final = 0.95
_MOST: Final = 0.85
# Share of broken sequences up to which a file is UTF-8 with damage, and no other encoding.
_DAMAGE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""A text with ``\\n`` at its line ends and without a byte order mark, and its encoding."""

    text: str
    encoding: str


def decode(data: bytes, declared: str = "") -> Decoded:
    """Return the text of a file.

    Args:
        data: its bytes.
        declared: the encoding that the file names itself, as a page does; used if it fits.

    Raises:
        ImportRefusedError: the bytes fit no encoding; it names the line and the byte.

    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, len(mark))
    name = known_encoding(declared)
    if name:
        try:
            return Decoded(_lines(data.decode(name)), name)
        except UnicodeDecodeError:
            pass
    return _recognised(data)


def known_encoding(declared: str) -> str:
    """Return Python's name of an encoding as pages declare it; empty if it is none of ours."""
    name = declared.strip().lower().replace("_", "-")
    if name in {"gb2312", "gbk", "gb18030", "gb-2312", "cp936", "x-gbk"}:
        return "gb18030"
    if name in {"big5", "big5-hkscs", "x-x-big5"}:
        return "big5hkscs"
    return {"utf-8": "utf-8", "utf8": "utf-8"}.get(name, "")


def _recognised(data: bytes) -> Decoded:
    try:
        return Decoded(_lines(data.decode("utf-8")), "utf-8") if b"\0" not in data else _wide(data)
    except UnicodeDecodeError as error:
        if _is_damaged(data):
            raise _refused(data, error.start, "UTF-8") from None
    usual = _share(_GB2312, data)
    if usual < _MOST:
        if _looks_wide(data):
            return _wide(data)
        if _share(_BIG5, data) > _NEARLY_ALL and _fits(data, "big5hkscs"):
            return Decoded(_lines(data.decode("big5hkscs")), "big5hkscs")
    return _strictly(data, "gb18030", 0)


def _is_damaged(data: bytes) -> bool:
    """Say whether nearly all of what is not ASCII is UTF-8: then it is nothing else."""
    text = data[:_SAMPLE].decode("utf-8", "replace") + data[-_SAMPLE:].decode("utf-8", "replace")
    others = sum(1 for char in text if char > "\x7f")
    return text.count("\ufffd") <= max(1, others * _DAMAGE) and others > 2


def _looks_wide(data: bytes) -> bool:
    return len(data) % 2 == 0 and max(_usual(data, "utf-16-le"), _usual(data, "utf-16-be")) > (
        _NEARLY_ALL
    )


def _wide(data: bytes) -> Decoded:
    """Return UTF-16 without a mark; a text with NUL bytes is that or none."""
    little, big = _usual(data, "utf-16-le"), _usual(data, "utf-16-be")
    if max(little, big) < _NEARLY_ALL:
        raise ImportRefusedError("import.file.unknown")
    return _strictly(data, "utf-16-le" if little >= big else "utf-16-be", 0)


def _usual(data: bytes, encoding: str) -> float:
    text = data[:_SAMPLE].decode(encoding, "replace")
    return len(_USUAL.findall(text)) / max(1, len(text))


def _share(pattern: re.Pattern[bytes], data: bytes) -> float:
    pairs = _PAIR.findall(data[:_SAMPLE])
    return sum(1 for pair in pairs if pattern.fullmatch(pair)) / max(1, len(pairs))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _strictly(data: bytes, encoding: str, before: int) -> Decoded:
    try:
        return Decoded(_lines(data.decode(encoding)), encoding)
    except UnicodeDecodeError as error:
        raise _refused(data, error.start, encoding.upper(), before) from None


def _refused(data: bytes, at: int, encoding: str, before: int = 0) -> ImportRefusedError:
    line = str(data.count(b"\n", 0, at) + 1)
    return ImportRefusedError(
        "import.file.undecodable", encoding=encoding, line=line, byte=str(at + before + 1)
    )


def _lines(text: str) -> str:
    return _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
