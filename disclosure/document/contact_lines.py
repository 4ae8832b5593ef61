"""Lines of a contact that are printed as they were typed, numbers and mailboxes linked in them."""

from collections.abc import Iterator
from typing import Final

from disclosure.document.blocks import ContactLine, Entry
from disclosure.document.values import Role, Value
from disclosure.model import contact
from disclosure.model.contact_values import Linked, links_in
from disclosure.model.faults import Path

_COLONS: Final = ("：", ":")
# Of a line without any label: a sentence of the text.
SENTENCE: Final = "sentence"


def read_line(line: contact.Line, path: Path, own: bool, colon: str) -> ContactLine:
    """Return a line.

    Args:
        line: as typed, a text or a label with a value.
        path: of the line.
        own: whether it stands in the notice, not in its site.
        colon: behind a label that ends in none.

    A label that ends in a colon keeps it.

    """
    if not isinstance(line, contact.ContactLine):
        said = (Value(path, Role.CONTACT, line),) if own else ()
        entries = tuple(_entries(line, links_in(line, named=False)))
        return ContactLine(SENTENCE, "", entries, said, colon, "")
    typed, text = line.label or "", line.value
    values = _values(line, path) if own else ()
    links = links_in(text, named=line.kind in contact.TELEPHONES)
    if line.kind == "fax":  # nobody is called there
        links = [link for link in links if not link.href.startswith("tel:")]
    label = typed[:-1] if typed.endswith(_COLONS) else typed
    entries = tuple(_entries(text, links))
    return ContactLine(line.kind, label, entries, values, typed[len(label) :] or colon, "")


def _values(line: contact.ContactLine, path: Path) -> tuple[Value, ...]:
    value = Value((*path, line.kind), Role.CONTACT, line.value)
    if line.label is None:
        return (value,)
    return (Value((*path, "label"), Role.CONTACT, line.label), value)


def _entries(text: str, links: list[Linked]) -> Iterator[Entry]:
    place = 0
    for link in links:
        if text[place : link.start]:
            yield Entry(text[place : link.start])
        yield Entry(text[link.start : link.end], link.href)
        place = link.end
    if text[place:]:
        yield Entry(text[place:])
