"""Contacts: how readers reach an office, line by line."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from disclosure.document.blocks import ContactLine, Entry
from disclosure.document.contact_lines import read_line
from disclosure.document.values import Role, Value
from disclosure.model.contact import Contact
from disclosure.model.notice import Notice
from disclosure.zh.phone import parse_phone

_LINES = (
    ("name", "单位", Role.CONTACT),
    ("person", "联系人", Role.CONTACT),
    ("phone", "电话", Role.NUMBER),
    ("hours", "接听时间", Role.CONTACT),
    ("fax", "传真", Role.NUMBER),
    ("email", "电子邮箱", Role.CONTACT),
    ("address", "通信地址", Role.CONTACT),
    ("postcode", "邮政编码", Role.NUMBER),
)

LABELS: Final = {key: label for key, label, _ in _LINES}


class Office(NamedTuple):
    """One office that readers can reach.

    Attributes:
        lines: what is known of it, in the order in which it is printed.
        in_lines: whether the text has these lines, labels and all; else fields are printed.

    """

    lines: tuple[ContactLine, ...]
    in_lines: bool = False

    def line(self, key: str) -> ContactLine | None:
        """Return the line that prints a field; None where it is not given."""
        return next((line for line in self.lines if line.key == key), None)

    def text(self, key: str) -> str:
        """Return what a field prints; empty where it is not given."""
        line = self.line(key)
        return line.text if line else ""

    @property
    def mailbox(self) -> str:
        """The first mailbox; empty where there is none."""
        entries = (entry for line in self.lines for entry in line.entries)
        boxes = (e.href.removeprefix("mailto:") for e in entries if e.href.startswith("mailto:"))
        return next(boxes, "")


def read_offices(notice: Notice, default: tuple[Contact, ...]) -> tuple[Office, ...]:
    """Return the offices of a notice, else those of ``default``, which have no place in it."""
    own = bool(notice.contact)
    contacts = enumerate(notice.contact or default)
    found = (_office(each, number, own=own) for number, each in contacts)
    return tuple(office for office in found if office.lines)


def _office(contact: Contact, number: int, *, own: bool) -> Office:
    if not contact.lines:
        return Office(tuple(_lines(contact, number, own=own)))
    lines = enumerate(contact.lines)
    return Office(tuple(read_line(e, ("contact", number, "lines", n), own) for n, e in lines), True)


def _lines(contact: Contact, number: int, *, own: bool) -> Iterator[ContactLine]:
    for key, label, role in _LINES:
        given = getattr(contact, key)
        texts = given if isinstance(given, tuple) else (given,) if given else ()
        if entries := tuple(_entries(key, texts)):
            path = ("contact", number, key)
            values = tuple(Value(path, role, text) for text in texts) if own else ()
            yield ContactLine(key, label, entries, values)


def _entries(key: str, texts: tuple[str, ...]) -> Iterator[Entry]:
    for text in texts:
        if key in {"phone", "fax"}:
            if phone := parse_phone(text):
                yield Entry(phone.shown, phone.uri if key == "phone" else "")
        else:
            yield Entry(text, f"mailto:{text}" if key == "email" else "")
