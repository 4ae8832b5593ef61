"""Telephone numbers in a text, as people write them: with blanks, in brackets, several in one.

``parse_phone`` knows how one number is written by itself. Here numbers are found where other
words stand beside them, and the text is left as it is: only where a number begins and ends, and
how it is dialled, is told.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from disclosure.zh.phone import Phone, parse_phone

# One character for one: places stay what they are.
_PLAIN = str.maketrans(
    "０１２３４５６７８９（）－—–‐‑−＋／～\u3000\u00a0",
    "0123456789()------+/~  ",
)
# A mobile number as contacts have it; ``privacy.mobile`` knows more ways to part one.
MOBILE: Final = re.compile(
    r"(?<![\dA-Za-z.])(?:\+?86[ -]?)?(?P<number>1[3-9]\d(?:[ -]?\d{4}){2})(?![\dA-Za-z]|\.\d)"
)
_GAP = "[- ]{0,3}"
_EXTENSION = (
    r"(?:[ ]?(?P<open>\()?[-]?[ ]?(?:转分机|转|分机)[ ]?|-)(?P<extension>\d{1,6})(?!\d)(?(open)\))"
)
# What no other number can be mistaken for.
_SURE = rf"""(?:(?:(?:(?:\+|00)86[- ]?)?(?P<inside>\()?0|(?:\+|00)86[- ]?)
             (?P<area>10|2\d|[3-9]\d{{2}})(?(inside)\))
             (?:{_GAP}(?P<local>[2-9](?:[ ]?\d){{6,7}})
               |(?:(?<=\))|[- ])[- ]{{0,2}}(?P<service>1\d{{4}}|9[56]\d{{3,4}}))
           |(?:(?:\+|00)86[- ]?)?(?P<mobile>1[3-9]\d[- ]?\d{{4}}[- ]?\d{{4}})
           |(?P<free>[48]00[- ]?\d{{3,4}}[- ]?\d{{3,4}}))"""
_BARE = r"(?P<bare>[2-9](?:[ ]?\d){6,7})|(?<!\d[ ])(?P<short>1\d{2,5}|9[56]\d{3,4})(?![- ]\d)"
_ALONE = r"(?<![\dA-Za-z])(?<!\d[:∶.-])"
# 2234567/2234568, 2234567/8, 转8001、8002: what follows has the area code of what stands before.
_NEXT = rf"""[ ]?(?:(?:[/、，,;；~和或及与至]|-{{1,2}})[ ]?(?P<local>[2-9](?:[ ]?\d){{6,7}})
           (?:{_EXTENSION})?
         |[/、](?P<tail>\d{{1,4}}))
         (?![\d:∶.\u4e00-\u9fff]|-\d)"""


class FoundPhone(NamedTuple):
    """A number in a text.

    Attributes:
        start: its first character.
        end: behind the last one.
        phone: how it is dialled.

    """

    start: int
    end: int
    phone: Phone


class _Last(NamedTuple):
    """What a following number is completed from."""

    area: str = ""
    local: str = ""
    extension: str = ""


def plain_digits(text: str) -> str:
    """Return the text with full-width digits, brackets, hyphens and blanks made plain, in place."""
    return text.translate(_PLAIN)


def find_phones(text: str, *, named: bool) -> Iterator[FoundPhone]:
    """Yield the numbers that stand in a text, in order.

    Args:
        text: as printed.
        named: whether it is known to be about telephones: then seven or eight digits are a local
            number, with the area code of the number before it, and 12388 or 110 is one, too. In
            any other text only what has an area code, mobiles and 400 numbers are found.

    """
    plain = plain_digits(text)
    pattern, following_number = _first(named=named), _following()
    last, place = _Last(), 0
    while match := pattern.search(plain, place):
        place = match.end()
        phone, now = _read(match, last)
        # In any text a mobile is linked only where those who look for them see it, too.
        if phone and (named or not match["mobile"] or MOBILE.match(text, match.start())):
            yield FoundPhone(match.start(), place, phone)
        if now.area or now.local:
            last = now
            while following := following_number.match(plain, place):
                last, start = _complete(following, last)
                phone = parse_phone(_written(last))
                if phone is None:
                    break
                place = following.end()
                yield FoundPhone(start, place, phone)


# Most notices have no use for them, and to compile them takes time.
@cache
def _first(*, named: bool) -> re.Pattern[str]:
    number, behind = (rf"(?:{_SURE}|{_BARE})", r"[.:∶]\d") if named else (_SURE, r"\.\d")
    whole = rf"{_ALONE}{number}(?:{_EXTENSION})?(?![\dA-Za-z]|{behind})"
    return re.compile(whole, re.VERBOSE | re.ASCII)


@cache
def _following() -> re.Pattern[str]:
    return re.compile(_NEXT, re.VERBOSE | re.ASCII)


def _read(match: re.Match[str], last: _Last) -> tuple[Phone | None, _Last]:
    found = {name: value for name, value in match.groupdict().items() if value}
    extension = found.get("extension", "")
    if mobile := found.get("mobile"):
        return parse_phone(_digits(mobile)), _Last()
    if free := found.get("free"):
        return parse_phone(_digits(free)), _Last()
    if short := found.get("short"):
        return parse_phone(short), _Last()
    if service := found.get("service"):
        return parse_phone(f"0{found['area']}-{service}"), _Last()
    local = _digits(found.get("local") or found["bare"])
    area = f"0{found['area']}" if "area" in found else last.area
    now = _Last(area, local, extension)
    return parse_phone(_written(now)), now


def _complete(following: re.Match[str], last: _Last) -> tuple[_Last, int]:
    """Return the number that a following one means, and where it begins."""
    if local := following["local"]:
        now = _Last(last.area, _digits(local), following["extension"] or "")
        return now, following.start("local")
    tail = following["tail"]
    if last.extension:
        return last._replace(extension=tail), following.start("tail")
    return last._replace(local=last.local[: -len(tail)] + tail), following.start("tail")


def _written(last: _Last) -> str:
    head = f"{last.area}-{last.local}" if last.area else last.local
    return f"{head}转{last.extension}" if last.extension else head


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
