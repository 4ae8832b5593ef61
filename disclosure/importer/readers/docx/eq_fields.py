r"""The EQ field, by which Word before 2007 set ruby, characters in rings, and fractions.

What it shows stands in its code: ``EQ \o\ac(○,8)``, ``EQ \o\ad(\s\up 9(yī),黟)``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from disclosure.importer.readers.docx.pieces import Kind, Piece, Reason

_TOKEN: Final = re.compile(r"\\[A-Za-z]{1,3}[ ]*-?\d*|\\.|[(),;，；]|[^\\(),;，；]+", re.DOTALL)
_GENERAL: Final = re.compile(r'\\\*[ ]*(?:"[^"]*"|[A-Za-z]+\d*)')
_COMMAND: Final = re.compile(r"\\[A-Za-z]")
_BETWEEN: Final = frozenset(",;，；")
_RINGS: Final = frozenset("○〇Ｏ◯")
# A line of a formula, and what is no formula any more.
_LONGEST: Final = 2000
_DEEPEST: Final = 20
_MOST_IN_RING: Final = 20
_FIRST_RING: Final = 0x2460


@dataclass(slots=True)
class _Part:
    """A function with what stands in its brackets, one list of texts a place."""

    name: str
    places: list[list["_Part | str"]] = field(default_factory=lambda: [[]])


def equation_field(code: str) -> list[Piece]:
    """Return the pieces that an EQ field shows, from its code (``EQ`` included)."""
    body = code.strip()[len("EQ") :].strip()
    if len(body) > _LONGEST:
        return [Piece(Kind.TEXT, body)]
    body = _GENERAL.sub("", body)
    return list(_shown(_parsed(body)))


def _parsed(body: str) -> _Part:
    root = _Part("")
    open_parts, name = [root], ""
    for sign in _TOKEN.findall(body):
        here = open_parts[-1]
        if _COMMAND.match(sign):
            name += sign.replace(" ", "").lower()
        elif sign == "(" and len(open_parts) <= _DEEPEST:
            part = _Part(name)
            here.places[-1].append(part)
            open_parts.append(part)
            name = ""
        elif sign == ")" and len(open_parts) > 1:
            open_parts.pop()
        elif sign in _BETWEEN and len(open_parts) > 1:
            here.places.append([])
        elif text := sign.removeprefix("\\").strip():
            here.places[-1].append(text)
    return root


def _shown(part: _Part) -> Iterator[Piece]:
    ring = _ring(part)
    if ring is not None:
        yield ring
        return
    base = [place for place in part.places if not _is_set(place, "\\s")]
    is_ruby = part.name.startswith("\\o") and 0 < len(base) < len(part.places)
    words = {"text": "".join(map(_text, base)), "ruby": ""}
    for number, place in enumerate(part.places):
        if number and part.name.startswith("\\f"):
            yield Piece(Kind.MADE, "/")
        above = is_ruby and _is_set(place, "\\s\\up")
        for each in place:
            pieces = [Piece(Kind.TEXT, each)] if isinstance(each, str) else _shown(each)
            for piece in pieces:
                if above:
                    piece.reason = Reason("import.word.ruby", words | {"ruby": _text(place)})
                yield piece


def _ring(part: _Part) -> Piece | None:
    r"""Return ⑧ for ``\o\ac(○,8)``; what has no such character stands without its ring."""
    texts = [_text(place) for place in part.places]
    if not part.name.startswith("\\o") or len(texts) != len("○8") or texts[0] not in _RINGS:
        return None
    raw, inside = "".join(texts), texts[1]
    number = int(inside) if inside.isascii() and inside.isdigit() and len(inside) < 3 else 0
    shown = chr(_FIRST_RING + number - 1) if 0 < number <= _MOST_IN_RING else inside
    return Piece(Kind.TEXT, raw, becomes=(shown, "import.word.ring"))


def _is_set(place: list["_Part | str"], how: str) -> bool:
    """Say whether all in a place is raised or lowered."""
    return bool(place) and all(
        not isinstance(each, str) and each.name.startswith(how) for each in place
    )


def _text(place: list["_Part | str"]) -> str:
    return "".join(
        each if isinstance(each, str) else "".join(map(_text, each.places)) for each in place
    )
