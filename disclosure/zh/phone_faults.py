"""Why digits are no telephone number: what is to be counted and looked at again."""

import re
from typing import NamedTuple

from disclosure.zh.phone import parse_phone
from disclosure.zh.phones_in_text import find_phones, plain_digits

_AREA = re.compile(r"0(?:10|2\d|[3-9]\d{2})")
_LOCAL_LENGTHS = (7, 8)
_MOBILE_LENGTHS = range(9, 14)
# Fewer are no mistyped number: a room, a year, an hour.
_FEWEST = 5
_BRACKETS = re.compile(r"\((?!0\d{2,3}\))[^()]*\)")
_CHUNK = re.compile(r"[+(]?\d(?:[\d\-() ]*\d)?", re.ASCII)


class PhoneFault(NamedTuple):
    """What is wrong with a number.

    Attributes:
        kind: which of the things that can be: ``none`` (no digits), ``like`` (right but for how
            it is written), ``beside``, ``area``, ``count``, ``first``, ``digits``, ``mobile``
            or ``free``.
        value: the digits that are meant, as typed.
        more: what else its sentence says, by name.

    """

    kind: str
    value: str
    more: dict[str, str]


def left_over(text: str) -> str:
    """Return what stands in a text about telephones like a number, and is none; "" for nothing.

    What is in brackets behind a number is words, whatever digits are among them.
    """
    digits = list(plain_digits(text))
    for found in find_phones(text, named=True):
        digits[found.start : found.end] = "\0" * (found.end - found.start)
    plain = "".join(digits)
    plain = _BRACKETS.sub(lambda words: "\0" * len(words[0]), plain)
    for match in _CHUNK.finditer(plain):
        if sum(c.isdigit() for c in match[0]) >= _FEWEST:
            return text[match.start() : match.end()]
    return ""


def phone_fault(text: str) -> PhoneFault:
    """Return what is wrong with the digits of a text that is no number.

    Args:
        text: what ``parse_phone`` does not take, and not the writing of several numbers.

    """
    if parse_phone(text):
        return PhoneFault("beside", text, {})
    digits = re.sub(r"\D", "", plain_digits(text))
    if re.match(r"\s*(?:\+|00)86", plain_digits(text)):
        inland = digits[digits.index("86") + 2 :]
        digits = inland if inland.startswith(("0", "1")) else f"0{inland}"
    if not digits:
        return PhoneFault("none", text, {})
    if digits.startswith("0"):
        return _behind_area(text, digits)
    count = {"count": str(len(digits))}
    if digits.startswith(("400", "800")) and len(digits) > max(_LOCAL_LENGTHS):
        return PhoneFault("free", text, count)
    if digits.startswith("1") and len(digits) in _MOBILE_LENGTHS:
        return _like(text, digits) or PhoneFault("mobile", text, count)
    if len(digits) in _LOCAL_LENGTHS and digits.startswith("1"):
        return PhoneFault("first", text, {"digit": "1"})
    return _like(text, digits) or PhoneFault("digits", text, count)


def _behind_area(text: str, digits: str) -> PhoneFault:
    area = _AREA.match(digits)
    if area is None:
        return PhoneFault("area", text, {"area": digits[:2]})
    local = digits[area.end() :]
    if fault := _like(text, f"{area[0]}-{local}"):
        return fault
    if local.startswith(("0", "1")) and len(local) in _LOCAL_LENGTHS:
        return PhoneFault("first", text, {"digit": local[0]})
    return PhoneFault("count", text, {"area": area[0], "count": str(len(local))})


def _like(text: str, mended: str) -> PhoneFault | None:
    """Return the fault of a number that is right but for how it is written."""
    phone = parse_phone(mended)
    return PhoneFault("like", text, {"mended": phone.shown}) if phone else None
