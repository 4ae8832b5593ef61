"""Marks in every width and spacing."""

import pytest

from disclosure.importer.outline.marks import Form, mark_of
from disclosure.model.mark_style import MarkStyle
from disclosure.zh.numerals import chinese_numeral


@pytest.mark.parametrize(
    ("text", "mark", "style", "number"),
    [
        ("一、甲", "一、", MarkStyle.CHAPTER, 1),
        ("　　十二 、 甲", "十二 、", MarkStyle.CHAPTER, 12),
        ("二﹑甲", "二﹑", MarkStyle.CHAPTER, 2),
        ("5﹑甲", "5﹑", MarkStyle.COMMA, 5),
        ("一．甲", "一．", MarkStyle.CHAPTER, 1),
        ("—、甲", "—、", MarkStyle.CHAPTER, 1),
        ("一百〇一、甲", "一百〇一、", MarkStyle.CHAPTER, 101),
        ("一、2023年工作", "一、", MarkStyle.CHAPTER, 1),
        ("（一）甲", "（一）", MarkStyle.BRACKETED_HAN, 1),
        ("(十一)甲", "(十一)", MarkStyle.BRACKETED_HAN, 11),
        ("（ 二 ）、甲", "（ 二 ）、", MarkStyle.BRACKETED_HAN, 2),
        ("㈢甲", "㈢", MarkStyle.BRACKETED_HAN, 3),
        ("1.甲", "1.", MarkStyle.POINT, 1),
        ("１２．甲", "１２．", MarkStyle.WIDE_POINT, 12),
        ("3 . 甲", "3 .", MarkStyle.POINT, 3),
        ("⒋甲", "⒋", MarkStyle.POINT, 4),
        ("1.2021年审计", "1.", MarkStyle.POINT, 1),
        ("5、甲", "5、", MarkStyle.COMMA, 5),
        ("６、2021年审计", "６、", MarkStyle.COMMA, 6),
        ("（1）甲", "（1）", MarkStyle.BRACKETED, 1),
        ("（２）甲", "（２）", MarkStyle.BRACKETED, 2),
        ("（3)甲", "（3)", MarkStyle.BRACKETED, 3),
        ("(4)甲", "(4)", MarkStyle.NARROW_BRACKETED, 4),
        ("⑸甲", "⑸", MarkStyle.BRACKETED, 5),
        ("6）甲", "6）", MarkStyle.BRACKETED, 6),
        ("⑦甲", "⑦", MarkStyle.CIRCLED, 7),
        ("㉑甲", "㉑", MarkStyle.CIRCLED, 21),
        ("❸、甲", "❸、", MarkStyle.CIRCLED, 3),
        ("第一部分　甲", "第一部分", MarkStyle.PART, 1),
        ("第2部分：甲", "第2部分：", MarkStyle.PART, 2),
        ("问题1：甲", "问题1：", MarkStyle.PROBLEM, 1),
        ("问题 十二：甲", "问题 十二：", MarkStyle.PROBLEM, 12),
        ("二是甲", "二是", MarkStyle.HAN_IS, 2),
        ("第三，甲", "第三，", MarkStyle.ORDINAL, 3),
    ],
)
def test_marks(text: str, mark: str, style: MarkStyle, number: int) -> None:
    """Each is read with its style and number, and ends where its last sign does."""
    found = mark_of(text)
    assert found
    assert (text[found.start : found.end], found.style, found.number) == (mark, style, number)
    assert not text[found.text_at].isspace()
    assert not found.doubtful


@pytest.mark.parametrize(
    "text",
    [
        "甲",
        "",
        "2023.11.30",
        "1.15亿元",
        "3．5%",
        "10月",
        "二三、甲",
        "百、甲",
        "1234、甲",
        "第一批",
        "第一部分是甲",
        "一批",
        "（某）",
        "是否",
        "8:30",
        "0555-2234567",
    ],
)
def test_no_marks(text: str) -> None:
    """Dates, decimals, rows of digits, words: no marks."""
    assert mark_of(text) is None


@pytest.mark.parametrize("text", ["一、二季度", "第一、二批", "1、2号楼", "二、三农", "3、5个村"])
def test_doubtful(text: str) -> None:
    """A mark with a number right behind it is doubtful, for the text around it to decide."""
    found = mark_of(text)
    assert found
    assert found.doubtful


def test_numerals_to_999() -> None:
    """Every Han numeral to 999 is read in a mark."""
    for number in range(1, 1000):
        found = mark_of(f"（{chinese_numeral(number)}）甲")
        assert found
        assert (found.form, found.number) == (Form.BRACKETED_HAN, number)
