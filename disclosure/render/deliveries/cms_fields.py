"""What the form of a CMS asks for besides the text: the page tags as lines to copy, and as JSON."""

import json
from collections.abc import Iterator
from typing import Final

from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.page_texts import PageTexts
from disclosure.render.views.frame import Tag, column_tags, notice_tags, site_tags
from disclosure.render.views.summary import NoticeSummary

TEXT = "meta.txt"
DATA = "meta.json"
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


def render_form(
    notice: Notice, summary: NoticeSummary, site: Site, texts: PageTexts
) -> dict[str, bytes]:
    """Return ``meta.txt``, in UTF-8 with a byte order mark and CRLF, and ``meta.json``.

    The tags are those of 国办发〔2017〕47号. ``Url`` is not among them: the CMS gives the page
    its address.
    """
    tags = {tag.name: tag.content for tag in _tags(notice, summary, site)}
    lines = list(_lines(notice, tags, texts))
    return {
        TEXT: ("\ufeff" + "\r\n".join(lines) + "\r\n").encode(),
        DATA: json.dumps(tags, ensure_ascii=False, indent=2).encode() + b"\n",
    }


def _tags(notice: Notice, summary: NoticeSummary, site: Site) -> Iterator[Tag]:
    yield from notice_tags(notice, summary, "")
    yield from column_tags(site)
    yield from site_tags(site)


def _lines(notice: Notice, tags: dict[str, str], texts: PageTexts) -> Iterator[str]:
    """Yield a label, then its value on a line of its own, so that the line can be copied."""
    for name, label in _NAMES:
        if name in tags:
            line = texts.text("form.tag", label=texts.text(label), name=name)
            if name == "PubDate" and not notice.published_time:
                line += texts.text("form.no_clock")
            yield from (line, tags[name], "")
    for label, value in (
        ("fact.document_number", notice.document_number),
        ("fact.index_number", notice.index_number),
    ):
        if value:
            yield from (texts.text("form.line", label=texts.text(label)), value, "")
