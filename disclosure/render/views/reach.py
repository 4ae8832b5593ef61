"""How readers reach the office: telephone links, prefilled mail, the feedback code."""

from dataclasses import dataclass
from urllib.parse import quote

from disclosure.model.notice import Contact, Notice
from disclosure.model.site import Site
from disclosure.render.qr import QrCode, draw_qr
from disclosure.zh.phone import parse_phone

_LINE = "\r\n"  # RFC 6068, 5: line ends in a body are %0D%0A


@dataclass(frozen=True, slots=True)
class PhoneLink:
    """A number to read and to tap."""

    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """One office."""

    name: str
    person: str
    phones: tuple[PhoneLink, ...]
    fax: tuple[str, ...]
    email: str
    address: str
    postcode: str
    hours: str


@dataclass(frozen=True, slots=True)
class FeedbackLinks:
    """Writes the address behind every feedback link of one notice.

    Attributes:
        url: feedback form, if the unit has one; it is used as it stands.
        email: mailbox, used when there is no form.
        title: of the notice.
        address: public address of the notice.
    """

    url: str
    email: str
    title: str
    address: str

    def general(self) -> str:
        """Return the link for the notice as a whole; empty when there is no way to write."""
        return self.url or self._mail(f"意见建议：{self.title}", f"通报：{self.title}", "")

    def about_problem(self, number: int, mark: str, title: str, anchor: str) -> str:
        """Return the link for one problem, the mail naming it."""
        if self.url:
            return self.url
        subject = f"意见建议：问题{number}（{self.title}）"
        about = f"通报：{self.title}{_LINE}问题{number}：{mark}{title}"
        return self._mail(subject, about, f"#{anchor}")

    def _mail(self, subject: str, about: str, fragment: str) -> str:
        if not self.email:
            return ""
        body = f"{about}{_LINE}网址：{self.address}{fragment}{_LINE}{_LINE}我的意见：{_LINE}"
        return f"mailto:{quote(self.email, safe='@')}?subject={quote(subject, safe='')}" + (
            f"&body={quote(body, safe='')}"
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


def feedback_code(links: FeedbackLinks) -> QrCode | None:
    """Return the code that opens the feedback form or an empty mail to the office."""
    target = links.url or (f"mailto:{links.email}" if links.email else "")
    return draw_qr(target) if target else None
