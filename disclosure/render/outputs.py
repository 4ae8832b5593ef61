"""The table of outputs: every file that is made of a notice, one line each.

What lists files of a notice takes them from here: the site, the links beside the page, the
sealed versions, deliveries and their README. Not in it is what only a version or a delivery
has: its page of the seal, its record, its README, its listing.
"""

from collections.abc import Callable, Container, Iterable
from functools import partial
from typing import Final, NamedTuple

from disclosure.render import urls
from disclosure.render.composed import Composed
from disclosure.render.deliveries.cms_fields import render_fields, render_fields_json
from disclosure.render.deliveries.pasted import (
    render_copy,
    render_fragment,
    render_plain_fragment,
    render_wechat,
)
from disclosure.render.deliveries.pdf import render_pdf
from disclosure.render.notice_page import render_page
from disclosure.render.plaintext import notice_text
from disclosure.render.single_file import render_standalone
from disclosure.render.tables import ledger_csv, metrics_csv


class Output(NamedTuple):
    """One file of every notice.

    Attributes:
        name: of the file, also its place beside the notice's page.
        make: returns its bytes; raises TemplateError where a template is broken.
        site: whether it stands on the site.
        sealed: whether every version is sealed with it. Versions that were sealed before it was
            in the table are made again without it.
        label: what it is, in the link to it beside the page; empty for no link.
        purpose: what it is for, in the README of a delivery; empty where it is not delivered.
        for_programs: the page links to it after what is for people.
        optional: a delivery may lack it, where packages or fonts are missing.

    """

    name: str
    make: Callable[[Composed], bytes]
    site: bool = False
    sealed: bool = False
    label: str = ""
    purpose: str = ""
    for_programs: bool = False
    optional: bool = False


def _page(composed: Composed, *, large: bool) -> bytes:
    return render_page(composed, links(), large=large)


def plain_text(composed: Composed) -> bytes:
    """Return ``notice.txt``."""
    source = composed.source
    return notice_text(source.notice, source.outline, composed.contacts, composed.prose)


def _ledger(composed: Composed) -> bytes:
    return ledger_csv(composed.rows, composed.address)


def _metrics(composed: Composed) -> bytes:
    return metrics_csv(composed.view.figures, composed.source.figures)


# Sealed pages and READMEs name them in this order.
OUTPUTS: Final = (
    Output(urls.INDEX, partial(_page, large=False), site=True),
    Output(urls.LARGE_PRINT, partial(_page, large=True), site=True),
    Output("copy.html", render_copy, purpose="用浏览器打开，按“全选复制”，粘贴到网站后台的编辑框"),
    Output(
        "fragment.html",
        render_fragment,
        purpose="同样的正文，供编辑框的“源代码”方式粘贴（用记事本打开，全选复制）",
    ),
    Output(
        "fragment-plain.html",
        render_plain_fragment,
        purpose="不带样式的正文；编辑框自己排版，或者粘贴后样子不对时用它",
    ),
    Output(
        "meta.txt",
        render_fields,
        purpose="网站后台表单要填的标题、来源、发布时间、关键词、摘要等，逐行复制",
    ),
    Output("meta.json", render_fields_json, purpose="同样的内容，供程序读取"),
    Output(
        "wechat.html",
        render_wechat,
        purpose="微信公众号：用浏览器打开，Ctrl+A 全选、Ctrl+C 复制，粘贴到公众号编辑器",
    ),
    Output(
        "standalone.html",
        render_standalone,
        purpose="完整网页，只有一个文件，不联网也能打开，可以转发、打印",
    ),
    Output("notice.pdf", render_pdf, purpose="公文版式，供打印、传阅或作为附件上传", optional=True),
    Output(
        urls.TEXT,
        plain_text,
        site=True,
        sealed=True,
        label="纯文本",
        purpose="纯文本，可发到即时通信或办公系统；也用来核对粘贴后的文字",
    ),
    Output(
        urls.CANONICAL,
        lambda composed: composed.canonical,
        site=True,
        sealed=True,
        label="结构化数据",
        purpose="结构化数据，它的校验值就是审签所说的内容摘要",
        for_programs=True,
    ),
    Output(
        "ledger.csv",
        _ledger,
        site=True,
        sealed=True,
        label="问题台账",
        purpose="问题台账，可用表格软件打开",
    ),
    Output(
        "metrics.csv",
        _metrics,
        site=True,
        sealed=True,
        label="指标",
        purpose="指标，可用表格软件打开",
    ),
)


def make(outputs: Iterable[Output], composed: Composed) -> dict[str, bytes]:
    """Return these files of a notice and its attachments, by their place beside its page.

    Raises:
        TemplateError: a template is broken.

    """
    files = {output.name: output.make(composed) for output in outputs}
    attached = composed.source.attachments.items()
    return files | {f"{urls.ATTACHED}{name}": data for name, data in attached}


def on_site() -> tuple[Output, ...]:
    """Return what stands on the site."""
    return tuple(output for output in OUTPUTS if output.site)


def sealed(held: Container[str] | None = None) -> tuple[Output, ...]:
    """Return what a version is sealed with.

    Args:
        held: files that a version is known to have; None for a new one.

    """
    return tuple(
        output for output in OUTPUTS if output.sealed and (held is None or output.name in held)
    )


def delivered(*, optional: bool) -> tuple[Output, ...]:
    """Return what is delivered, with or without what may be lacking."""
    return tuple(
        output for output in OUTPUTS if output.purpose and (optional or not output.optional)
    )


def links() -> tuple[tuple[str, str], ...]:
    """Return the words of each link beside the page, and the file that it leads to."""
    linked = sorted((each for each in OUTPUTS if each.label), key=lambda each: each.for_programs)
    return tuple((f"{each.label} {each.name}", each.name) for each in linked)
