"""The process that opens a PDF: what the library does with a hostile one ends with it.

Reads the file from standard input, writes JSON to standard output. Exit statuses: 0 read,
3 damaged, 4 encrypted, 5 too many pages, 6 too many characters, 7 too much work; anything else
is a crash.
"""

import contextlib
import ctypes
import json
import math
import signal
import sys
import time
from itertools import pairwise
from typing import Any, Final, NamedTuple

from disclosure.importer.readers.options import MOST_CHARACTERS
from disclosure.importer.readers.pdf.limits import (
    BROKEN,
    ENCRYPTED,
    MOST_PAGES,
    SECONDS_A_CHARACTER,
    SECONDS_AT_FIRST,
    TOO_LONG,
    TOO_MUCH,
    TOO_SLOW,
)

_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_PATH, _IMAGE = 2, 3
_MOST_OBJECTS: Final = 5000
_THIN: Final = 2.5  # points; a line of a table, or the stroke of its frame
_BLANK: Final = 0x20
_HYPHENS: Final = frozenset({0x02, 0xFFFE})  # pdfium's sign of a hyphen at a line's end
_LINE_ENDS: Final = frozenset({0x0A, 0x0D})
_STRETCHED: Final = 1.3  # of the usual gap of a line
_SPACING: Final = 0.45  # of the size of type: what programs set between Han and Latin letters
_HAN: Final = "\u2e80"  # the first of the wide characters


class _Letter(NamedTuple):
    """A character of a line: its place, and whether it is seen, or a blank that pdfium made."""

    char: str
    left: float
    right: float
    at: int
    boxed: bool
    made: bool


def main(seconds: int, memory: int) -> int:
    """Read a PDF within limits; return the exit status."""
    # Not everywhere, and not needed where the parent's clock is the only limit.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import pypdfium2.raw as pdfium

    data = sys.stdin.buffer.read()
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return ENCRYPTED if pdfium.FPDF_GetLastError() == _PASSWORD else BROKEN
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        sys.stdout.write(str(count))
        return TOO_LONG
    pages: list[dict[str, Any]] = []
    work = _Work()
    try:
        for number in range(count):
            work.go_on()
            pages.append(_page(pdfium, document, number, work))
    except _RefusedError as refused:
        sys.stdout.write(str(work.characters))
        return refused.status
    sys.stdout.write(json.dumps({"pages": pages}))
    sys.stdout.flush()
    return 0


class _RefusedError(Exception):
    """The file takes more than any notice."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Work:
    """How many characters there are so far, and how much time may go by for them.

    A page may hold nothing and take minutes, and the library cannot be interrupted: the system
    ends the process then, where it can.
    """

    def __init__(self) -> None:
        self.characters = 0
        self._begun = time.process_time()

    def read(self, count: int) -> None:
        """Note characters that are about to be read."""
        self.characters += count
        if self.characters > MOST_CHARACTERS:
            raise _RefusedError(TOO_MUCH)
        self.go_on()

    def go_on(self) -> None:
        """Allow the time for what there is."""
        allowed = SECONDS_AT_FIRST + self.characters * SECONDS_A_CHARACTER
        left = allowed - (time.process_time() - self._begun)
        if left <= 0:
            raise _RefusedError(TOO_SLOW)
        with contextlib.suppress(AttributeError, OSError):
            signal.setitimer(signal.ITIMER_PROF, left)


def _page(pdfium: Any, document: Any, number: int, work: _Work) -> dict[str, Any]:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {"width": 0, "height": 0, "lines": [], "images": 0, "rules": 0}
    text = pdfium.FPDFText_LoadPage(page)
    lines = _lines(pdfium, text, work) if text else []
    images, rules = _objects(pdfium, page)
    found = {
        "width": pdfium.FPDF_GetPageWidthF(page),
        "height": pdfium.FPDF_GetPageHeightF(page),
        "lines": lines,
        "images": images,
        "rules": rules,
    }
    if text:
        pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return found


def _lines(pdfium: Any, text: Any, work: _Work) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    letters: list[_Letter] = []
    box = pdfium.FS_RECTF()
    count = pdfium.FPDFText_CountChars(text)
    work.read(max(count, 0))
    for at in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(text, at) if at < count else 0x0A
        if code in _LINE_ENDS:
            if any(each.boxed for each in letters):
                lines.append(_line(pdfium, text, letters))
            letters = []
            continue
        char = "-" if code in _HYPHENS else chr(code) if code < 0x110000 else "\ufffd"
        last = letters[-1].right if letters else 0.0
        boxed = bool(pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)))
        left, right = (box.left, box.right) if boxed else (last, last)
        made = code == _BLANK and pdfium.FPDFText_IsGenerated(text, at) == 1
        letters.append(_Letter(char, left, right, at, boxed and not char.isspace(), made))
    return lines


def _line(pdfium: Any, text: Any, letters: list[_Letter]) -> dict[str, Any]:
    seen = [each for each in letters if each.boxed]
    # Its middle: a number before a heading may be of another size.
    base, size = _type(pdfium, text, seen[len(seen) // 2].at)
    if any(after.left < before.left - size / 4 for before, after in pairwise(seen)):
        # A sign of another font may be written behind those that follow it.
        letters = sorted(letters, key=lambda each: each.left)
        seen = sorted(seen, key=lambda each: each.left)
    chars = "".join(each.char for each in _without_air(letters, size))
    # Halves of surrogate pairs are put together, lone ones replaced.
    return {
        "text": chars.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"),
        "left": min(each.left for each in seen),
        "right": max(each.right for each in seen),
        "base": base,
        "size": size,
    }


def _without_air(letters: list[_Letter], size: float) -> list[_Letter]:
    """Return letters without blanks that are in no file: the air that programs set.

    They set it between Han and Latin letters, and between all of a line to fill it.
    """
    if not any(each.made for each in letters):
        return letters
    seen = [each for each in letters if each.boxed]
    gaps = sorted(after.left - before.right for before, after in pairwise(seen))
    usual = gaps[len(gaps) // 2] if gaps else 0
    most = max(0, usual) * _STRETCHED + size * _SPACING
    left: list[_Letter] = []
    number = 0  # of those seen before
    for each in letters:
        number += each.boxed
        if each.made and 0 < number < len(seen):
            before, after = seen[number - 1], seen[number]
            wide = max(before.char, after.char) >= _HAN
            if wide and after.left - before.right < most:
                continue
        left.append(each)
    return left


def _type(pdfium: Any, text: Any, at: int) -> tuple[float, float]:
    """Return where a character stands, and its size as printed: the font's, by its matrix."""
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(across), ctypes.byref(up))
    size = float(pdfium.FPDFText_GetFontSize(text, at))
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix)):
        size *= math.hypot(matrix.c, matrix.d)
    return up.value, size


def _objects(pdfium: Any, page: Any) -> tuple[int, int]:
    """Return how many pictures and how many thin lines a page has."""
    images = rules = 0
    sides = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        each = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(each)
        images += kind == _IMAGE
        if kind == _PATH and pdfium.FPDFPageObj_GetBounds(
            each, *(ctypes.byref(side) for side in sides)
        ):
            wide = sides[2].value - sides[0].value
            high = sides[3].value - sides[1].value
            rules += min(wide, high) < _THIN < max(wide, high)
    return images, rules


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
