"""Random edits of a notice, and the lines that each may touch."""

import random
from collections import Counter

from disclosure.editing.edit import Add, Delete, Edit, Move, SetValue, Split
from disclosure.editing.opened import Opened
from disclosure.editing.texts import EditableText, editable_texts
from disclosure.model.notice import Notice
from disclosure.source.document import Path
from tests.editing.material import loaded

_WORDS = "整改落实监督责任制度学习建设干部群众资金项目"
_HOSTILE = (
    "甲: 乙",
    "甲 # 乙",
    "它's",
    '说"好"',
    "- 甲",
    "&a",
    "{",
    "甲\n乙",
    "甲：乙",
    "“引”",
    "😀",
)


def words(rng: random.Random) -> str:
    """Return a text that is new, as a rule with signs that mean something to YAML."""
    text = "".join(rng.choice(_WORDS) for _ in range(rng.randint(4, 20)))
    return text + rng.choice(("", "。", *_HOSTILE)) + text[:2]


def random_edit(rng: random.Random, text: str) -> Edit:
    """Return an edit of a notice that loads; the loader may still refuse what it makes."""
    notice = loaded(text)
    assert notice is not None
    opened = Opened(text, Notice)
    one = rng.choice(editable_texts(notice))
    path = one.path
    if rng.random() < 0.15 and any(part == "sections" for part in path):
        path = path[: max(at for at, part in enumerate(path) if part == "sections") + 2]
        length, index = len(opened.value(path[:-1])), int(path[-1])
        if rng.random() < 0.3 and length > 2:
            return Delete(path, opened.value(path))
        if rng.random() < 0.5:
            return Move(path, rng.randrange(length), opened.value(path))
        return Add(path[:-1], index, {"title": words(rng).split("\n")[0]}, length)
    if rng.random() < 0.5 or not isinstance(path[-1], int):
        return _set(rng, one)
    return _of_list(rng, opened, one, int(path[-1]))


def _set(rng: random.Random, one: EditableText) -> Edit:
    raw = one.raw
    if rng.random() < 0.5 and len(raw) > 4:
        at = rng.randrange(len(raw))
        return SetValue(one.path, raw[:at] + words(rng) + raw[at + rng.randint(0, 3) :], raw)
    return SetValue(one.path, words(rng), raw)


def _of_list(rng: random.Random, opened: Opened, one: EditableText, index: int) -> Edit:
    parent = opened.place(one.path[:-1])
    assert parent is not None
    held = opened.value(parent.path)
    length = len(held) if isinstance(held, list) else held.count("\n") + 1
    if isinstance(held, str):
        length = len([row for row in held.split("\n") if row.strip()])
    match rng.randrange(4):
        case 0:
            return Add(one.path[:-1], rng.randint(0, length), words(rng), length)
        case 1:
            return Delete(one.path, one.raw)
        case 2:
            return Move(one.path, rng.randrange(length), one.raw)
    return Split(one.path, rng.randint(0, len(one.raw)), one.raw)


def touched(text: str, edit: Edit) -> Counter[str]:
    """Return the lines that an edit may change: those of its value, with what stands above."""
    opened = Opened(text, Notice)
    path = edit.path
    while path and path not in opened.document.values:
        path = path[:-1]
    place = opened.place(path)
    path = place.path if place else path
    lines = opened.lines
    while isinstance(edit, Delete) and len(path) > 1 and len(opened.value(path[:-1])) == 1:
        path = path[:-1]  # nothing empty is left behind
    while lines.is_in_brackets(path):
        path = path[:-1]
    is_list = isinstance(opened.value(path), list)
    if isinstance(edit, Add) and is_list and path not in opened.document.in_brackets:
        return Counter()
    start = int(opened.document.values[path][0].line)
    start = min(start, _key_line(opened, path, start))
    return Counter(lines.lines[lines.top(start) : lines.last(path) + 2])


def _key_line(opened: Opened, path: Path, start: int) -> int:
    return int(opened.document.keys[path][0].line) if path in opened.document.keys else start


def lost(before: str, after: str) -> Counter[str]:
    """Return the lines that stood in ``before`` and do not stand in ``after``."""
    gone = Counter(before.split("\n")) - Counter(after.split("\n"))
    return Counter({row: count for row, count in gone.items() if row.strip()})
