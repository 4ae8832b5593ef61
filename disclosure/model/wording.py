"""Differences of wording: what was taken out and what was put in, in stretches a reader can read.

Paragraphs are matched before characters. Dates, numbers with their unit, names in Latin
letters, titles in 《 》 and cells of tables are kept whole, so that 38个 → 41个 is one change and
not two; so are states (基本完成 → 已完成).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from disclosure.model.likeness import Effort

_TOKEN = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d[\d.,]*(?:[余多])?(?:[%％‰]|[百千]?[万亿]?[\u4e00-\u9fff])?"
    r"|《[^《》]{1,40}》|(?:已|未|部分|基本|阶段性)完成|[A-Za-z]+|\s+|."
)
# Rows of tables hold tabs between their cells.
_CELL = re.compile(r"[^\t]+|\t")
_SENTENCE = re.compile(r"[^。；！？\t]*[。；！？\t]|[^。；！？\t]+")
# What official documents count with, and what is counted anew when something moves.
_MARK = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十百]+[）)、.是]|[（(]?\d{1,3}[）).、]|[①-⑳])\s*"
)
# Below, two paragraphs have nothing to do with each other.
_ALIKE = 0.4
# Fewer characters between two changes than this, and they read better as one.
_SHORTEST_SAME = 2
_MOST_PAIRS = 4000


class Op(StrEnum):
    """What happened to a stretch of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class Run(NamedTuple):
    """A stretch of text and what happened to it."""

    op: Op
    text: str


class Change(NamedTuple):
    """One paragraph of either text, or of both.

    Without the inserted runs it is the old paragraph, without the deleted ones the new; the
    paragraphs of all changes, in order, are the texts.

    Attributes:
        op: of the paragraph as a whole; ``SAME`` where it stands in both, even if changed.
        runs: its stretches.
        moved: whether the same paragraph was taken out and put in elsewhere, or the other way.
    """

    op: Op
    runs: tuple[Run, ...]
    moved: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything in it is new or gone."""
        return any(run.op is not Op.SAME for run in self.runs)


def compare_paragraphs(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """Return how ``old`` became ``new``."""
    changes = list(_compare(old, new, Effort()))
    gone = Counter(_text_of(change) for change in changes if _is_whole(change, Op.DELETED))
    come = Counter(_text_of(change) for change in changes if _is_whole(change, Op.INSERTED))
    moved = gone & come
    left = {Op.DELETED: moved.copy(), Op.INSERTED: moved.copy()}
    for at, change in enumerate(changes):
        if change.op is not Op.SAME and change.runs and left[change.op][_text_of(change)]:
            left[change.op][_text_of(change)] -= 1
            changes[at] = change._replace(moved=True)
    return tuple(changes)


def compare_texts(old: str, new: str, effort: Effort | None = None) -> tuple[Run, ...]:
    """Return how one paragraph became another.

    Args:
        old: as it was.
        new: as it is.
        effort: what may be spent; past it whole sentences, then whole paragraphs are shown.

    """
    spent = effort or Effort()
    units = _CELL if "\t" in old and "\t" in new else _TOKEN
    before, after = units.findall(_flat(old)), units.findall(_flat(new))
    if spent.affords(before, after):
        return tuple(_readable(list(_matched(before, after))))
    runs: list[Run] = []
    for run in _by_sentence(_SENTENCE.findall(_flat(old)), _SENTENCE.findall(_flat(new)), spent):
        if runs and runs[-1].op is run.op:
            runs[-1] = Run(run.op, runs[-1].text + run.text)
        else:
            runs.append(run)
    return tuple(_readable(runs))


def _matched(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield Run(Op.SAME, "".join(before[i:j]))
        else:
            yield from _changes("".join(before[i:j]), "".join(after[k:m]))


def _by_sentence(before: list[str], after: list[str], effort: Effort) -> Iterator[Run]:
    """Match sentences, and what is within them only where that costs little."""
    if not effort.affords(before, after):
        yield from _changes("".join(before), "".join(after))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        old, new = "".join(before[i:j]), "".join(after[k:m])
        first, second = _TOKEN.findall(old), _TOKEN.findall(new)
        if tag == "equal":
            yield Run(Op.SAME, old)
        elif effort.affords(first, second):
            yield from _matched(first, second)
        else:
            yield from _changes(old, new)


def _text_of(change: Change) -> str:
    """Return a whole paragraph without its mark: moved, it is counted anew and says the same."""
    return _MARK.sub("", change.runs[0].text, count=1)


def _flat(text: str) -> str:
    # "." matches no line end, and a paragraph has none.
    return text.replace("\n", " ").replace("\r", " ")


def _readable(runs: list[Run]) -> Iterator[Run]:
    """Join changes that stand a character apart: 党组[委]书[记]记 is no way to read."""
    deleted = inserted = ""
    for number, run in enumerate(runs):
        between = run.op is Op.SAME and 0 < number < len(runs) - 1
        if run.op is Op.DELETED:
            deleted += run.text
        elif run.op is Op.INSERTED:
            inserted += run.text
        elif between and (deleted or inserted) and _joins(run.text):
            deleted += run.text
            inserted += run.text
        else:
            yield from _changes(deleted, inserted)
            deleted = inserted = ""
            yield run
    yield from _changes(deleted, inserted)


def _joins(between: str) -> bool:
    return len(between) < _SHORTEST_SAME and between != "\t"


def _changes(deleted: str, inserted: str) -> Iterator[Run]:
    if deleted:
        yield Run(Op.DELETED, deleted)
    if inserted:
        yield Run(Op.INSERTED, inserted)


def _compare(old: Sequence[str], new: Sequence[str], effort: Effort) -> Iterator[Change]:
    if not effort.affords(old, new):
        # Thousands of equal paragraphs: only where they begin and end alike is looked at.
        yield from _between_ends(old, new, effort)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            for text in old[i:j]:
                yield Change(Op.SAME, (Run(Op.SAME, _flat(text)),) if text else ())
        else:
            yield from _replaced(old[i:j], new[k:m], effort)


def _between_ends(old: Sequence[str], new: Sequence[str], effort: Effort) -> Iterator[Change]:
    shortest = min(len(old), len(new))
    head = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    most = shortest - head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    for text in old[:head]:
        yield _whole(Op.SAME, text)
    yield from _replaced(old[head : len(old) - tail], new[head : len(new) - tail], effort)
    for text in old[len(old) - tail :]:
        yield _whole(Op.SAME, text)


def _replaced(old: Sequence[str], new: Sequence[str], effort: Effort) -> Iterator[Change]:
    """Match the paragraphs that are most alike, keeping their order."""
    done = 0
    for number, text in enumerate(old):
        best, likeness = -1, _ALIKE
        if len(old) * len(new) <= _MOST_PAIRS:
            for other in range(done, len(new)):
                found = effort.ratio(text, new[other], likeness)
                if found > likeness:
                    best, likeness = other, found
        # A later paragraph that is more alike keeps its partner.
        if best < 0 or any(
            effort.ratio(later, new[best], likeness) > likeness for later in old[number + 1 :]
        ):
            yield _whole(Op.DELETED, text)
            continue
        for other in range(done, best):
            yield _whole(Op.INSERTED, new[other])
        yield Change(Op.SAME, compare_texts(text, new[best], effort))
        done = best + 1
    for other in range(done, len(new)):
        yield _whole(Op.INSERTED, new[other])


def _whole(op: Op, text: str) -> Change:
    return Change(op, (Run(op, _flat(text)),) if text else ())


def _is_whole(change: Change, op: Op) -> bool:
    return change.op is op and bool(change.runs)
