"""The matter of a notice, ready to place: links among its notices, and its one ledger."""

from typing import NamedTuple

from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.matter import MatterCell, MatterLink, MatterPage
from disclosure.render.views.sections import StatusView, view_status


class MatterNavLink(NamedTuple):
    """A link to another notice: what it is beside this one, where it is, and its day.

    ``rel`` is empty where HTML has no word for it.
    """

    label: str
    href: str
    rel: str
    day: str
    machine: str


class MatterNav(NamedTuple):
    """Where a notice stands in its matter; ``ledger`` is empty while there is none."""

    number: int
    total: int
    links: tuple[MatterNavLink, ...]
    ledger: str


class MatterPlace(NamedTuple):
    """A problem in one notice; its title only where it was another than now."""

    href: str
    number: int
    title: str
    status: StatusView | None
    offices: str


class MatterLedgerCell(NamedTuple):
    """What one notice says of a problem, or why it says nothing."""

    day: str
    places: tuple[MatterPlace, ...]
    dropped: str


class MatterLedgerRow(NamedTuple):
    """A problem over all notices."""

    title: str
    cells: tuple[MatterLedgerCell, ...]


class MatterLedgerNotice(NamedTuple):
    """A notice in the list above the ledger."""

    title: str
    href: str
    day: str
    machine: str


class MatterLedger(NamedTuple):
    """The matter's own page."""

    notices: tuple[MatterLedgerNotice, ...]
    rows: tuple[MatterLedgerRow, ...]
    csv: str


def view_matter_links(
    slug: str, matter: MatterPage | None, page: str, texts: PageTexts
) -> MatterNav | None:
    """Return the links that a page shows among the notices of its matter; None for no matter.

    Args:
        slug: of the notice.
        matter: what it shows of it.
        page: that shows it.
        texts: the words of pages.

    """
    if matter is None:
        return None
    at = next(n for n, each in enumerate(matter.links) if each.slug == slug)
    last = len(matter.links) - 1
    wanted = [
        ("matter.first", "", 0, at > 0),
        ("matter.previous", "prev", at - 1, at > 1),
        ("matter.next", "next", at + 1, at < last - 1),
        ("matter.latest", "", last, at < last),
    ]
    links = tuple(
        _nav_link(_named(texts.text(name), matter.links[n], texts), rel, matter.links[n], page)
        for name, rel, n, there in wanted
        if there
    )
    ledger = urls.as_link(urls.matter_page(matter.first), page) if matter.first else ""
    return MatterNav(at + 1, last + 1, links, ledger)


def view_matter_ledger(matter: MatterPage, page: str, texts: PageTexts) -> MatterLedger:
    """Return the ledger over a matter.

    Args:
        matter: of the first notice.
        page: that shows it.
        texts: the words of pages.

    """
    shown = [link for link in matter.links if link.machine]
    rows = tuple(
        MatterLedgerRow(
            row.title,
            tuple(
                MatterLedgerCell(
                    link.day, tuple(_place(cell, row.title, page) for cell in cells), why
                )
                for link, cells, why in zip(shown, row.cells, row.dropped, strict=True)
            ),
        )
        for row in matter.rows
    )
    notices = tuple(
        MatterLedgerNotice(
            _named(link.title, link, texts),
            urls.as_link(urls.NoticeUrls(link.slug).page, page),
            link.day,
            link.machine,
        )
        for link in shown
    )
    return MatterLedger(notices, rows, urls.as_link(urls.matter_csv(matter.first), page))


def _named(what: str, link: MatterLink, texts: PageTexts) -> str:
    return texts.text("matter.withdrawn", what=what) if link.withdrawn else what


def _nav_link(label: str, rel: str, link: MatterLink, page: str) -> MatterNavLink:
    href = urls.as_link(urls.NoticeUrls(link.slug).page, page)
    return MatterNavLink(label, href, rel, link.day, link.machine)


def _place(cell: MatterCell, title: str, page: str) -> MatterPlace:
    href = f"{urls.as_link(urls.NoticeUrls(cell.slug).page, page)}#{cell.anchor}"
    then = cell.title if cell.title != title else ""
    status = view_status(cell.status) if cell.status else None
    return MatterPlace(href, cell.number, then, status, cell.offices)
