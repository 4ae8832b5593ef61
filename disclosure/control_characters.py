"""No file that we make holds a control character, wherever it may have come from.

Content cannot hold one (``source.text`` refuses them) and nothing here makes one, so this never
speaks, unless a template or the program is at fault. Then nothing is published.
"""

import posixpath
import re

from disclosure.errors import OutputError
from disclosure.visible import visible

_TEXTS = frozenset(
    {".css", ".csv", ".html", ".js", ".json", ".jsonl", ".link", ".svg", ".txt", ".xml", ".yaml"}
)
# What was sealed stays as it was sealed, and attachments are other people's.
_NOT_OURS = re.compile(r"archive/[^/]+/\d+/|(?:notices/[^/]+/)?files/")
_C0 = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
# U+0080 to U+009F, and halves of surrogate pairs, in UTF-8.
_OTHERS = ((b"\xc2", re.compile(rb"\xc2[\x80-\x9f]")), (b"\xed", re.compile(rb"\xed[\xa0-\xbf].")))
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_AROUND = 60


def refuse_controls(place: str, data: bytes) -> None:
    """Do nothing where ``data`` is clean, or no text of ours.

    Args:
        place: of the file in the site, the delivery or the archive.
        data: its bytes.

    Raises:
        OutputError: a text holds a control character or half a surrogate pair.

    """
    if posixpath.splitext(place)[1] not in _TEXTS or _NOT_OURS.match(place):
        return
    # Looking for one byte after another takes a quarter of the time that leaving all of them
    # out of a copy does, and one pattern for all takes ten times as long as that.
    if any(byte in data for byte in _C0):
        _refuse(place, data, re.search(b"[" + re.escape(_C0) + b"]", data))
    for lead, pattern in _OTHERS:
        if lead in data:
            _refuse(place, data, pattern.search(data))


def spell_controls(text: str) -> str:
    """Return ``text`` with its control characters spelt out; tabs and line ends stay.

    Args:
        text: of a version that was sealed before files were looked at; comparisons quote it.

    """
    return _CONTROL.sub(lambda match: visible(match[0]), text)


def _refuse(place: str, data: bytes, found: re.Match[bytes] | None) -> None:
    if found:
        point = ord(found[0].decode("utf-8", "surrogatepass"))
        before = data[max(0, found.start() - _AROUND) : found.start()].decode("utf-8", "ignore")
        near = before.rpartition("\n")[2].rpartition(">")[2].strip()
        raise OutputError("output.control", path=place, point=f"U+{point:04X}", near=near)
