"""The printed texts of ``site.yaml``: they stand on every page, beside the notice's own."""

from collections.abc import Iterator

from disclosure.document.contact_lines import read_line
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role, Value, listed_values, named_values
from disclosure.model.site import Site


def site_texts(site: Site) -> tuple[PrintedText, ...]:
    """Return every printed text of a site in order of the model, as rules look at them."""
    return tuple(PrintedText(value, value.raw) for value in _values(site))


def _values(site: Site) -> Iterator[Value]:
    yield from named_values((), Role.LABEL, site, ("name", "organizer"))
    yield from named_values(("column",), Role.LABEL, site.column, ("name", "description", "type"))
    yield from listed_values(("column", "keywords"), Role.LABEL, site.column.keywords)
    for number, crumb in enumerate(site.parents):
        yield from named_values(("parents", number), Role.LABEL, crumb, ("name",))
    for number, contact in enumerate(site.contact):
        names = ("name", "person", "email", "address", "hours")
        yield from named_values(("contact", number), Role.CONTACT, contact, names)
        for position, line in enumerate(contact.lines):
            yield from read_line(line, ("contact", number, "lines", position), True, "").values
    for number, step in enumerate(site.review.steps if site.review else ()):
        yield from named_values(("review", "steps", number), Role.LABEL, step, ("role",))
