"""Numbers as Word prints them in each of its formats (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

_LAST_CIRCLE: Final = 20
_LARGEST: Final = 9999
_SIMPLE: Final = "零一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL: Final = "零壹貳參肆伍陸柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def number_text(number: int, kind: str) -> str:
    """Return the number in a format of ``w:numFmt``; one that is not known prints as decimal."""
    write = _FORMATS.get(kind)
    if write is None or not 0 < number <= _LARGEST:
        return "" if kind == "none" else str(number)
    return write(number)


def is_beyond(number: int, kind: str) -> bool:
    """Say whether the format has no sign for the number, so that Word prints plain digits."""
    return kind in _SIGNS and number > len(_SIGNS[kind])


def _counted(
    digits: str, scales: str, *, zero: bool = True, one: bool = True
) -> Callable[[int], str]:
    """Return a writer by places: 一百零一; without ``zero`` and ``one`` 百一.

    One ten is 十 at the front of 十一, whatever is said of one hundred.
    """
    formal = scales.startswith("拾")

    def write(number: int) -> str:
        found, gap = "", False
        for place, digit in enumerate(reversed(f"{number:04}")):
            n = int(digit)
            if n:
                bare = n == 1 and place and (not one or (place == 1 and number < 20 and not formal))
                sign = scales[place - 1] if place else ""
                found = ("" if bare else digits[n]) + sign + found
                gap = True
            elif gap and zero and not found.startswith(digits[0]):
                found = digits[0] + found
        return found.lstrip(digits[0])

    return write


def _counted_to_99(number: int) -> str:
    """Write 九十九, and beyond it digit by digit: 一〇〇."""
    return _counted(_SIMPLE, "十百千")(number) if number < 100 else _positional(number)


def _positional(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _signs(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _sixty(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _letters(number: int) -> str:
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _roman(number: int) -> str:
    found = ""
    for size, sign in _ROMAN:
        found += sign * (number // size)
        number %= size
    return found


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _row(first: str, count: int) -> str:
    return "".join(chr(ord(first) + n) for n in range(count))


_SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "decimalEnclosedCircle": _row("①", _LAST_CIRCLE),
        "decimalEnclosedCircleChinese": _row("①", _LAST_CIRCLE),
        "decimalEnclosedFullstop": _row("⒈", _LAST_CIRCLE),
        "decimalEnclosedParen": _row("⑴", _LAST_CIRCLE),
        "ideographEnclosedCircle": _row("㊀", 10),
        "ideographTraditional": _STEMS,
        "ideographZodiac": _BRANCHES,
    }
)
_thousand: Final = _counted(_SIMPLE, "十百千")
_FORMATS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        **{kind: _signs(signs) for kind, signs in _SIGNS.items()},
        "chineseCounting": _counted_to_99,
        "chineseCountingThousand": _thousand,
        "taiwaneseCounting": _counted_to_99,
        "taiwaneseCountingThousand": _thousand,
        "japaneseCounting": _counted(_SIMPLE, "十百千", zero=False, one=False),
        "ideographDigital": _positional,
        "japaneseDigitalTenThousand": _positional,
        "taiwaneseDigital": _positional,
        "chineseLegalSimplified": _counted(_LEGAL, "拾佰仟"),
        "ideographLegalTraditional": _counted(_LEGAL_TRADITIONAL, "拾佰仟"),
        "ideographZodiacTraditional": _sixty,
        "decimalFullWidth": _full_width,
        "decimalFullWidth2": _full_width,
        "decimalZero": lambda number: f"{number:02}",
        "numberInDash": lambda number: f"- {number} -",
        "lowerLetter": _letters,
        "upperLetter": lambda number: _letters(number).upper(),
        "lowerRoman": lambda number: _roman(number).lower(),
        "upperRoman": _roman,
        "none": lambda _: "",
        "bullet": lambda _: "",
    }
)
