"""Bookmarks: which problem and which value of the notice a stretch of the Word file is.

An edited file is matched with the notice by them when it comes back. Their names follow from
ids and paths alone; those of values begin with an underscore, which Word does not list.
"""

import re

from disclosure.files import sha256_hex
from disclosure.model.faults import Path
from disclosure.render.deliveries.word.xml import element

_LONGEST = 40  # that Word takes
_PLAIN = re.compile(r"\w+", re.ASCII)
_SHORT = {"sections": "s"}


def problem_mark(anchor: str) -> str:
    """Return the name of a problem's bookmark; ``anchor`` is its id on the page."""
    return _bounded("p_", anchor.replace("-", "_"))


def value_mark(path: Path) -> str:
    """Return the name of a value's bookmark; ``path`` is where it stands in the notice."""
    return _bounded("_v_", "_".join(_SHORT.get(str(part), str(part)) for part in path))


def _bounded(prefix: str, name: str) -> str:
    whole = prefix + name
    plain = _PLAIN.fullmatch(whole) and len(whole) <= _LONGEST
    return whole if plain else prefix + sha256_hex(name.encode())[:32]


class Bookmarks:
    """The bookmarks of one document; no name stands twice."""

    def __init__(self) -> None:
        """Begin with none."""
        self._names: set[str] = set()

    def around(self, inside: str, name: str) -> str:
        """Return XML with a bookmark around it; without, where the name is taken."""
        if name in self._names:
            return inside
        number = {"w:id": len(self._names)}
        self._names.add(name)
        begin = element("w:bookmarkStart", {**number, "w:name": name})
        return begin + inside + element("w:bookmarkEnd", number)
