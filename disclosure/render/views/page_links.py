"""What stands beside a notice: attachments and its sealed versions."""

from typing import NamedTuple

from disclosure.document.document import Document
from disclosure.page_texts import PageTexts
from disclosure.render import urls


class AttachmentLink(NamedTuple):
    """One attachment; type and size tell what opens before it is opened.

    One that is only named leads nowhere. Its ``word`` is the notice's own before the title.
    """

    title: str
    href: str
    detail: str
    word: str = ""


def attachment_links(
    document: Document, slug: str, page: str, sizes: dict[str, int], texts: PageTexts
) -> tuple[AttachmentLink, ...]:
    """Return the attachments, linked from ``page``.

    Args:
        sizes: bytes of each attached file by its name.
        texts: the words of pages.

    """
    found = []
    for attachment in document.attachments:
        place = attachment.place.raw if attachment.place else ""
        word = attachment.word if attachment.typed else ""
        if not place:
            href = detail = ""
        elif attachment.is_file:
            href = urls.as_link(urls.NoticeUrls(slug).attachment(place), page)
            kind = place.rpartition(".")[2].upper()
            size = _size(sizes.get(place, 0))
            detail = texts.text("attachment.file", kind=kind, size=size)
        else:
            href, detail = place, texts.text("attachment.address")
        found.append(AttachmentLink(attachment.title.raw, href, detail, word))
    return tuple(found)


class VersionNote(NamedTuple):
    """The sealed version that the page goes back to."""

    name: str
    href: str
    sealed: str
    machine: str
    previous: str
    history: str


def version_note(slug: str, last_version: str, page: str, texts: PageTexts) -> VersionNote | None:
    """Return what the page says of its sealed versions; None where there is none.

    Args:
        slug: of the notice.
        last_version: number and time of the last version, with a space between; or empty.
        page: that says it.
        texts: the words of pages.

    """
    if not last_version:
        return None
    number, _, sealed = last_version.partition(" ")
    previous = int(number) - 1
    return VersionNote(
        name=texts.text("version.name", number=number),
        href=urls.as_link(urls.sealed_page(slug, int(number)), page),
        sealed=sealed[:16].replace("T", " "),
        machine=sealed,
        previous=urls.as_link(urls.sealed_page(slug, previous), page) if previous else "",
        history=urls.as_link(urls.history_page(slug), page),
    )


def _size(octets: int) -> str:
    if octets < 1024 * 1024:
        return f"{max(1, round(octets / 1024))} KB"
    return f"{octets / 1024 / 1024:.1f} MB"
