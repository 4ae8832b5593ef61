"""Text boxes: which of their lines is the head of the office's letter paper."""

import re
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.rows import raw_text
from disclosure.importer.readers.docx.xml_tree import value

# A line that says for whom it is not meant is never dropped without being read.
_SECRECY: Final = re.compile("秘密|机密|绝密|内部|征求意见|草稿|送审")
_SHORTEST: Final = 6
_LONGEST: Final = 40
_LARGE: Final = 52  # half points
_STRONG: Final = 0xB0
_WEAK: Final = 0x50


def is_red_head(paragraph: Element) -> bool:
    """Say whether a paragraph of a box is a red head: …文件, or large and red, and no sentence."""
    text = "".join(raw_text(paragraph).split())
    if not _SHORTEST <= len(text) <= _LONGEST or _SECRECY.search(text) or text[-1] in "。；：，":
        return False
    return text.endswith("文件") or any(
        _is_red(value(run, "w:rPr/w:color")) and _half_points(run) >= _LARGE
        for run in paragraph.iter("w:r")
    )


def _is_red(colour: str) -> bool:
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour):
        return False
    red, *others = bytes.fromhex(colour)
    return red >= _STRONG and max(others) <= _WEAK


def _half_points(run: Element) -> int:
    size = value(run, "w:rPr/w:sz")
    return int(size) if re.fullmatch("[0-9]{1,4}", size) else 0
