"""Facts of the language: numerals, dates, widths, telephone numbers."""

from datetime import date

import pytest

from disclosure.zh.dates import chinese_date, chinese_period
from disclosure.zh.numerals import chinese_numeral, circled_number, han_ordinal
from disclosure.zh.phone import parse_phone
from disclosure.zh.width import display_width, fold_gap, join_lines


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (320, "三百二十"),
        (999, "九百九十九"),
    ],
)
def test_numerals(number: int, expected: str) -> None:
    """Ordinals are written as official documents write them."""
    assert chinese_numeral(number) == expected


@pytest.mark.parametrize("number", [0, 1000, -1])
def test_numerals_have_limits(number: int) -> None:
    """Outside 1 to 999 there is no such mark."""
    with pytest.raises(ValueError, match=str(number)):
        chinese_numeral(number)


def test_all_numerals_differ() -> None:
    """No two numbers share a numeral."""
    assert len({chinese_numeral(number) for number in range(1, 1000)}) == 999


def test_han_ordinals() -> None:
    """Every numeral is read back, also as clerks write it; a row of digits is none."""
    assert all(han_ordinal(chinese_numeral(number)) == number for number in range(1, 1000))
    assert [han_ordinal(text) for text in ("一百〇二", "一百十二")] == [102, 112]
    assert [han_ordinal(text) for text in ("二三", "百", "零", "", "十百", "１")] == [0] * 6


def test_circled_numbers() -> None:
    """① to ⑳, then brackets."""
    assert [circled_number(n) for n in (1, 20, 21)] == ["①", "⑳", "（21）"]


def test_dates() -> None:
    """Dates have no leading zeros, and a period repeats no year."""
    assert chinese_date(date(2022, 2, 3)) == "2022年2月3日"
    assert chinese_period(date(2021, 8, 31), date(2021, 9, 13)) == "2021年8月31日至9月13日"
    assert chinese_period(date(2021, 12, 1), date(2022, 1, 5)) == "2021年12月1日至2022年1月5日"
    assert chinese_period(date(2021, 12, 1), date(2021, 12, 1)) == "2021年12月1日"


@pytest.mark.parametrize(
    ("text", "shown", "uri"),
    [
        ("05632263070", "0563-2263070", "tel:+865632263070"),
        ("0563-2263070", "0563-2263070", "tel:+865632263070"),
        ("(0563)2263070", "0563-2263070", "tel:+865632263070"),
        ("（010）65000000", "010-65000000", "tel:+861065000000"),
        ("02165000000", "021-65000000", "tel:+862165000000"),
        ("13800138000", "13800138000", "tel:+8613800138000"),
        ("400-810-1234", "400-810-1234", "tel:+864008101234"),
        ("0563-2263070转8001", "0563-2263070转8001", "tel:+865632263070;ext=8001"),
        ("2263070", "2263070", "tel:2263070;phone-context=+86"),
        ("12345", "12345", "tel:12345;phone-context=+86"),
        ("12388", "12388", "tel:12388;phone-context=+86"),
        ("0555-12388", "0555-12388", "tel:+8655512388"),
        ("（0555）12345", "0555-12345", "tel:+8655512345"),
        ("010 12345", "010-12345", "tel:+861012345"),
        ("0555-96110", "0555-96110", "tel:+8655596110"),
        ("139 0000 0000", "13900000000", "tel:+8613900000000"),
        ("139-0000-0000", "13900000000", "tel:+8613900000000"),
    ],
)
def test_phones(text: str, shown: str, uri: str) -> None:
    """Numbers are shown with their hyphen and dialled in E.164 where that exists."""
    phone = parse_phone(text)
    assert phone is not None
    assert (phone.shown, phone.uri) == (shown, uri)


@pytest.mark.parametrize(
    "text", ["", "2263", "12", "0563226307012345", "电话", "1380013800", "+86"]
)
def test_no_phones(text: str) -> None:
    """What is no number of the plan is refused."""
    assert parse_phone(text) is None


def test_lines_join_without_gap() -> None:
    """Between Han characters nothing is put, between words a space."""
    assert join_lines(["甲乙", "丙"]) == "甲乙丙"
    assert join_lines(["甲。", "“乙”"]) == "甲。“乙”"
    assert join_lines(["see", "page"]) == "see page"
    assert join_lines(["甲", "", "  "]) == "甲"
    assert [fold_gap(*pair) for pair in ("ab", "甲b", "a甲", ("", "a"))] == [" ", "", "", ""]


def test_display_width() -> None:
    """A Han character takes two cells, a combining mark none."""
    assert [display_width(text) for text in ("a甲", "e\u0301", "：", "")] == [3, 1, 2, 0]
