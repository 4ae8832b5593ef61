"""Answers: 整改措施, 整改情况, 整改成效 and whatever else an office calls what was done."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from disclosure.importer.fields.lists import read_list
from disclosure.importer.fields.parts import Answered, Listed, Part, Prose
from disclosure.importer.tracked import Tracked

_SUFFIXES: Final = "措施|举措|做法|情况|进展|结果|成效|成果|效果"
_LABEL = re.compile(
    rf"([\u4e00-\u9fff]{{0,8}}?(?:{_SUFFIXES})[一二三四五六七八九十0-9]{{0,2}})[ \u3000]*([：:])"
)
# Within a line a label stands behind a blank or a sentence; only those that begin so are sure.
_INNER = re.compile(rf"(?<=[。；！\s])整改[\u4e00-\u9fff]{{0,4}}?(?:{_SUFFIXES})[ \u3000]*[：:]")
# 基本情况, 存在问题情况 tell of something else; 情况 and 结果 need one of these words.
_DONE: Final = re.compile("整改|处理|办理|落实|核实|完成|推进|处置|查处|调查|核查|解决|纠正")
_OF_DOING: Final = ("情况", "结果")
_TITLE: Final = re.compile(
    rf"(?:整改|处理|办理|采取的?)[\u4e00-\u9fff]{{0,4}}(?:{_SUFFIXES})|措施|成效"
)
# Printed as it stands, with brackets and without a colon: such an answer has no label of ours.
_IN_BRACKETS: Final = re.compile(rf"[【〔]整改[\u4e00-\u9fff]{{0,4}}(?:{_SUFFIXES})[】〕]")
_FAMILIES: Final = (
    ("measures", ("措施", "举措", "做法")),
    ("outcomes", ("成效", "成果", "效果")),
    ("progress", ("情况", "进展", "结果")),
)


def label_of(line: Tracked) -> tuple[Tracked, Tracked, Tracked] | None:
    """Return label, colon and what follows, of a line that begins with a label."""
    match = _LABEL.match(line.text)
    if match is None:
        return None
    bare = match[1].rstrip("一二三四五六七八九十0123456789")
    if bare.endswith(_OF_DOING) and not _DONE.search(bare):
        return None
    return line[: match.end(1)], line[match.start(2) : match.end()], line[match.end() :].strip()


def is_answer_title(title: str) -> bool:
    """Say whether a heading says no more than a label does (整改措施)."""
    bare = title.rstrip("。：:，")
    return _TITLE.fullmatch(bare) is not None


def has_bracketed_label(line: Tracked) -> bool:
    """Say whether a line begins with a label in brackets: 【整改情况】."""
    return _IN_BRACKETS.match(line.text) is not None


def family_of(label: str) -> str:
    """Return the field that a label is nearest to; empty for one that is near none."""
    if label.endswith(_OF_DOING) and not _DONE.search(label):
        return ""
    return next((key for key, ends in _FAMILIES if label.endswith(ends)), "")


def split_at_labels(line: Tracked) -> Iterator[Tracked]:
    """Yield a line in as many as it has labels."""
    start = 0
    for match in _INNER.finditer(line.text):
        if before := line[start : match.start()].strip():
            yield before
        start = match.start()
    if rest := line[start:].strip():
        yield rest


def answer_parts(label: Tracked, said: Tracked, lines: Sequence[Tracked]) -> Iterator[Part]:
    """Yield what stands under a label, its lists as lists.

    Args:
        label: without colon; empty for an answer that has none.
        said: the colon.
        lines: paragraphs; the first is empty where the label stands alone in its line.

    """
    own_line = bool(label) and not lines[0]
    rest = lines[1:] if own_line else lines
    if not rest:
        yield Prose(label + said)
        return
    at, first = 0, True
    texts: list[Tracked] = []
    while at <= len(rest):
        found = read_list(rest, at) if at < len(rest) else None
        if found is None and at < len(rest):
            texts.append(rest[at])
            at += 1
            continue
        if texts:
            if first:
                yield Answered(label, said, tuple(texts), None, own_line)
            else:
                yield from (Prose(text) for text in texts)
            texts, first = [], False
        if found is None:
            return
        if first:
            yield Answered(label, said, (), found.listed, own_line)
        else:
            yield Answered(Tracked(), Tracked(), (), found.listed)
        first = False
        at = found.end


def prose_parts(lines: Sequence[Tracked]) -> Iterator[Prose | Listed]:
    """Yield paragraphs that stand under no label; a list is one if each item has its own."""
    at = 0
    while at < len(lines):
        found = read_list(lines, at)
        if found is not None and found.end - at >= len(found.listed.items):
            yield found.listed
            at = found.end
        else:
            yield Prose(lines[at])
            at += 1


def as_answers(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield what a section holds with its text as answers without a label."""
    texts: list[Tracked] = []
    for part in parts:
        found = read_list([part.text], 0) if isinstance(part, Prose) else None
        if isinstance(part, Prose) and found is None:
            texts.append(part.text)
            continue
        if texts:
            yield Answered(texts=tuple(texts))
            texts = []
        if found is not None:
            yield Answered(listed=found.listed)
        else:
            yield Answered(listed=part) if isinstance(part, Listed) else part
    if texts:
        yield Answered(texts=tuple(texts))
