"""Having a PDF opened by a process of its own, within limits of time and memory."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any, Final

from disclosure.errors import ExtraError, ImportRefusedError
from disclosure.importer.readers.options import MOST_CHARACTERS, ReadOptions
from disclosure.importer.readers.pdf.limits import (
    BROKEN,
    ENCRYPTED,
    MEMORY,
    MOST_PAGES,
    SECONDS,
    TOO_LONG,
    TOO_MUCH,
)

# Of the size of type; columns of a table stand further apart.
_NEAR: Final = 0.8
_CHILD = "disclosure.importer.readers.pdf.child"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; places in points from the lower left corner, ``base`` of its letters."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines in the order of the file, how many pictures and thin lines it has."""

    width: float
    height: float
    lines: tuple[Line, ...]
    images: int
    rules: int


def pages_of(data: bytes, options: ReadOptions) -> tuple[Page, ...]:
    """Return the pages of a PDF.

    Raises:
        ImportRefusedError: it is damaged, encrypted, too long, or takes too much.
        ExtraError: the package that opens PDFs is not installed.

    """
    if find_spec("pypdfium2") is None:
        raise ExtraError("pdf-text")
    seconds, memory = min(options.seconds, SECONDS), MEMORY + 2 * len(data)
    command = [sys.executable, "-P", "-m", _CHILD, str(max(1, int(seconds))), str(memory)]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(each for each in sys.path if each))
    try:
        done = subprocess.run(  # noqa: S603 - this program's own module
            command, input=data, capture_output=True, timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise ImportRefusedError("import.file.pdf_slow") from None
    if done.returncode == TOO_LONG:
        count = done.stdout.decode("ascii", "replace") or "?"
        raise ImportRefusedError("import.file.pdf_pages", count=count, limit=str(MOST_PAGES))
    if done.returncode == TOO_MUCH:
        count = done.stdout.decode("ascii", "replace") or "?"
        raise ImportRefusedError("import.file.long", count=count, limit=str(MOST_CHARACTERS))
    if done.returncode == ENCRYPTED:
        raise ImportRefusedError("import.file.encrypted")
    if done.returncode == BROKEN:
        raise ImportRefusedError("import.file.pdf_broken")
    if done.returncode:
        raise ImportRefusedError("import.file.pdf_slow")
    return tuple(_page(page) for page in json.loads(done.stdout)["pages"])


def _page(page: dict[str, Any]) -> Page:
    lines = _in_order(_whole([Line(**line) for line in page["lines"]]))
    return Page(page["width"], page["height"], lines, page["images"], page["rules"])


def _whole(lines: list[Line]) -> list[Line]:
    """Return lines that the library cut at a quotation mark as the one line that they are."""
    whole: list[Line] = []
    for line in lines:
        last = whole[-1] if whole else None
        near = line.size * _NEAR
        if (
            last is not None
            and abs(line.base - last.base) < line.size / 4
            and last.left < line.left
            and abs(line.left - last.right) < near
        ):
            right = max(last.right, line.right)
            whole[-1] = replace(last, text=last.text + line.text, right=right)
        else:
            whole.append(line)
    return whole


def _in_order(lines: list[Line]) -> tuple[Line, ...]:
    """Return lines with what stands above all others first, and below all others last.

    Programs write heads and feet before or behind the text; all else is in reading order.
    """
    for last in (False, True):
        order = sorted(lines, key=lambda line: -line.base)
        if len(order) > 1:
            outer = order.pop(-1 if last else 0)
            lines = [line for line in lines if line is not outer]
            lines.insert(len(lines) if last else 0, outer)
    return tuple(lines)
