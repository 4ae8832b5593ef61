"""Printed marks of sections and items: （三） is the third of its style, and read as that."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from disclosure.model.mark_style import MarkStyle
from disclosure.zh.numerals import circled_number, number_of, ordinal

NO_MARK: Final = "无"
# The form of each style: with Han numerals, or with Arabic ones.
_FORMS: Final[Mapping[MarkStyle, str]] = {
    MarkStyle.CHAPTER: "{han}、",
    MarkStyle.BRACKETED_HAN: "（{han}）",
    MarkStyle.POINT: "{number}.",
    MarkStyle.BRACKETED: "（{number}）",
    MarkStyle.COMMA: "{number}、",
    MarkStyle.WIDE_POINT: "{number}．",
    MarkStyle.NARROW_BRACKETED: "({number})",
    # It ends in no sign, so a space keeps it from the title.
    MarkStyle.PART: "第{han}部分\u3000",
    MarkStyle.PROBLEM: "问题{number}：",
    MarkStyle.HAN_IS: "{han}是",
    MarkStyle.ORDINAL: "第{han}，",
    MarkStyle.NONE: "",
}
_WIDE_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_FIRST_CIRCLED, _LAST_CIRCLED = "①", "⑳"


class Form(NamedTuple):
    """What stands around the number of a mark, and whether that is written in Han numerals."""

    before: str
    han: bool
    behind: str


def form_of(style: MarkStyle) -> Form:
    """Return the form of a style's marks; a circled number has nothing around it."""
    form = _FORMS.get(style, "{number}")
    before, _, rest = form.partition("{")
    return Form(before, rest.startswith("han"), rest.partition("}")[2])


# A notice prints the first few of each style over and over.
@lru_cache(maxsize=512)
def format_mark(style: MarkStyle, number: int) -> str:
    """Return the mark of the ``number``-th section or item (GB/T 9704-2012, 7.3.3)."""
    if style is MarkStyle.CIRCLED:
        return circled_number(number)
    return _FORMS[style].format(number=number, han=ordinal(number))


def number_in(style: MarkStyle, mark: str) -> int:
    """Return which number of ``style`` a typed mark is; 0 where it is none of that style."""
    if style is MarkStyle.CIRCLED and len(mark) == 1 and _FIRST_CIRCLED <= mark <= _LAST_CIRCLED:
        return ord(mark) - ord(_FIRST_CIRCLED) + 1
    form, plain = _FORMS.get(style, "").strip(), mark.strip().translate(_WIDE_DIGITS)
    match = _pattern(form).fullmatch(plain) if form else None
    number = number_of(match[1]) if match else 0
    # 二三 would be read as three.
    return number if number and format_mark(style, number).strip() == plain else 0


@cache
def _pattern(form: str) -> re.Pattern[str]:
    before, _, rest = form.partition("{")
    digits = r"(\d{1,4})" if rest.startswith("number") else r"([一二三四五六七八九十]{1,3}|\d{3,4})"
    return re.compile(re.escape(before) + digits + re.escape(rest.partition("}")[2]), re.ASCII)
