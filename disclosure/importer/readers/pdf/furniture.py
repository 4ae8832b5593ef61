"""What every page of a PDF repeats: numbers of pages and running heads."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from disclosure.importer.readers.pdf.process import Page

_DASHES: Final = r"[\s\-—–―－─·•．.]*"
_NUMBER: Final = re.compile(
    rf"{_DASHES}(?:第?\s*([0-9０-９]{{1,4}}|[ivxIVX]{{1,6}})\s*页?)"
    rf"(?:\s*[/／,，、]?\s*共?\s*[0-9０-９]{{1,4}}\s*页?)?{_DASHES}"
)
_CLEAR: Final = re.compile(r"[-—–―－─·/／页]")
_DIGITS: Final = re.compile("[0-9０-９]+")
_OUTERMOST: Final = 2  # lines at each edge that are looked at
_NEAR: Final = 3.0  # points between the places of one running head
_FEWEST: Final = 3
_MARGIN: Final = 0.16  # of a page's height, where heads and feet stand


def furniture_of(pages: Sequence[Page]) -> dict[tuple[int, int], str]:
    """Return the code of why a line is dropped, by number of page and of line, from 0."""
    found: dict[tuple[int, int], str] = {}
    candidates = [_edges(page) for page in pages]
    for number, offset in _page_numbers(pages, candidates).items():
        found[number, offset] = "import.file.page_number"
    for place in _running(pages, candidates):
        found.setdefault(place, "import.file.running_head")
    return found


def _edges(page: Page) -> list[int]:
    """Return the lines that stand at the edges, in the margins."""
    order = sorted(range(len(page.lines)), key=lambda at: page.lines[at].base)
    outer = {*order[:_OUTERMOST], *order[-_OUTERMOST:]}
    low, high = page.height * _MARGIN, page.height * (1 - _MARGIN)
    return [at for at in sorted(outer) if page.lines[at].base < low or page.lines[at].base > high]


def _page_numbers(pages: Sequence[Page], candidates: list[list[int]]) -> dict[int, int]:
    numbers: dict[int, tuple[int, int | None]] = {}
    for number, places in enumerate(candidates):
        for at in places:
            match = _NUMBER.fullmatch(pages[number].lines[at].text.strip())
            if match and (number not in numbers or _is_foot(pages[number], at)):
                value = int(match[1]) if match[1].isdecimal() else None
                numbers[number] = (at, value)
    # Numbers of pages go up with the pages; a lone figure at an edge does not.
    steps = Counter(value - page for page, (_, value) in numbers.items() if value is not None)
    step, often = steps.most_common(1)[0] if steps else (0, 0)
    certain = often > 1
    return {
        page: at
        for page, (at, value) in numbers.items()
        if (certain and value == page + step) or _CLEAR.search(pages[page].lines[at].text)
    }


def _is_foot(page: Page, at: int) -> bool:
    return page.lines[at].base < page.height / 2


def _running(pages: Sequence[Page], candidates: list[list[int]]) -> list[tuple[int, int]]:
    """Return lines that stand at the same place of several pages with the same words."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, places in enumerate(candidates):
        for at in places:
            words = _DIGITS.sub("#", "".join(pages[number].lines[at].text.split()))
            groups[words].append((number, at))
    found: list[tuple[int, int]] = []
    for group in groups.values():
        on = {number for number, _ in group}
        heights = sorted(pages[number].lines[at].base for number, at in group)
        middle = heights[len(heights) // 2]
        # Left and right pages may differ: half of them, then.
        if len(on) >= _FEWEST or len(on) == len(pages) == _FEWEST - 1:
            found += [
                (number, at)
                for number, at in group
                if abs(pages[number].lines[at].base - middle) < _NEAR
            ]
    return found
