"""Telephone numbers and mailboxes as contacts hold them: what is taken, and why one is refused."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, NamedTuple

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from disclosure.model.fields import OneOrMany, Text, one_or_many, refuse, refuse_wide
from disclosure.zh.phone import parse_phone
from disclosure.zh.phone_faults import left_over, phone_fault
from disclosure.zh.phones_in_text import find_phones

# Whether a mended number is right, its field says; this is only what one is made of.
_ANY_PHONE: Final = r"(?a)[-\d()转 ]{5,30}"
_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "none": "field.phone",
        "like": "field.phone_like",
        "beside": "field.phone_beside",
        "area": "field.phone_area",
        "count": "field.phone_count",
        "first": "field.phone_first",
        "digits": "field.phone_digits",
        "mobile": "field.phone_mobile",
        "free": "field.phone_free",
    }
)
_MAILBOX = r"[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}"
_WHOLE = re.compile(_MAILBOX)
_IN_TEXT: Final = rf"(?<![A-Za-z0-9._+-]){_MAILBOX}(?![A-Za-z0-9@-])"
_WORD: Final = r"[^\s、，,；;/]*[@＠][^\s、，,；;/]*"


class Linked(NamedTuple):
    """A number or mailbox in a text: its place there, and the address behind it."""

    start: int
    end: int
    href: str


def links_in(text: str, *, named: bool) -> list[Linked]:
    """Return the numbers and mailboxes that stand in a text, in order.

    Args:
        text: as printed.
        named: whether it is known to be about telephones; see ``find_phones``.

    """
    phones = (Linked(*found[:2], found.phone.uri) for found in find_phones(text, named=named))
    boxes = list(_mailboxes(text))
    # 13900000000@example.com is no telephone.
    alone = (p for p in phones if not any(b.start < p.end and p.start < b.end for b in boxes))
    return sorted((*alone, *boxes))


def _mailboxes(text: str) -> Iterator[Linked]:
    if "@" in text:
        for match in re.finditer(_IN_TEXT, text):
            yield Linked(*match.span(), f"mailto:{match[0]}")


def _phone(value: Any) -> str:
    if isinstance(value, str) and parse_phone(value):
        return value.strip()
    refuse_wide(value, _ANY_PHONE)
    text = value.strip() if isinstance(value, str) else str(value)
    found = list(find_phones(text, named=True))
    if len(found) > 1:
        raise refuse("field.phone_several", value=text)
    if found and (found[0].start, found[0].end) == (0, len(text)):
        raise refuse("field.phone_like", value=text, mended=found[0].phone.shown)
    if found:
        raise refuse("field.phone_words", value=text, number=found[0].phone.shown)
    raise _refused(text)


def _refused(text: str) -> PydanticCustomError:
    """Return what is wrong with the digits of a text in which no number was found."""
    fault = phone_fault(text)
    return refuse(_CODES[fault.kind], value=fault.value, **fault.more)


def _phone_text(value: str) -> str:
    if wrong := left_over(value):
        raise _refused(wrong)
    if not any(find_phones(value, named=True)):
        raise _refused(value)
    return value


def _email(value: Any) -> str:
    if not isinstance(value, str) or not _WHOLE.fullmatch(value):
        raise refuse("field.email", value=str(value))
    return value


def _email_text(value: str) -> str:
    found = list(_mailboxes(value))
    rest = value
    for each in reversed(found):
        rest = f"{rest[: each.start]}、{rest[each.end :]}"
    if wrong := re.search(_WORD, rest):
        refuse_wide(wrong[0], _WHOLE)
        raise refuse("field.email", value=wrong[0])
    if not found:
        raise refuse("field.email", value=value)
    return value


_PHONE_SCHEMA = {"type": ["string", "integer"]}
_EMAIL_SCHEMA = {"type": "string", "format": "email"}

PhoneNumber = Annotated[str, BeforeValidator(_phone), WithJsonSchema(_PHONE_SCHEMA)]
Phones = Annotated[tuple[PhoneNumber, ...], BeforeValidator(one_or_many), OneOrMany()]
Email = Annotated[str, BeforeValidator(_email), WithJsonSchema(_EMAIL_SCHEMA)]
PhoneText = Annotated[Text, AfterValidator(_phone_text), WithJsonSchema(_PHONE_SCHEMA)]
EmailText = Annotated[Text, AfterValidator(_email_text), WithJsonSchema({"type": "string"})]
