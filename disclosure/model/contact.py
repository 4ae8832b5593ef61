"""Contacts: offices that readers can reach, by fields or line by line as the text has it."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from disclosure.model.contact_values import Email, EmailText, Linked, Phones, PhoneText, links_in
from disclosure.model.faults import Path
from disclosure.model.fields import Model, OneOrMany, Text, one_or_many, refuse
from disclosure.model.registrations import Postcode
from disclosure.zh.phones_in_text import find_phones

# What a line may say, one of them a line.
_VALUES: Final = ("phone", "fax", "email", "address", "text")
TELEPHONES: Final = frozenset({"phone", "fax"})


class ContactLine(Model):
    """One line of a contact, printed as typed: its label, and exactly one of the other keys."""

    label: Text | None = Field(None, description="标签，照原文，如 值班电话（兼传真）；没有的不写")
    phone: PhoneText | None = Field(
        None, description="电话，照原文，如 0555-2234567/2234568（工作日）"
    )
    fax: PhoneText | None = Field(None, description="传真，照原文")
    email: EmailText | None = Field(None, description="电子邮箱，照原文，可有几个")
    address: Text | None = Field(None, description="地址，照原文，邮编可以接在后面")
    text: Text | None = Field(None, description="其他内容，照原文，如 联系人、受理时间")

    @model_validator(mode="before")
    @classmethod
    def _typed_as_key(cls, data: Any) -> Any:
        # What a line prints before its colon is easily taken for a key.
        if isinstance(data, dict) and len(data) == 1:
            ((label, value),) = data.items()
            if isinstance(value, str) and not label.isascii():
                key = "email" if "@" in value else "text"
                key = "phone" if any(find_phones(value, named=True)) else key
                raise refuse("contact.line_label", label=label, key=key, value=value)
        return data

    @model_validator(mode="after")
    def _one_value(self) -> "ContactLine":
        given = [key for key in _VALUES if getattr(self, key)]
        if not given:
            raise refuse("contact.line_empty")
        if len(given) > 1:
            raise refuse("contact.line", keys="、".join(given))
        return self

    @property
    def kind(self) -> str:
        """Which of its keys holds what it says."""
        return next(key for key in _VALUES if getattr(self, key))

    @property
    def value(self) -> str:
        """What it says."""
        said: str = getattr(self, self.kind)
        return said


def _line_kind(value: Any) -> str:
    return "text" if isinstance(value, str) else "line"


Line = Annotated[
    Annotated[Text, Tag("text")] | Annotated[ContactLine, Tag("line")],
    Discriminator(_line_kind),
]


class Contact(Model):
    """One office that readers can reach."""

    name: Text | None = Field(None, description="联系单位或科室")
    person: Text | None = Field(None, description="联系人")
    phone: Phones = Field((), description="电话，可写一个或多个")
    fax: Phones = Field((), description="传真")
    email: Email | None = Field(None, description="电子邮箱")
    address: Text | None = Field(None, description="通信地址")
    postcode: Postcode | None = Field(None, description="邮政编码")
    hours: Text | None = Field(None, description="接听时间，如 工作日8:30—17:30")
    lines: tuple[Line, ...] = Field(
        (), description="按原文顺序逐行写，标签也照原文；写了它，就不再写其他各项"
    )

    @model_validator(mode="after")
    def _reachable(self) -> "Contact":
        if self.lines:
            other = sorted(self.model_fields_set - {"lines"})
            if other:
                raise refuse("contact.mixed", at=other[0], key=other[0])
            if not (any(self.links()) or self.is_writable):
                raise refuse("contact.unreachable_lines", at="lines")
        elif not (self.phone or self.email or self.address):
            raise refuse("contact.unreachable")
        return self

    def telephones(self) -> Iterator[tuple[Path, str]]:
        """Yield every number, or text about numbers, with its path from the contact."""
        for key in ("phone", "fax"):
            for position, number in enumerate(getattr(self, key)):
                yield (key, position), number
        for position, line in enumerate(self.lines):
            if isinstance(line, ContactLine) and line.kind in TELEPHONES:
                yield ("lines", position, line.kind), line.value

    def links(self) -> Iterator[Linked]:
        """Yield the numbers and mailboxes of ``lines``."""
        for line in self.lines:
            if isinstance(line, ContactLine):
                yield from links_in(line.value, named=line.kind in TELEPHONES)
            else:
                yield from links_in(line, named=False)

    @property
    def landlines(self) -> frozenset[str]:
        """The digits of every number, the area code first where it is known."""
        short = (*self.phone, *self.fax)
        tel = (each.href for each in self.links() if each.href.startswith("tel:"))
        dialled = (uri.partition(";")[0].replace("+86", "0") for uri in tel)
        return frozenset(re.sub(r"\D", "", text) for text in (*short, *dialled))

    @property
    def mailboxes(self) -> frozenset[str]:
        """Every mailbox."""
        found = (each.href for each in self.links() if each.href.startswith("mailto:"))
        boxes = (href.removeprefix("mailto:") for href in found)
        return frozenset((*((self.email,) if self.email else ()), *boxes))

    @property
    def is_writable(self) -> bool:
        """Whether somebody can write to it."""
        named = any(isinstance(line, ContactLine) and line.address for line in self.lines)
        return bool(self.address or named or self.mailboxes)


Contacts = Annotated[tuple[Contact, ...], BeforeValidator(one_or_many), OneOrMany()]
