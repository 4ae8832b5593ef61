"""Pages whose systems do what few do, made up, around the same notice."""

from collections.abc import Callable
from typing import Final

from tests.importer.readers.html.site_notice import (
    LAST,
    LEDGER,
    TEXT,
    TITLE,
    Page,
    paragraphs,
    table,
)

_NAV: Final = "<a href='/'>网站首页</a> <a href='/a'>政务公开</a> <a href='/b'>互动交流</a>"
_END: Final = "主办单位：清溪县人民政府办公室　技术支持：某科技公司　网站标识码：3400000000<br>皖ICP备00000000号"


def one_paragraph() -> Page:
    """Return a page: the whole text in one paragraph, with indented lines and strong headings."""
    text = "<br />".join(
        f"&nbsp;&nbsp;&nbsp; {f'<strong>{each}</strong>' if each[1] == '、' else each}"
        for each in (*TEXT, *LAST)
    )
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><div id=h>{_NAV}</div><div id=m><h4>{TITLE}</h4>
    <small>发布时间 : 2024-03-18 | 来源 : 清溪县林业局 | 浏览 : 3</small><p>{text}</p></div><div id=f>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"})


def linked_values() -> Page:
    """Return a page: what the labels say are links, and one of the values is long."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}-清溪县</title></head><body><div>{_NAV}</div><div class=p><dl class=info><dt><span>发布机构：</span></dt>
    <dd><a href=/org/1>清溪县林业局</a></dd><dt><span>主题分类：</span></dt><dd><a href=/t/2>农业、林业、水利</a> / <a href=/t/3>其他</a></dd><dt>发布日期：</dt><dd>2024年3月18日</dd>
    <dt>内容概述：</dt><dd>本文通报巡察整改进展情况，内容包括履行主体责任情况、问题整改情况，欢迎监督。</dd></dl><h1>{TITLE}</h1>
    <p class=from>来源：<a href=http://www.example.com>清溪县林业局网站</a></p><div class=text>{paragraphs()}</div></div><div>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局网站"})


def written_only() -> Page:
    """Return a page: the day of writing is shown, that of publication only named in the head."""
    html = f"""<html><head><meta charset=utf-8><meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2024-03-18 10:11"><meta name="ContentSource" content="清溪县林业局">
    </head><body><div>{_NAV}</div><table class=xx><tr><td>成文日期</td><td>2024-03-15</td><td>文号</td><td>清林〔2024〕9号</td></tr><tr><td>公开形式</td><td>网站</td><td>公开时限</td><td>长期公开</td></tr></table>
    <div class=t>{TITLE}</div><div class=c>{paragraphs("<p>", ledger=table())}</div><div>{_END}</div></body></html>"""
    facts = {
        "published": "2024-03-18",
        "source": "清溪县林业局",
        "document_number": "清林〔2024〕9号",
    }
    return Page(html, facts, ledger=True)


def labels() -> Page:
    """Return a page: every part in an element of a program, within one cell within a form."""
    html = f"""<html><head><meta charset=utf-8><title>详细信息</title></head><body><form id=form1 action=a.aspx><table width=100%><tr><td>{_NAV}</td></tr><tr><td align=center>
    <span id=lblTitle style="font-size:18pt">{TITLE}</span><br><span id=lblSource>清溪县林业局</span>&nbsp;&nbsp;<span id=lblDate>2024-3-18 9:05:00</span><br><hr>
    <span id=lblContent>{paragraphs("<p align=left>")}</span></td></tr><tr><td align=center>{_END}</td></tr></table></form></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"})


def no_colons() -> Page:
    """Return a page: labels and values parted by blanks alone."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><div>{_NAV}</div><div><h1>{TITLE}</h1><div>发布时间 2024-03-18　来源 清溪县林业局　点击 12</div>
    {paragraphs()}</div><div>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"})


def same_column() -> Page:
    """Return a page: buttons, other articles and the foot follow in the cell of the text."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><table><tr><td>{_NAV}</td></tr><tr><td><b>{TITLE}</b><br>来源：清溪县林业局 日期：2024年3月18日<br>
    {paragraphs("<div>", "</div>", ledger=table("border=0 width=95%"))}<div>分享到： <a>微信</a> <a>微博</a></div><div>上一篇：<a href=1>某镇公告</a></div><div>下一篇：<a href=2>某镇公示，公示期五天</a></div>
    <div><b>相关信息</b></div><div>· <a href=3>某镇巡察整改情况通报，已公布</a></div><div>· <a href=4>某镇整改方案</a></div><div>主办单位：清溪县人民政府</div><div>电话：0552-6010000</div></td></tr></table></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"}, ledger=True)


def merged() -> Page:
    """Return a page: the ledger has a head over several columns and stands in a scrolled box."""
    rows = "".join(
        "<tr>" + "".join(f"<td valign=top>{cell}</td>" for cell in row) + "</tr>"
        for row in LEDGER[1:]
    )
    heads = "".join(f"<td><b>{cell}</b></td>" for cell in LEDGER[0])
    ledger = f"<div style='overflow:auto'><table width=100%><tbody><tr>{heads}</tr>{rows}</tbody></table></div>"
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}_巡察整改_清溪县纪委</title></head><body><div class="top-nav">{_NAV}</div><div class=lm><ul><li><a href=a>巡察公告</a></li><li><a href=b>巡察整改</a></li></ul></div>
    <div class=xl><div class=xl_tit>{TITLE}</div><div class=xl_tit2><div class=l>信息来源：清溪县纪委监委　　发布时间：2024-03-18</div><div class=r>【 字体： <a>大</a> <a>中</a> <a>小</a> 】</div></div>
    <div class=xl_con><div class=Custom_UnionStyle>{paragraphs('<p align="justify">', ledger=ledger)}</div></div><div class=xl_end>（责编：某某）</div></div><div class=bottom>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县纪委监委"}, ledger=True)


def statement() -> Page:
    """Return a page: a notice of the site stands above the text, another below."""
    html = f"""<html><head><meta charset=utf-8><title>清溪县林业局</title></head><body><div>{_NAV}</div><div>温馨提示：本网站已支持无障碍浏览，请使用快捷键开启。</div><div class=main><div class=head>{TITLE}</div>
    <div class=date>2024年3月18日</div><div class=txt>{paragraphs("<p>", attached="<p>　　附件：1.巡察整改台账</p>")}</div><ul class=file><li><a href=/x/1.xlsx target=_blank>1.巡察整改台账.xlsx</a></li></ul></div>
    <div>版权声明：凡本网站注明来源的稿件，转载时请注明出处，违者必究。</div><div>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18"}, attached=True)


SITES: Final[dict[str, Callable[[], Page]]] = {
    each.__name__: each
    for each in (
        one_paragraph,
        linked_values,
        written_only,
        labels,
        no_colons,
        same_column,
        merged,
        statement,
    )
}
