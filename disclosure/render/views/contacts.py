"""How readers reach the office: telephone links, prefilled mail, the feedback code."""

from itertools import groupby
from typing import Final, NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from disclosure.document.blocks import ContactLine, Entry
from disclosure.document.contacts import Office
from disclosure.document.document import Document
from disclosure.page_texts import PageTexts
from disclosure.uri import percent_encoded

_LINE = "\r\n"  # RFC 6068, 5: line ends in a body are %0D%0A


class PhoneLink(NamedTuple):
    """A number to read and to tap."""

    shown: str
    href: str


class LineView(NamedTuple):
    """A line of a contact, printed as typed; ``kind`` is its key, or ``sentence``."""

    kind: str
    opening: str
    entries: tuple[Entry, ...]


class ContactView(NamedTuple):
    """One office; ``lines`` in place of everything else where the text has them."""

    name: str
    person: str
    phones: tuple[PhoneLink, ...]
    fax: tuple[str, ...]
    email: str
    address: str
    postcode: str
    hours: str
    groups: tuple[tuple[LineView, ...], ...] = ()


_NO_FIELDS: Final = ContactView("", "", (), (), "", "", "", "")


class FeedbackLinks:
    """Writes the address behind every feedback link of one notice, ready for an attribute."""

    def __init__(self, url: str, email: str, title: str, address: str, texts: PageTexts) -> None:
        """Prepare the links.

        Args:
            url: feedback form, if the unit has one; it is used as it stands.
            email: mailbox, used when there is no form.
            title: of the notice.
            address: public address of the notice.
            texts: the words of pages.

        """
        self.url = url
        self.email = email
        self.noun = texts.text("ledger.problem")
        self._to = f"mailto:{quote(email, safe='@')}"
        self._title = title
        self._texts = texts
        # Encoded once: every problem's mail repeats them.
        # No text holds U+0000 or U+0001: they keep the places of number and heading.
        subject = percent_encoded(texts.text("mail.subject_problem", number="\0", title=title))
        self._subject = subject.partition("%00")
        problem = texts.text("mail.problem", number="\0", problem="\1")
        self._problem = percent_encoded(_LINE + problem)
        self._line = percent_encoded(_LINE)
        self._notice = percent_encoded(texts.text("mail.notice", title=title))
        self._address = percent_encoded(f"{_LINE}{texts.text('mail.address', address=address)}")
        self._opening = percent_encoded(f"{_LINE}{_LINE}{texts.text('mail.opinion')}{_LINE}")

    def general(self) -> Markup:
        """Return the link for the notice as a whole; empty when there is no way to write."""
        subject = self._texts.text("mail.subject", title=self._title)
        return self._link(percent_encoded(subject), "", "")

    def about_problem(self, number: str, before: str, heading: str, anchor: str) -> Markup:
        """Return the link for one problem, the mail naming it.

        Args:
            number: of the problem, as readers see it.
            before: the same where it stands before the heading; empty where the heading has it.
            heading: mark and title.
            anchor: of the problem on the page.

        """
        encoded = percent_encoded(heading)
        about = self._line + encoded
        if before:
            about = self._problem.replace("%00", before).replace("%01", encoded)
        opening, _, after = self._subject
        return self._link(f"{opening}{number}{after}", about, f"%23{anchor}")

    def _link(self, subject: str, about: str, fragment: str) -> Markup:
        if self.url or not self.email:
            return escape(self.url)
        # What is percent-encoded needs no escaping, so the mails are not gone through for it.
        return Markup(  # noqa: S704 - all but its own sign is percent-encoded
            f"{self._to}?subject={subject}&amp;"
            f"body={self._notice}{about}{self._address}{fragment}{self._opening}"
        )


def view_contact(office: Office) -> ContactView:
    """Return one office, its numbers made dialable."""
    if office.in_lines:
        return _NO_FIELDS._replace(groups=_groups(office.lines))
    phones, fax = office.line("phone"), office.line("fax")
    return ContactView(
        name=office.text("name"),
        person=office.text("person"),
        phones=tuple(PhoneLink(each.text, each.href) for each in phones.entries) if phones else (),
        fax=tuple(each.text for each in fax.entries) if fax else (),
        email=office.text("email"),
        address=office.text("address"),
        postcode=office.text("postcode"),
        hours=office.text("hours"),
    )


def _groups(lines: tuple[ContactLine, ...]) -> tuple[tuple[LineView, ...], ...]:
    """Return the lines, those next to each other together that are sentences or that are not."""
    views = (LineView(line.key, line.opening, line.entries) for line in lines)
    return tuple(tuple(group) for _, group in groupby(views, lambda v: bool(v.opening)))


def feedback_links(document: Document, address: str, texts: PageTexts) -> FeedbackLinks:
    """Return the feedback links of a notice, published at ``address``."""
    emails = (office.mailbox for office in document.offices)
    return FeedbackLinks(
        url=document.feedback.text if document.feedback else "",
        email=next(filter(None, emails), ""),
        title=document.title,
        address=address,
        texts=texts,
    )
