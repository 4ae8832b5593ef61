"""Printed sheets as pdftotext measures them."""

import re
import subprocess
from html import unescape
from pathlib import Path
from typing import NamedTuple

from tests.required import program

_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


class Word(NamedTuple):
    """A word and its box, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    """One page."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """All words without blanks between."""
        return "".join(word.text for word in self.words)


def sheets_of(pdf: Path) -> list[Sheet]:
    """Return the pages of a PDF."""
    command = [str(program("pdftotext")), "-bbox", str(pdf), "-"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sheets = []
    for page in out.split("<page")[1:]:
        size = _SIZE.search(page)
        assert size
        words = tuple(
            Word(*map(float, found[:4]), unescape(found[4])) for found in _WORD.findall(page)
        )
        sheets.append(Sheet(float(size[1]), float(size[2]), words))
    return sheets
