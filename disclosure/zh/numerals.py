"""Numbers as official documents print them."""

_DIGITS = "零一二三四五六七八九"
_SCALES = {"十": 10, "百": 100, "千": 1000}
_CIRCLED_FIRST = 0x2460  # ①
_CIRCLED_COUNT = 20


def chinese_numeral(number: int) -> str:
    """Return ``number`` in Han digits as used for ordinals: 1 → 一, 10 → 十, 101 → 一百零一.

    Args:
        number: 1 to 999, the range of section marks in official documents.

    Raises:
        ValueError: outside that range.

    """
    if not 1 <= number <= 999:
        raise ValueError(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds:
        head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    else:
        between = _DIGITS[tens] + "十" if tens else "零" if ones else ""
        head = f"{_DIGITS[hundreds]}百{between}"
    return head + (_DIGITS[ones] if ones else "")


def han_ordinal(text: str) -> int:
    """Return the number that a well-formed Han numeral writes, 0 for any other text.

    Unlike ``number_of`` it takes no row of digits: 二三 is no number, 一百十二 and 一百〇二 are.
    """
    text = text.replace("〇", "零").replace("百十", "百一十")
    try:
        number = number_of(text)
        return number if chinese_numeral(number) == text else 0
    except ValueError:
        return 0


def ordinal(number: int) -> str:
    """Return the Han numeral where marks have one, beyond 99 Arabic digits."""
    return chinese_numeral(number) if number <= 99 else str(number)


def circled_number(number: int) -> str:
    """Return ① to ⑳; beyond that, the number in full-width brackets.

    Raises:
        ValueError: ``number`` is not positive.

    """
    if number < 1:
        raise ValueError(number)
    if number > _CIRCLED_COUNT:
        return f"（{number}）"
    return chr(_CIRCLED_FIRST + number - 1)


def number_of(text: str) -> int:
    """Return the number that Han or Arabic digits write: 十二 → 12, 两 → 2, 19 → 19, １９ → 19.

    Raises:
        ValueError: it writes none below ten thousand.

    """
    if text.isascii() or text.isdecimal():
        return int(text)
    total = digit = 0
    for character in text:
        if character in _SCALES:
            total += (digit or 1) * _SCALES[character]
            digit = 0
        else:
            digit = _DIGITS.find("二" if character == "两" else character)
            if digit < 0:
                raise ValueError(text)
    return total + digit
