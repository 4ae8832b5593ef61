"""Marks: what is printed before a heading, in every width and spacing that offices type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from disclosure.model.mark_style import MarkStyle
from disclosure.zh.numerals import han_ordinal, number_of

BLANKS: Final = " \t\u3000\xa0\u2000-\u200b\u202f\u205f\ufeff"
_B: Final = f"[{BLANKS}]{{0,8}}"
_HAN: Final = "(?P<han>[一二三四五六七八九十百零〇]{1,7})"
_ARABIC: Final = "(?P<arabic>[0-9０-９]{1,3})"
# Of 1.1 what counts; 1.5万元 is no mark.
_PART: Final = r"(?P<arabic>[1-9][0-9]?)(?![0-9.．])[ \t\u3000\xa0]{1,8}(?=[\u4e00-\u9fff“《])"
# Behind it a name, and no sentence.
_NAMED: Final = r"(?=[^。；，：！？]{0,40}(?:\n|\Z))"
# 1.5 is a number; 1.2021年 is the first of something in that year.
_NO_DECIMAL: Final = "(?:(?![0-9０-９])|(?=(?:19|20)[0-9]{2}年))"


class Form(StrEnum):
    """Marks that are of one level wherever they stand under one heading, whatever their width."""

    PART = "part"
    BOOK_CHAPTER = "book_chapter"
    BOOK_SECTION = "book_section"
    PROBLEM = "problem"
    CHAPTER = "chapter"
    BRACKETED_HAN = "bracketed_han"
    POINT = "point"
    COMMA = "comma"
    BRACKETED = "bracketed"
    HALF_BRACKET = "half_bracket"
    CIRCLED = "circled"
    HAN_IS = "han_is"
    ORDINAL = "ordinal"
    SECOND_DECIMAL = "second_decimal"
    THIRD_DECIMAL = "third_decimal"
    NONE = "none"


# Their marks are part of the title, for no style of the model counts so: 第一章　总则, 1.1 目标.
OF_TITLE: Final = frozenset(
    {Form.BOOK_CHAPTER, Form.BOOK_SECTION, Form.SECOND_DECIMAL, Form.THIRD_DECIMAL}
)


# Single characters that are a mark: the first of a row, how many, and what form they are.
_ROWS: Final[tuple[tuple[int, int, int, Form], ...]] = (
    (0x2460, 20, 1, Form.CIRCLED),  # ①
    (0x3251, 15, 21, Form.CIRCLED),  # ㉑
    (0x32B1, 15, 36, Form.CIRCLED),  # ㊱
    (0x2776, 10, 1, Form.CIRCLED),  # ❶
    (0x2780, 10, 1, Form.CIRCLED),  # ➀
    (0x278A, 10, 1, Form.CIRCLED),  # ➊
    (0x24F5, 10, 1, Form.CIRCLED),  # ⓵
    (0x3280, 10, 1, Form.CIRCLED),  # ㊀
    (0x3220, 10, 1, Form.BRACKETED_HAN),  # ㈠
    (0x2474, 20, 1, Form.BRACKETED),  # ⑴
    (0x2488, 20, 1, Form.POINT),  # ⒈
)
_SIGNS: Final[Mapping[str, tuple[Form, int]]] = {
    chr(start + n): (form, first + n) for start, count, first, form in _ROWS for n in range(count)
}
_PATTERNS: Final[tuple[tuple[Form, re.Pattern[str]], ...]] = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        (Form.PART, f"第{_B}(?:{_HAN}|{_ARABIC}){_B}部分(?![是为的内之由])(?:{_B}[：:、])?"),
        # A line that says 第三章规定…… is none: see ``_NAMED``.
        (Form.BOOK_CHAPTER, f"第{_B}(?:{_HAN}|{_ARABIC}){_B}章{_NAMED}"),
        (Form.BOOK_SECTION, f"第{_B}(?:{_HAN}|{_ARABIC}){_B}节{_NAMED}"),
        (Form.PROBLEM, f"问题{_B}(?:{_HAN}|{_ARABIC}){_B}[：:、.．]"),
        (Form.ORDINAL, f"第{_B}{_HAN}{_B}[，,、]"),
        (Form.BRACKETED_HAN, f"[（(]{_B}{_HAN}{_B}[)）](?:{_B}[、.．])?"),
        (Form.BRACKETED, f"[（(]{_B}{_ARABIC}{_B}[)）](?:{_B}[、.．])?"),
        (Form.HAN_IS, f"{_HAN}是(?![否非])"),
        (Form.CHAPTER, f"{_HAN}{_B}[、､﹑.．]"),
        # A dash that was typed for 一.
        (Form.CHAPTER, f"[—–－]{_B}、"),
        (Form.HALF_BRACKET, f"{_ARABIC}{_B}[)）](?:{_B}[、.．])?"),
        (Form.THIRD_DECIMAL, rf"[0-9]{{1,2}}(?:[.．][0-9]{{1,2}})[.．]{_PART}{_NAMED}"),
        (Form.SECOND_DECIMAL, rf"[0-9]{{1,2}}[.．]{_PART}{_NAMED}"),
        (Form.POINT, f"{_ARABIC}{_B}[.．]{_NO_DECIMAL}"),
        (Form.COMMA, f"{_ARABIC}{_B}[、､﹑]"),
    )
)
_SIGN: Final = re.compile(f"[{''.join(_SIGNS)}](?:{_B}[、.．](?![0-9０-９]))?")
_NEXT_NUMBER: Final = re.compile(f"{_HAN}|(?P<arabic>[0-9０-９]{{1,3}})(?![0-9０-９年])")
_LEADING: Final = re.compile(f"[{BLANKS}]*")
_STYLES: Final[Mapping[Form, MarkStyle]] = {
    Form.PART: MarkStyle.PART,
    Form.BOOK_CHAPTER: MarkStyle.NONE,
    Form.BOOK_SECTION: MarkStyle.NONE,
    Form.SECOND_DECIMAL: MarkStyle.NONE,
    Form.THIRD_DECIMAL: MarkStyle.NONE,
    Form.PROBLEM: MarkStyle.PROBLEM,
    Form.CHAPTER: MarkStyle.CHAPTER,
    Form.BRACKETED_HAN: MarkStyle.BRACKETED_HAN,
    Form.COMMA: MarkStyle.COMMA,
    Form.CIRCLED: MarkStyle.CIRCLED,
    Form.HAN_IS: MarkStyle.HAN_IS,
    Form.ORDINAL: MarkStyle.ORDINAL,
    Form.HALF_BRACKET: MarkStyle.BRACKETED,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found in a text.

    Attributes:
        start: where it stands, behind blanks.
        end: one behind its last sign.
        text_at: where the text behind it begins, past blanks.
        doubtful: whether it may be no mark but a list: 一、二季度, 1、2号楼, 第一、二批; or 1.5 米.

    """

    form: Form
    style: MarkStyle
    number: int
    start: int
    end: int
    text_at: int
    doubtful: bool = False


