"""What a slip is, and the ways to make one in a text."""

import random
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple


class Planted(NamedTuple):
    """A stretch of a document without and with one slip.

    Attributes:
        before: its paragraphs as they are right.
        after: the same with the slip.
        slip: what was changed, for who reads the list.
        notice: keys of the notice that the slip is made in, besides the text.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    slip: str
    notice: Mapping[str, str] = {}


class Kind(NamedTuple):
    """One kind of slip.

    Attributes:
        name: as the table prints it.
        families: the rules expected to find it, by the beginnings of their names.
        make: the slip at one paragraph of a stretch; None where it has no place for it.
    """

    name: str
    families: tuple[str, ...]
    make: "Make"


Make = Callable[[tuple[str, ...], int, random.Random], Planted | None]
Change = Callable[[re.Match[str], random.Random], str]


def put(stretch: tuple[str, ...], at: int, start: int, end: int, new: str) -> Planted:
    """Return the slip that puts ``new`` in place of part of a paragraph."""
    text = stretch[at]
    after = text[:start] + new + text[end:]
    slip = f"{text[max(0, start - 6) : start]}[{text[start:end]}→{new}]{text[end : end + 6]}"
    return Planted(stretch, (*stretch[:at], after, *stretch[at + 1 :]), slip)


def anywhere(pattern: str, change: Change | str) -> Make:
    """Return what changes one match of a pattern, drawn at random."""
    wanted = re.compile(pattern)

    def make(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
        matches = list(wanted.finditer(stretch[at]))
        if not matches:
            return None
        match = chance.choice(matches)
        new = change if isinstance(change, str) else change(match, chance)
        return put(stretch, at, *match.span(), new) if new != match[0] else None

    return make


def swapped(pairs: Mapping[str, str]) -> Make:
    """Return what puts the wrong word of a pair in place of the right one."""
    return anywhere("|".join(map(re.escape, pairs)), lambda match, _: pairs[match[0]])


def said(right: str, wrong: str) -> Make:
    """Return what adds a sentence at the end of a paragraph: a right one, then one with a slip.

    ``{a}`` to ``{d}`` are small numbers, ``{sum}`` their sum as it is right, ``{bad}`` another,
    ``{name}`` a person, ``{thing}`` what is counted.
    """
    return written(
        lambda _, chance: (right.format(**(values := _values(chance))), wrong.format(**values))
    )


def written(make_both: Callable[[str, random.Random], tuple[str, str]]) -> Make:
    """Return what adds the right one of two sentences, then the other."""

    def make(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
        text = stretch[at]
        if not text.endswith("。"):
            return None
        right, wrong = make_both(text, chance)
        before = (*stretch[:at], text + right, *stretch[at + 1 :])
        after = (*stretch[:at], text + wrong, *stretch[at + 1 :])
        return Planted(before, after, f"{right}→{wrong}")

    return make


def _values(chance: random.Random) -> dict[str, str]:
    numbers = [chance.randint(3, 40) for _ in range(4)]
    total = sum(numbers[:3])
    values = dict(zip("abcd", map(str, numbers), strict=True))
    things = ("隐患", "线索", "问题", "项目", "工单")
    one, two = chance.sample((11, 16, 21, 24, 29, 33), 2)
    return values | {
        "sum": str(total),
        "bad": str(total + chance.choice((-2, -1, 1, 3, 9))),
        "thing": chance.choice(things),
        "name": chance.choice("赵钱孙李周吴郑王冯陈") + chance.choice(NAMES),
        "one": str(one),
        "two": str(two),
        "rest": str(100 - one - two),
        "off": str(100 - one - two + chance.choice((-4, -1, 2, 6))),
        "low": str(chance.randint(20, 50)),
        "high": str(chance.randint(60, 95)),
        "gap": str(chance.randint(5, 60)),
    }


NAMES = ("建军", "小红", "志远", "文静", "国庆", "晓东", "玉兰", "海波", "思琪", "浩然")
