"""The proof: what the loaded draft prints, compared with the file after the listed changes.

Both are rows of characters without blanks. Of the file that is every paragraph with its number,
then the texts of its notes, for a page has its notes in a place of its own; the line
below the title that only says whose and when (来源, 发布时间) is left out on both sides,
for a page prints such facts in its own order.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from disclosure.document.document import read_document
from disclosure.document.facts import HEAD
from disclosure.importer.account import Account, Way
from disclosure.importer.punctuation import paragraphs_in
from disclosure.importer.reading import Paragraph, Reading
from disclosure.importer.tracked import Tracked
from disclosure.model.marked import read_prose
from disclosure.model.notice import Notice
from disclosure.model.tokens import Kind
from disclosure.render.markdown import InlineMarkdown
from disclosure.render.plaintext import notice_text
from disclosure.render.prose import ProseSetter
from disclosure.source.load import LoadedNotice

_GRAM: Final = 8
_WINDOW: Final = 4000
_FINE: Final = 200
_AROUND: Final = 10
# What stands in the place of a picture.
_PICTURE: Final = re.compile(r"\[图：[^\]]*\]")
# The time is printed with the day of publication, which is one of the facts.
_APART: Final = frozenset((*HEAD, "published_time"))


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the printed text and the file part.

    Attributes:
        before: what both say before it.
        file: what the file says.
        printed: what is printed instead.
        place: of the paragraph in the file.

    """

    before: str
    file: str
    printed: str
    place: str


def differences(reading: Reading, account: Account, loaded: LoadedNotice) -> tuple[Difference, ...]:
    """Return where the draft does not print what the file says; none is the proof.

    Args:
        reading: the file, its punctuation changed.
        account: of the draft.
        loaded: the draft as the loader reads it.

    """
    parts = [(_row(text), place) for text, place in said_by_file(reading, account)]
    file = "".join(text for text, _ in parts)
    printed = _notes_last(printed_row(loaded), loaded)
    places = _Places(parts)
    return tuple(
        Difference(file[max(0, a - _AROUND) : a], file[a:b], printed[c:d], places.at(a))
        for a, b, c, d in parting(file, printed)
    )


def printed_row(loaded: LoadedNotice) -> str:
    """Return what a notice prints, without blanks and without the facts of its head."""
    notice = _without_places(loaded.notice)
    document = read_document(notice, loaded.outline)
    prose = _WithoutAddresses(
        loaded.figures,
        {},
        InlineMarkdown(),
        lambda: (value.raw for value in document.values if value.marked),
    )
    text = notice_text(document, prose, frozenset(HEAD)).decode("utf-8-sig")
    return _row(_PICTURE.sub("", text))


class _WithoutAddresses(ProseSetter):
    """Spells no address out: the file has it behind its words, where nobody reads it."""

    def plain(self, text: str) -> str:
        """Return a text as a reader hears it, its links as their words."""
        if "](" in text:
            kept: list[str] = []
            opened: list[bool] = []
            for token in read_prose(text):
                link = token.kind is Kind.LINK
                if token.kind in {Kind.LINK, Kind.STRONG, Kind.EM}:
                    opened.append(link)
                elif token.kind is Kind.END:
                    link = opened.pop()
                sign = "\\" if token.kind is Kind.ESCAPED else ""
                kept.append("" if link else sign + text[token.start : token.end])
            text = "".join(kept)
        return super().plain(text)


def _without_places(notice: Notice) -> Notice:
    """Return a notice that names its attachments, and does not say where they are."""
    if not any(each.url for each in notice.attachments):
        return notice
    named = {"url": None, "only_named": True}
    attachments = tuple(
        each.model_copy(update=named) if each.url else each for each in notice.attachments
    )
    return notice.model_copy(update={"attachments": attachments})


def said_by_file(reading: Reading, account: Account) -> Iterator[tuple[str, str]]:
    """Yield the texts of paragraphs with their places, without the facts of the head."""
    apart = bytearray(len(reading.characters))
    for stretch in account.stretches:
        of_head = stretch.paths and all(path[0] in _APART for path in stretch.paths)
        if stretch.way is Way.DROPPED or of_head:
            for number in range(stretch.start, stretch.end):
                apart[number] = 1
    marks = "|".join(re.escape(mark) for mark, _ in reading.notes)
    named = re.compile(rf"\{{({marks})\}}") if marks else None
    for paragraph in _all_paragraphs(reading):
        text = "".join(_not_apart(paragraph.text, apart))
        yield paragraph.mark + (named.sub(r"\1", text) if named else text), paragraph.place


