"""JSON-LD: the notice as search engines and archives read it (schema.org)."""

from base64 import b64encode
from hashlib import sha256
from typing import NamedTuple

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from disclosure.document.document import Document
from disclosure.model.site import Site
from disclosure.page_texts import PageTexts
from disclosure.render.contact_points import contact_points
from disclosure.render.views.summary import NoticeSummary


class LinkedData(NamedTuple):
    """The content of a script element, and its hash for the page's CSP."""

    script: Markup
    digest: str


def describe_article(
    document: Document, site: Site, address: str, summary: NoticeSummary, texts: PageTexts
) -> LinkedData:
    """Return the page's ``Article``; only what the notice states."""
    day, clock = document.text("day"), document.text("clock")
    author = {"@type": "GovernmentOrganization", "name": document.text("issuer")}
    article: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": document.title,
        "description": summary.description,
        "inLanguage": texts.text("page.language"),
        **({"datePublished": f"{day}T{clock}:00+08:00" if clock else day} if day else {}),
        **({"dateModified": summary.updated} if summary.updated else {}),
        "author": author,
        "publisher": {"@type": "GovernmentOrganization", "name": site.organizer or site.name},
        "mainEntityOfPage": address,
    }
    if keywords := document.text("keywords"):
        article["keywords"] = keywords
    if points := contact_points(document.offices):
        article["author"] = {**author, "contactPoint": points}
    return _as_script(article)


def _as_script(data: dict[str, object]) -> LinkedData:
    # Browsers run no data block and so ask no policy about it; checkers that do not know this
    # are answered by the hash.
    text = htmlsafe_json_dumps(data, ensure_ascii=False, sort_keys=False)
    return LinkedData(text, b64encode(sha256(text.encode()).digest()).decode())
