"""How readers reach the office: telephone links, prefilled mail, the feedback code."""

from typing import NamedTuple
from urllib.parse import quote

from disclosure.model.notice import Contact, Notice
from disclosure.model.site import Site
from disclosure.zh.phone import parse_phone

_LINE = "\r\n"  # RFC 6068, 5: line ends in a body are %0D%0A
_OPINION = quote("意见建议：")
_PROBLEM = quote("问题")
_NOTICE = quote("通报：")
_OPENING = quote(f"{_LINE}{_LINE}我的意见：{_LINE}", safe="")


class PhoneLink(NamedTuple):
    """A number to read and to tap."""

    shown: str
    href: str


class ContactView(NamedTuple):
    """One office."""

    name: str
    person: str
    phones: tuple[PhoneLink, ...]
    fax: tuple[str, ...]
    email: str
    address: str
    postcode: str
    hours: str


class FeedbackLinks:
    """Writes the address behind every feedback link of one notice."""

    def __init__(self, url: str, email: str, title: str, address: str) -> None:
        """Prepare the links.

        Args:
            url: feedback form, if the unit has one; it is used as it stands.
            email: mailbox, used when there is no form.
            title: of the notice.
            address: public address of the notice.

        """
        self.url = url
        self.email = email
        self._to = f"mailto:{quote(email, safe='@')}"
        # Encoded once: every problem's mail repeats them.
        self._title = quote(title, safe="")
        self._address = quote(f"{_LINE}网址：{address}", safe="")

    def general(self) -> str:
        """Return the link for the notice as a whole; empty when there is no way to write."""
        return self._link(_OPINION, "", "")

    def about_problem(self, number: int, mark: str, title: str, anchor: str) -> str:
        """Return the link for one problem, the mail naming it."""
        about = quote(f"{_LINE}问题{number}：{mark}{title}", safe="")
        return self._link(f"{_OPINION}{_PROBLEM}{number}%20", about, f"%23{anchor}")

    def _link(self, subject: str, about: str, fragment: str) -> str:
        if self.url or not self.email:
            return self.url
        return (
            f"{self._to}?subject={subject}{self._title}"
            f"&body={_NOTICE}{self._title}{about}{self._address}{fragment}{_OPENING}"
        )


def contacts_of(notice: Notice, site: Site) -> tuple[Contact, ...]:
    """Return the notice's own contacts, else the site's."""
    return notice.contact or site.contact


def view_contact(contact: Contact) -> ContactView:
    """Return one office, its numbers made dialable."""
    phones = tuple(parsed for text in contact.phone if (parsed := parse_phone(text)))
    faxes = tuple(parsed.shown for text in contact.fax if (parsed := parse_phone(text)))
    return ContactView(
        name=contact.name or "",
        person=contact.person or "",
        phones=tuple(PhoneLink(phone.shown, phone.uri) for phone in phones),
        fax=faxes,
        email=contact.email or "",
        address=contact.address or "",
        postcode=contact.postcode or "",
        hours=contact.hours or "",
    )


def feedback_links(notice: Notice, site: Site, address: str) -> FeedbackLinks:
    """Return the feedback links of ``notice``, published at ``address``."""
    emails = [contact.email for contact in contacts_of(notice, site) if contact.email]
    return FeedbackLinks(
        url=notice.feedback.url or "",
        email=emails[0] if emails else "",
        title=notice.title,
        address=address,
    )