def _not_apart(text: Tracked, apart: bytearray) -> Iterator[str]:
    """Yield the characters that are not apart; one that was made goes with what it stands before.

    A label that a page does not show is made before a source that it names in its head.
    """
    waiting = ""
    gone = False
    for sign, origin in zip(text.text, text.origins, strict=True):
        if origin < 0:
            waiting += sign
            continue
        gone = bool(apart[origin])
        if not gone:
            yield waiting + sign
        waiting = ""
    if not gone:
        yield waiting


def _all_paragraphs(reading: Reading) -> Iterator[Paragraph]:
    yield from paragraphs_in(reading.blocks)
    for _, texts in reading.notes:
        yield from texts


def _notes_last(printed: str, loaded: LoadedNotice) -> str:
    """Return what is printed, the texts of its notes at the end as in ``said_by_file``."""
    texts = []
    for note in loaded.notice.notes:
        label, text = _row(note.mark), _row(note.text)
        at = printed.find(label + text)
        if at >= 0:
            printed = printed[:at] + printed[at + len(label) + len(text) :]
            texts.append(text)
    return "".join((printed, *texts))


class _Places:
    """Which paragraph a character of the row is of; asked in order."""

    def __init__(self, parts: Sequence[tuple[str, str]]) -> None:
        self._parts = parts
        self._number = 0
        self._end = len(parts[0][0]) if parts else 0

    def at(self, place: int) -> str:
        while place >= self._end and self._number + 1 < len(self._parts):
            self._number += 1
            self._end += len(self._parts[self._number][0])
        return self._parts[self._number][1] if self._parts else ""


def _row(text: str) -> str:
    return "".join(text.split())


def parting(first: str, second: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two rows of characters part: the stretch of each, none over another.

    They are followed as long as they agree; then the nearest eight characters that both have
    are looked for, in a bounded stretch, so that time is in proportion to the length.
    """
    if first == second:
        return
    where: dict[str, list[int]] = defaultdict(list)
    for place in range(len(second) - _GRAM + 1):
        where[second[place : place + _GRAM]].append(place)
    heads: dict[str, int] = defaultdict(int)
    a = c = 0
    while a < len(first) or c < len(second):
        if a < len(first) and c < len(second) and first[a] == second[c]:
            a, c = a + 1, c + 1
            continue
        b, d = _meeting(first, second, a, c, where, heads)
        yield from _finer(first, second, (a, b, c, d))
        a, c = b, d


def _finer(
    first: str, second: str, found: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield a stretch as the changes within it, where it is short enough to be looked at so."""
    a, b, c, d = found
    if max(b - a, d - c) > _FINE:
        yield found
        return
    matcher = SequenceMatcher(None, first[a:b], second[c:d], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield a + i, a + j, c + k, c + m


def _meeting(
    first: str,
    second: str,
    a: int,
    c: int,
    where: dict[str, list[int]],
    heads: dict[str, int],
) -> tuple[int, int]:
    """Return where both go on together, nearest to ``a`` and ``c``."""
    best: tuple[int, int] | None = None
    for b in range(a, min(len(first), a + _WINDOW)):
        if best and b - a >= best[0] - a + best[1] - c:
            break
        gram = first[b : b + _GRAM]
        found = where.get(gram) if len(gram) == _GRAM else None
        if not found:
            continue
        head = heads[gram]
        while head < len(found) and found[head] < c:
            head += 1
        heads[gram] = head
        if head < len(found):
            d = found[head]
            if best is None or b - a + d - c < best[0] - a + best[1] - c:
                best = (b, d)
    if best:
        return best
    # Nothing near: a common end is all that is left.
    tail = 0
    while (
        len(first) - tail > a and len(second) - tail > c and first[-1 - tail] == second[-1 - tail]
    ):
        tail += 1
    return len(first) - tail, len(second) - tail
