"""What the form of a CMS asks for besides the text: the page tags as lines to copy, and as JSON."""

import json
from collections.abc import Iterator
from typing import Final

from disclosure.document.document import Document
from disclosure.page_texts import PageTexts
from disclosure.render.composed import Composed
from disclosure.render.views.frame import column_tags, notice_tags, site_tags

_NAMES: Final = (
    ("ArticleTitle", "form.title"),
    ("PubDate", "form.published"),
    ("ContentSource", "form.source"),
    ("Author", "form.author"),
    ("Keywords", "form.keywords"),
    ("Description", "form.description"),
    ("ColumnName", "form.column_name"),
    ("ColumnDescription", "form.column_description"),
    ("ColumnKeywords", "form.column_keywords"),
    ("ColumnType", "form.column_type"),
    ("SiteName", "form.site_name"),
    ("SiteDomain", "form.site_domain"),
    ("SiteIDCode", "form.site_code"),
)


def render_fields(composed: Composed) -> bytes:
    """Return ``meta.txt``, in UTF-8 with a byte order mark and CRLF."""
    lines = _lines(composed.document, _tags(composed), composed.renderer.texts)
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def render_fields_json(composed: Composed) -> bytes:
    """Return ``meta.json``."""
    return json.dumps(_tags(composed), ensure_ascii=False, indent=2).encode() + b"\n"


def _tags(composed: Composed) -> dict[str, str]:
    """Return the tags of 国办发〔2017〕47号 without ``Url``: the CMS gives the page its address."""
    site = composed.renderer.site
    tags = (
        *notice_tags(composed.document, composed.summary, ""),
        *column_tags(site),
        *site_tags(site),
    )
    return {tag.name: tag.content for tag in tags}


def _lines(document: Document, tags: dict[str, str], texts: PageTexts) -> Iterator[str]:
    """Yield a label, then its value on a line of its own, so that the line can be copied."""
    for name, label in _NAMES:
        if name in tags:
            line = texts.text("form.tag", label=texts.text(label), name=name)
            if name == "PubDate" and not document.fact("clock"):
                line += texts.text("form.no_clock")
            yield from (line, tags[name], "")
    for key in ("document_number", "index_number"):
        if fact := document.fact(key):
            yield from (texts.text("form.line", label=fact.label), fact.text, "")
