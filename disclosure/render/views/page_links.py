"""What stands beside a notice: attachments and its sealed versions."""

from typing import NamedTuple

from disclosure.document.document import Document
from disclosure.model.versions import LastVersion, minute_of
from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.views.summary import NoticeSummary


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
    """The sealed version that the page goes back to.

    What is said of a change is empty where it is the first version: ``updated``, since when
    readers find it, ``updated_machine``, ``reason``, ``note`` and ``compare``, the comparison
    with the version before.
    """

    name: str
    href: str
    sealed: str
    machine: str
    previous: str
    history: str
    updated: str = ""
    updated_machine: str = ""
    reason: str = ""
    note: str = ""
    compare: str = ""


def version_note(
    summary: NoticeSummary, last: LastVersion | None, page: str, texts: PageTexts
) -> VersionNote | None:
    """Return what the page says of its sealed versions; None where there is none.

    Args:
        summary: of the notice.
        last: its last sealed version.
        page: that says it.
        texts: the words of pages.

    """
    if last is None:
        return None
    slug, previous = summary.slug, last.number - 1
    compare = urls.comparison_page(slug, previous, last.number)
    return VersionNote(
        name=texts.text("version.name", number=last.number),
        href=urls.as_link(urls.sealed_page(slug, last.number), page),
        sealed=minute_of(last.sealed),
        machine=last.sealed,
        previous=urls.as_link(urls.sealed_page(slug, previous), page) if previous else "",
        history=urls.as_link(urls.history_page(slug), page),
        updated=minute_of(summary.updated),
        updated_machine=summary.updated,
        reason=summary.reason,
        note=summary.note,
        compare=urls.as_link(compare, page) if previous else "",
    )


def _size(octets: int) -> str:
    if octets < 1024 * 1024:
        return f"{max(1, round(octets / 1024))} KB"
    return f"{octets / 1024 / 1024:.1f} MB"
