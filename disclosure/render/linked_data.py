"""JSON-LD: the notice as search engines and archives read it (schema.org)."""

from base64 import b64encode
from hashlib import sha256

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from disclosure.document.document import Document
from disclosure.model.site import Site
from disclosure.page_texts import PageTexts


def describe_article(
    document: Document, site: Site, address: str, description: str, texts: PageTexts
) -> dict[str, object]:
    """Return the page's ``Article``; only what the notice states."""
    day, clock = document.text("day"), document.text("clock")
    article: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": document.title,
        "description": description,
        "inLanguage": texts.text("page.language"),
        "datePublished": f"{day}T{clock}:00+08:00" if clock else day,
        "author": {"@type": "GovernmentOrganization", "name": document.text("issuer")},
        "publisher": {"@type": "GovernmentOrganization", "name": site.organizer or site.name},
        "mainEntityOfPage": address,
    }
    if keywords := document.text("keywords"):
        article["keywords"] = keywords
    return article


def as_script(data: dict[str, object]) -> tuple[Markup, str]:
    """Return the data as the content of a script element, and its hash for the page's CSP.

    Browsers run no data block and so ask no policy about it; checkers that do not know this
    are answered by the hash.
    """
    text = htmlsafe_json_dumps(data, ensure_ascii=False, sort_keys=False)
    return text, b64encode(sha256(text.encode()).digest()).decode()
