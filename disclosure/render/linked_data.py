"""JSON-LD: the notice as search engines and archives read it (schema.org)."""

from disclosure.model.notice import Notice
from disclosure.model.site import Site


def describe_article(
    notice: Notice, site: Site, address: str, description: str
) -> dict[str, object]:
    """Return the page's ``Article``; only what the notice states."""
    day = notice.published.isoformat()
    clock = f"T{notice.published_time}:00+08:00" if notice.published_time else ""
    article: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": notice.title,
        "description": description,
        "inLanguage": "zh-CN",
        "datePublished": day + clock,
        "author": {"@type": "GovernmentOrganization", "name": notice.issuer},
        "publisher": {"@type": "GovernmentOrganization", "name": site.organizer or site.name},
        "mainEntityOfPage": address,
    }
    if notice.keywords:
        article["keywords"] = ",".join(notice.keywords)
    return article
