"""What the form of a CMS asks for besides the text: the page tags as lines to copy, and as JSON."""

import json
from collections.abc import Iterator
from typing import Final

from disclosure.model.notice import Notice
from disclosure.render.composed import Composed
from disclosure.render.views.frame import column_tags, notice_tags, site_tags

_NAMES: Final = (
    ("ArticleTitle", "标题"),
    ("PubDate", "发布时间"),
    ("ContentSource", "来源"),
    ("Author", "发布单位"),
    ("Keywords", "关键词"),
    ("Description", "摘要"),
    ("ColumnName", "栏目名称"),
    ("ColumnDescription", "栏目说明"),
    ("ColumnKeywords", "栏目关键词"),
    ("ColumnType", "栏目类别"),
    ("SiteName", "网站名称"),
    ("SiteDomain", "网站域名"),
    ("SiteIDCode", "网站标识码"),
)
_NO_CLOCK = "（时刻没有填写，请改成实际的发布时刻）"


def render_fields(composed: Composed) -> bytes:
    """Return ``meta.txt``, in UTF-8 with a byte order mark and CRLF."""
    lines = _lines(composed.source.notice, _tags(composed))
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def render_fields_json(composed: Composed) -> bytes:
    """Return ``meta.json``."""
    return json.dumps(_tags(composed), ensure_ascii=False, indent=2).encode() + b"\n"


def _tags(composed: Composed) -> dict[str, str]:
    """Return the tags of 国办发〔2017〕47号 without ``Url``: the CMS gives the page its address."""
    site = composed.renderer.site
    tags = (
        *notice_tags(composed.source.notice, composed.summary, ""),
        *column_tags(site),
        *site_tags(site),
    )
    return {tag.name: tag.content for tag in tags}


def _lines(notice: Notice, tags: dict[str, str]) -> Iterator[str]:
    """Yield a label, then its value on a line of its own, so that the line can be copied."""
    for name, label in _NAMES:
        if name in tags:
            unsure = _NO_CLOCK if name == "PubDate" and not notice.published_time else ""
            yield from (f"【{label} {name}】{unsure}", tags[name], "")
    for label, value in (
        ("发文字号", notice.document_number),
        ("索引号", notice.index_number),
    ):
        if value:
            yield from (f"【{label}】", value, "")
