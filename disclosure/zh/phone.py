"""Telephone numbers of mainland China: how they are written, shown and dialled.

The numbering plan used: area codes 010 and 02x have three digits, all others four and begin
with 0; mobiles are 1[3-9] and nine digits; 400/800 numbers have ten; 9[56]xxx and 1xxxx are
short numbers that cannot be dialled from abroad unless an area code (0555-12388) says whose.
An extension follows 转 or a hyphen.
"""

import re
from typing import NamedTuple

_FORM = re.compile(
    r"""(?:\(?(?P<area>010|02\d|0[3-9]\d{2})\)?(?:[-－\s]?(?P<local>[2-9]\d{6,7})
          |(?:(?<=\))|[-－\s])(?P<service>1\d{4}|9[56]\d{3,4}))
        |(?P<mobile>1[3-9]\d[-\s]?\d{4}[-\s]?\d{4})
        |(?P<free>[48]00)[-－\s]?(?P<first>\d{3,4})[-－\s]?(?P<last>\d{3,4})
        |(?P<bare>[2-9]\d{6,7})
        |(?P<short>1\d{2,5}|9[56]\d{3,4}))
        (?:[-－转](?P<extension>\d{1,6}))?""",
    re.VERBOSE | re.ASCII,
)


class Phone(NamedTuple):
    """One telephone number.

    Attributes:
        shown: with a hyphen after the area code, as official notices print it.
        uri: ``tel:`` URI after RFC 3966; global (E.164) wherever the number has such a form.

    """

    shown: str
    uri: str


def parse_phone(text: str) -> Phone | None:
    """Return the number that ``text`` writes, or None when it is no number of the plan."""
    match = _FORM.fullmatch(text.strip().replace("（", "(").replace("）", ")"))
    if match is None:
        return None
    if match["area"]:
        local = match["local"] or match["service"]
        shown = f"{match['area']}-{local}"
        uri = f"tel:+86{match['area'][1:]}{local}"
    elif match["mobile"]:
        shown = re.sub(r"[-\s]", "", match["mobile"])
        uri = f"tel:+86{shown}"
    elif match["free"]:
        digits = match["first"] + match["last"]
        if len(digits) != 7:
            return None
        shown = f"{match['free']}-{digits[:3]}-{digits[3:]}"
        uri = f"tel:+86{match['free']}{digits}"
    else:
        # No E.164 form without an area code: a local number with its context (RFC 3966, 5.1.5).
        shown = match["bare"] or match["short"]
        uri = f"tel:{shown};phone-context=+86"
    if match["extension"]:
        shown += f"转{match['extension']}"
        head, _, context = uri.partition(";")
        uri = f"{head};ext={match['extension']}" + (f";{context}" if context else "")
    return Phone(shown, uri)
