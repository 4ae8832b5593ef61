"""Check digits of identity numbers, bank cards and social credit codes."""

from datetime import date

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_DIGITS = "10X98765432"
_CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def has_birthday(number: str) -> bool:
    """Say whether the middle of an 18- or 15-digit number is a day on which people were born."""
    text = number[6:14] if len(number) == 18 else "19" + number[6:12]
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return 1900 <= day.year <= 2100


def is_identity(number: str) -> bool:
    """Say whether 18 characters are a citizen's identity number (GB 11643-1999)."""
    total = sum(int(d) * w for d, w in zip(number[:17], _ID_WEIGHTS, strict=True))
    return _ID_DIGITS[total % 11] == number[17].upper() and has_birthday(number)


def is_credit_code(text: str) -> bool:
    """Say whether 18 characters are an organisation's code (GB 32100-2015)."""
    if any(character not in _CODE_DIGITS for character in text):
        return False
    values = [_CODE_DIGITS.index(character) for character in text]
    total = sum(v * w for v, w in zip(values, _CODE_WEIGHTS, strict=False))
    return (31 - total % 31) % 31 == values[17]


def is_luhn(digits: str) -> bool:
    """Say whether the last digit checks the others (GB/T 17552, ISO/IEC 7812-1, annex B)."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(digits)) > 1
