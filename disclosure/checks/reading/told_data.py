"""Data that is not printed, and what the section's own text prints of it under a label.

The text says 责任领导：张某 and the data, which only the ledger prints, may say another name after
one of the two was changed. Only a line that begins with a known label is looked at, of the very
section, and of data that it gives; where one line of several agrees, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from unicodedata import normalize

from disclosure.checks.reading.said_status import SaidStatus
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.model.coarse_day import day_text
from disclosure.model.notice import Notice
from disclosure.model.particular_names import Labelled, labelled_in
from disclosure.model.particulars import Particular, TermKind, Verified
from disclosure.model.section import Section
from disclosure.model.state_words import SAID
from disclosure.model.status import Status

_NAMES: Final = frozenset({Particular.LEADER, Particular.DEPARTMENT, Particular.LEAD_UNIT})
_COMPARED: Final = _NAMES | {
    *(Particular.STATUS, Particular.VERIFIED, Particular.TERM_KIND, Particular.DEADLINE)
}
_TEXTS: Final = frozenset({Role.PROSE, Role.ITEM})
_ENDS: Final = "。；，;,"
_LONGEST: Final = 120
# More than one sentence, or a label that nobody knows: no plain value.
_SENTENCES: Final = re.compile("[。！？：:!?]")
_BETWEEN_NAMES: Final = re.compile("[、,;/和及与]")
_WHEN: Final = re.compile(
    r"(?P<year>\d{4})(?:年|[-./])(?:(?P<month>\d{1,2})(?:月份?|[-./]|$)(?:(?P<day>\d{1,2})[日号]?)?)?",
    re.ASCII,
)
_BEFORE: Final = re.compile("(?:之|以)?前$")


class Apart(NamedTuple):
    """A value that text and data say otherwise.

    Attributes:
        piece: the text.
        start: where the label stands in it.
        end: behind the value.
        label: as printed, without colon.
        text: the value that is printed.
        key: of the data.
        data: the value that it has, as it would be printed.

    """

    piece: PrintedText
    start: int
    end: int
    label: str
    text: str
    key: Particular
    data: str


def told_apart(notice: Notice, pieces: Iterable[PrintedText]) -> Iterator[Apart]:
    """Yield what the text of sections says otherwise than their data that is not printed.

    Args:
        notice: the notice.
        pieces: its printed texts, in reading order.

    """
    found: dict[tuple[int, Particular], Apart | None] = {}
    for piece in pieces:
        node = piece.node
        if node is None or piece.role not in _TEXTS:
            continue
        hidden = {*notice.unprinted, *node.section.unprinted} & _COMPARED
        for each in labelled_in(piece.text) if hidden else ():
            place = (id(node), each.key)
            data = _data(node.section, each.key) if each.key in hidden else ""
            apart = _compared(piece, each, data) if data else None
            if apart is None:
                continue
            if not _differs(each.key, apart.text, data):
                found[place] = None
            else:
                found.setdefault(place, apart)
    yield from (each for each in found.values() if each)


def _compared(piece: PrintedText, each: Labelled, data: str) -> Apart | None:
    source = piece.text[each.start : each.end]
    text = source.strip().rstrip(_ENDS)
    if not text or len(text) > _LONGEST or _SENTENCES.search(text):
        return None
    end = each.start + len(source) - len(source.lstrip()) + len(text)
    label = piece.text[each.label : each.start].rstrip("：: \u3000")
    return Apart(piece, each.label, end, label, text, each.key, data)


def _data(section: Section, key: Particular) -> str:
    value = getattr(section, key.value)
    if not value:
        return ""
    return day_text(value) if key is Particular.DEADLINE else str(value)


def _differs(key: Particular, text: str, data: str) -> bool:
    match key:
        case Particular.STATUS:
            return _status_differs(text, Status(data))
        case Particular.VERIFIED:
            return text in set(Verified) and text != data
        case Particular.TERM_KIND:
            return text in set(TermKind) and text != data
        case Particular.DEADLINE:
            return _day_differs(_plain(text), _plain(data))
        case _:
            return _names_differ(_plain(text), _plain(data))


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).split())


def _status_differs(text: str, given: Status) -> bool:
    plain = _plain(text)
    if plain in set(Status):
        return plain != given
    said = next((word.status for word in SAID if re.fullmatch(word.form, plain)), None)
    return said is not None and not SaidStatus(0, 0, said).agrees(given)


def _names_differ(text: str, data: str) -> bool:
    one, other = (_BETWEEN_NAMES.split(each) for each in (text, data))
    return "".join(one) != "".join(other) and sorted(one) != sorted(other)


def _day_differs(text: str, data: str) -> bool:
    """Say whether two time limits differ in what both say; 2024年底前 has no month."""
    one, other = _WHEN.match(text), _WHEN.match(data)
    if one and other:
        pairs = zip(one.groups(), other.groups(), strict=True)
        return any(a and b and int(a) != int(b) for a, b in pairs)
    # Words beside a day may mean it: 年底前, 立行立改.
    return not one and not other and _BEFORE.sub("", text) != _BEFORE.sub("", data)
