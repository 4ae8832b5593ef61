"""Contacts for programs: a ``ContactPoint`` of schema.org for each number and mailbox."""

from collections.abc import Iterable, Iterator

from disclosure.document.blocks import ContactLine
from disclosure.document.contacts import Office


def contact_points(offices: Iterable[Office]) -> list[dict[str, str]]:
    """Return what can be dialled or written to in contacts that the notice gives line by line.

    Contacts by fields have none: what pages of today tell programs does not change.
    """
    lines = (line for office in offices if office.in_lines for line in office.lines)
    return [point for line in lines if line.values for point in _points(line)]


def _points(line: ContactLine) -> Iterator[dict[str, str]]:
    kind = {"@type": "ContactPoint"} | ({"contactType": line.label} if line.label else {})
    if line.key == "fax":
        yield kind | {"faxNumber": line.text}
        return
    for entry in line.entries:
        scheme, _, address = entry.href.partition(":")
        if scheme == "mailto":
            yield kind | {"email": address}
        elif scheme == "tel":
            number, *more = address.split(";")
            inside = [f" ext. {each[4:]}" for each in more if each.startswith("ext=")]
            yield kind | {"telephone": "".join((number, *inside))}
