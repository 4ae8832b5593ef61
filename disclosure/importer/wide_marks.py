"""Which half-width marks of a Chinese paragraph are meant full-width, and as what.

Addresses, mailboxes, file names, times, decimals, thousands, marks of numbering (``1.``) and
stretches of Latin text keep theirs. Where it cannot be told, nothing is changed; what is
certain for a text that is published already (``checks.typography``) is certain here.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from disclosure.checks.rule import Edit
from disclosure.checks.typography import dash, ellipsis, half_width
from disclosure.checks.typography.damaged import asks

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
HAN: Final = re.compile(f"[{_HAN}]")
_FULL: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK: Final = re.compile(r"[,;:?!]")
# What stands at the end of something Chinese, and at its beginning.
_BEFORE: Final = re.compile(f"[{_HAN}》”’）】〕」』％‰、。，；：！？]")
_BEHIND: Final = re.compile(f"[{_HAN}“‘《（【「『]")
_LATIN: Final = re.compile(r"[A-Za-z0-9%°)\]]")
_DRIVE: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]\Z")
_ADDRESS: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]{1,12}://[!-~]++|www\.[!-~]++"
    r"|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}+"
    r"|[A-Za-z0-9_-]{1,64}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|txt|html?|jpe?g|png|zip|rar)\b",
    re.IGNORECASE,
)
# An address ends before the marks that end its sentence.
_TAIL: Final = re.compile(r"[,;:.?!)'\"]+\Z")
_POINT: Final = re.compile(rf"(?<=[{_HAN}”》）)\"])\.(?=$|[{_HAN}“《（(【\"])")
_LABEL: Final = re.compile(f"[{_HAN}]{{2,12}}[:：]")
_CLAUSE: Final = re.compile(r"[，。；：！？,;:!?.]")
_LONG_CLAUSE: Final = 6
_LONGEST_NUMBER: Final = 40
_BRACKETS: Final = re.compile(r"[()（）]")
# An apostrophe stands between letters.
_SINGLE: Final = re.compile(r"(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])")
_DOUBLE: Final = re.compile('["“”]')
# Of a mark of numbering: （２）, １．; of １．５ it is none.
_DIGITS: Final = re.compile(
    r"(?:^[ \t\u3000]{0,8}|(?<=[。；，：;:\n]))"
    r"(?:[（(](?P<bracketed>[０-９]{1,3})[）)]|(?P<alone>[０-９]{1,3})(?:[)）、]|[.．](?![0-9０-９])))",
    re.MULTILINE,
)
_PLAIN_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_LIST_MARK: Final = re.compile(r"\s{0,9}\d{1,3}\)")


def certain_edits(text: str) -> list[Edit]:
    """Return edits, in order and apart, that make a paragraph's marks full-width.

    Pairs of quotation marks are another's (``quote_pairs``).
    """
    if not HAN.search(text):
        return []
    kept = _addresses(text)
    found: dict[int, Edit] = {}
    for edits in (
        _digits(text),
        _marks(text),
        _brackets(text),
        _points(text),
        _certain_in_checks(text),
    ):
        for edit in edits:
            if not any(start <= edit.start < end for start, end in kept):
                found.setdefault(edit.start, edit)
    return _apart(found)


def _apart(found: dict[int, Edit]) -> list[Edit]:
    ordered: list[Edit] = []
    for start in sorted(found):
        if not ordered or ordered[-1].end <= start:
            ordered.append(found[start])
    return ordered


def _addresses(text: str) -> list[tuple[int, int]]:
    spans = []
    for match in _ADDRESS.finditer(text):
        tail = _TAIL.search(match[0])
        spans.append((match.start(), match.start() + (tail.start() if tail else len(match[0]))))
    return spans


def _certain_in_checks(text: str) -> Iterator[Edit]:
    yield from ellipsis.fix(text)
    # Of dashes only those typed as several hyphens: which 一 is none, is no matter of width.
    yield from (edit for edit in dash.fix(text) if edit.end - edit.start > 1)
    yield from half_width.fix(text)


def _digits(text: str) -> Iterator[Edit]:
    """Yield full-width digits of marks as plain ones, as GB/T 9704-2012, 7.3.3 has them."""
    for match in _DIGITS.finditer(text):
        key = "bracketed" if match["bracketed"] else "alone"
        yield Edit(*match.span(key), match[key].translate(_PLAIN_DIGITS))


def _marks(text: str) -> Iterator[Edit]:
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        before, behind = text[at - 1 : at], text[at + 1 : at + 2]
        if not (_BEFORE.match(before) or _BEHIND.match(behind) or _ends_something(text, at)):
            continue
        # A character that was lost stands as a question mark, too.
        if mark == "?" and not asks(text, at):
            continue
        if mark == ":" and (behind == "/" or _DRIVE.search(text[max(0, at - 2) : at])):
            continue
        yield Edit(at, at + 1, _FULL[mark])


def _ends_something(text: str, at: int) -> bool:
    """Say whether a mark behind a figure or Latin word ends a part of a Chinese sentence."""
    if not _LATIN.match(text[at - 1 : at]):
        return False
    rest = text[at + 1 :].lstrip() if text[at + 1 : at + 2].isspace() else text[at + 1 :]
    return not rest or bool(_BEHIND.match(rest))


def _points(text: str) -> Iterator[Edit]:
    for match in _POINT.finditer(text):
        at = match.start()
        clause = _CLAUSE.split(text[max(0, at - 60) : at])[-1]
        # 卡尔.马克思: a short name may go on behind its point.
        ends = at + 1 == len(text) or len(clause) >= _LONG_CLAUSE
        if ends or _LABEL.match(text, at + 1):
            yield Edit(at, at + 1, "。")


def _brackets(text: str) -> Iterator[Edit]:
    if "(" not in text and ")" not in text:
        return
    han = [match.start() for match in HAN.finditer(text)]
    begins = len(text) - len(text.lstrip())
    for opening, closing in bracket_pairs(text)[0]:
        half = [at for at in (opening, closing) if text[at] in "()"]
        if len(half) == 1 or (half and _is_chinese(text, opening, closing, begins, han)):
            for at in half:
                yield Edit(at, at + 1, "（" if at == opening else "）")


def bracket_pairs(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs of round brackets of any width, and those left over."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    alone: list[int] = []
    for match in _BRACKETS.finditer(text):
        at = match.start()
        if match[0] in "(（":
            stack.append(at)
        elif stack:
            pairs.append((stack.pop(), at))
        elif not _LIST_MARK.fullmatch(text, 0, at + 1):
            alone.append(at)
    return sorted(pairs), sorted([*alone, *stack])


def _is_chinese(text: str, opening: int, closing: int, begins: int, han: Sequence[int]) -> bool:
    if closing - opening < _LONGEST_NUMBER:
        inner = text[opening:closing]
        # 〔2021)73号: this ) is none of a pair.
        if inner.count("〔") != inner.count("〕"):
            return False
    within = bisect_left(han, closing) > bisect_left(han, opening)
    if within or (opening and _BEFORE.match(text[opening - 1])):
        return True
    # 60dB(A)的 is one sign; (1)学习 is a mark.
    latin = opening > 0 and bool(_LATIN.match(text[opening - 1]))
    behind = text[closing + 1 : closing + 2]
    return not latin and (opening == begins or bool(_BEHIND.match(behind)))


def quote_edits(text: str, at: Sequence[int], opens: bool) -> list[Edit]:
    """Return the edits of straight double quotation marks, by turns opening and closing.

    Args:
        text: a paragraph.
        at: places of the marks.
        opens: whether the first of them opens a quotation.

    """
    edits = []
    curly, seen = 0, 0
    for number, place in enumerate(at):
        curly += text.count("“", seen, place) - text.count("”", seen, place)
        seen = place
        signs = "‘’" if curly > 0 else "“”"
        edits.append(Edit(place, place + 1, signs[opens != (number % 2 == 0)]))
    return edits


def mixed_quote_edits(text: str) -> list[Edit]:
    """Return the edits where curly marks open what straight ones close, or the other way."""
    edits, opened = [], False
    for match in _DOUBLE.finditer(text):
        if match[0] == '"':
            edits.append(Edit(match.start(), match.end(), "”" if opened else "“"))
            opened = not opened
        elif opened == (match[0] == "“"):
            return []  # nobody knows which of them is missing
        else:
            opened = match[0] == "“"
    return [] if opened else edits


def straight_quotes(text: str) -> list[int]:
    """Return the places of straight double quotation marks that quote: not of inches."""
    return [
        match.start()
        for match in re.finditer('"', text)
        if not (match.start() and text[match.start() - 1].isdigit())
    ]


def single_quote_edits(text: str) -> Iterator[Edit]:
    """Yield straight single quotation marks that stand in pairs around Han."""
    at = [match.start() for match in _SINGLE.finditer(text)]
    if len(at) % 2:
        return
    for start, end in zip(at[::2], at[1::2], strict=True):
        if HAN.search(text, start, end):
            yield Edit(start, start + 1, "‘")
            yield Edit(end, end + 1, "’")
