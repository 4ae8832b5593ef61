"""Telephone numbers where other words stand beside them, and why digits are none."""

import random

import pytest

from disclosure.zh.phone import parse_phone
from disclosure.zh.phone_faults import left_over, phone_fault
from disclosure.zh.phones_in_text import MOBILE, find_phones

FOUND = (
    ("0555-2234567/2234568", ["+865552234567", "+865552234568"]),
    ("0555-2234567/8", ["+865552234567", "+865552234568"]),
    ("0555-2234567、68", ["+865552234567", "+865552234568"]),
    ("0555-2234567至2234569", ["+865552234567", "+865552234569"]),
    ("0555-2234567转8001、8002", ["+865552234567;ext=8001", "+865552234567;ext=8002"]),
    ("0555-2234567（转8001）", ["+865552234567;ext=8001"]),
    ("0555-2234567-8001", ["+865552234567;ext=8001"]),
    ("0555-12388", ["+8655512388"]),
    ("（0555）12345", ["+8655512345"]),
    ("值班室（0555-2234567）", ["+865552234567"]),
    ("0555 223 4567", ["+865552234567"]),
    ("０５５５－２２３４５６７", ["+865552234567"]),
    ("+86-555-2234567", ["+865552234567"]),
    ("139 0000 0000（微信同号）", ["+8613900000000"]),
    ("400-100-1234", ["+864001001234"]),
    ("0555-2234567（工作日8∶00—12∶00，14:30-17:30）", ["+865552234567"]),
    ("电话:0555-2234567，8:30—12:00", ["+865552234567"]),
    ("0555-2234567,0556-2234568", ["+865552234567", "+865562234568"]),
)
# Numbers only where the text is about telephones.
NAMED = (
    ("110、12388", ["110;phone-context=+86", "12388;phone-context=+86"]),
    ("0555-2234567（办公室）、2234568（传达室）", ["+865552234567", "+865552234568"]),
    ("2234567 2234568", ["2234567;phone-context=+86", "2234568;phone-context=+86"]),
)
FAULTS = (
    ("0555-1234567", "first"),
    ("0555-223456", "count"),
    ("0123-4567890", "area"),
    ("139 0000 000", "mobile"),
    ("12000000000", "mobile"),
    ("400-100-123", "free"),
    ("22345", "digits"),
    ("1234567", "first"),
    ("055512388", "like"),
    ("见附件", "none"),
)


def dialled(text: str, *, named: bool) -> list[str]:
    """Return what is dialled for the numbers of a text."""
    return [each.phone.uri.removeprefix("tel:") for each in find_phones(text, named=named)]


@pytest.mark.parametrize(("text", "numbers"), FOUND)
def test_found_in_any_text(text: str, numbers: list[str]) -> None:
    """Each number is found once, with the area code of the one before it, and hours are none."""
    assert dialled(text, named=True) == dialled(text, named=False) == numbers


def test_a_bracket_around_a_number_is_no_part_of_it() -> None:
    """Brackets belong to a number only around its area code."""
    for text, number in (
        ("（0555-2234567）", "0555-2234567"),
        ("（0555）2234567", "（0555）2234567"),
    ):
        ((start, end, _),) = find_phones(text, named=True)
        assert text[start:end] == number


@pytest.mark.parametrize(("text", "numbers"), NAMED)
def test_found_where_telephones_are_meant(text: str, numbers: list[str]) -> None:
    """Short and local numbers are read as such only where nothing else can be meant."""
    assert dialled(text, named=True) == numbers
    assert dialled(text, named=False) != numbers


@pytest.mark.parametrize(
    "text", ["2024年1月10日", "5550118元", "12.5亿元", "第12388号", "A0555-2234567"]
)
def test_figures_are_no_numbers(text: str) -> None:
    """What is no telephone number is not linked in a text."""
    assert not dialled(text, named=False)


@pytest.mark.parametrize(("text", "kind"), FAULTS)
def test_faults(text: str, kind: str) -> None:
    """The fault says what is wrong with the digits."""
    assert phone_fault(text).kind == kind


def test_what_is_left_over() -> None:
    """A mistyped number beside a right one is told; hours and rooms are words."""
    assert left_over("0555-2234567、0555-223456") == "0555-223456"
    assert left_over("0555-2234567（0555-223456）") == ""
    assert left_over("0555-2234567 工作日8:30—17:30，办公楼101室，24小时") == ""
    assert left_over("(0555)1234567") == "(0555)1234567"


def test_no_remedy_is_the_same_string() -> None:
    """What is offered in place of a refused number is another string, and is taken."""
    made = random.Random(12388)
    offered = 0
    for _ in range(3000):
        text = "".join(made.choice("0123456789 0551-()") for _ in range(made.randint(3, 14)))
        if parse_phone(text):
            continue
        fault = phone_fault(text)
        if mended := fault.more.get("mended"):
            offered += 1
            assert mended != text
            assert parse_phone(mended)
    assert offered > 20


def test_linked_mobiles_are_seen() -> None:
    """In any text a mobile is linked only where the rule about personal data reads it, too."""
    made = random.Random(139)
    linked = 0
    for _ in range(3000):
        before, gap = made.choice(["", "手机", "Tel.", "+86", "0086", "+86 "]), made.choice(" -—　")
        text = f"{before}139{gap}0000{made.choice([gap, ''])}0000。"
        for each in find_phones(text, named=False):
            linked += 1
            assert any(m.start() <= each.start < m.end() for m in MOBILE.finditer(text)), text
    assert linked > 100