def family(form: Form) -> Form:
    """Return one form for those that clerks mix within one count, as in 1. 2、 3."""
    return Form.POINT if form is Form.COMMA else form


def mark_of(text: str, at: int = 0) -> Mark | None:
    """Return the mark at ``at`` of a text, blanks before it passed over; None if there is none."""
    start = _past_blanks(text, at)
    sign = _SIGN.match(text, start)
    if sign:
        form, number = _SIGNS[sign[0][0]]
        return _mark(form, number, text, start, sign.end())
    for form, pattern in _PATTERNS:
        match = pattern.match(text, start)
        if match:
            said = match.groupdict()
            han, arabic = said.get("han"), said.get("arabic")
            number = han_ordinal(han) if han else number_of(arabic) if arabic else 1
            return _mark(form, number, text, start, match.end()) if number else None
    return None


def _mark(form: Form, number: int, text: str, start: int, end: int) -> Mark:
    behind = _past_blanks(text, end)
    style = _STYLES.get(form) or _style_by_signs(form, text[start:end])
    return Mark(form, style, number, start, end, behind, _doubtful(form, number, text, end))


def _style_by_signs(form: Form, mark: str) -> MarkStyle:
    if form is Form.POINT:
        return MarkStyle.WIDE_POINT if "．" in mark else MarkStyle.POINT
    return MarkStyle.NARROW_BRACKETED if mark.startswith("(") else MarkStyle.BRACKETED


def _doubtful(form: Form, number: int, text: str, end: int) -> bool:
    if form in {Form.SECOND_DECIMAL, Form.THIRD_DECIMAL}:
        return True  # it may be a figure
    if form not in {Form.CHAPTER, Form.COMMA, Form.ORDINAL}:
        return False
    behind = _NEXT_NUMBER.match(text, end)
    if not behind:
        return False
    if form is Form.COMMA:
        return bool(behind["arabic"])
    return bool(behind["han"]) and han_ordinal(behind["han"]) == number + 1


def _past_blanks(text: str, at: int) -> int:
    match = _LEADING.match(text, at)
    return match.end() if match else at
