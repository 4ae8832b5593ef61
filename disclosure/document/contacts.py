"""Contacts: how readers reach an office, line by line."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from disclosure.document.blocks import ContactLine, Entry
from disclosure.document.contact_lines import read_line
from disclosure.document.values import Role, Value
from disclosure.model.contact import Contact
from disclosure.model.notice import Notice
from disclosure.page_texts import DocumentTexts
from disclosure.zh.phone import parse_phone

_NUMBERS: Final = frozenset({"phone", "fax", "postcode"})


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


def read_offices(
    notice: Notice, default: tuple[Contact, ...], texts: DocumentTexts
) -> tuple[Office, ...]:
    """Return the offices of a notice, else those of ``default``, which have no place in it."""
    own = bool(notice.contact)
    contacts = enumerate(notice.contact or default)
    found = (_office(each, number, texts, own=own) for number, each in contacts)
    return tuple(office for office in found if office.lines)


def _office(contact: Contact, number: int, texts: DocumentTexts, *, own: bool) -> Office:
    if not contact.lines:
        return Office(tuple(_lines(contact, number, texts, own=own)))
    lines = enumerate(contact.lines)
    path = ("contact", number, "lines")
    read = (read_line(each, (*path, at), own, texts.colon) for at, each in lines)
    return Office(tuple(read), True)


def _lines(
    contact: Contact, number: int, texts: DocumentTexts, *, own: bool
) -> Iterator[ContactLine]:
    labels = texts.contacts
    for key, label in zip(labels._fields, labels, strict=True):
        role = Role.NUMBER if key in _NUMBERS else Role.CONTACT
        given = getattr(contact, key)
        typed = given if isinstance(given, tuple) else (given,) if given else ()
        if entries := tuple(_entries(key, typed)):
            path = ("contact", number, key)
            values = tuple(Value(path, role, text) for text in typed) if own else ()
            yield ContactLine(key, label, entries, values, texts.colon, texts.list_mark)


def _entries(key: str, texts: tuple[str, ...]) -> Iterator[Entry]:
    for text in texts:
        if key in {"phone", "fax"}:
            if phone := parse_phone(text):
                yield Entry(phone.shown, phone.uri if key == "phone" else "")
        else:
            yield Entry(text, f"mailto:{text}" if key == "email" else "")
