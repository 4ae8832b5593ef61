"""A last dozen of pages of made-up systems, written when the reader knew those before."""

from collections.abc import Callable
from typing import Final

from tests.importer.readers.html.site_notice import (
    LAST,
    TEXT,
    TITLE,
    Page,
    paragraphs,
    table,
)

_NAV: Final = "<a href='/'>首页</a><a href='/a'>走进清溪</a><a href='/b'>政务公开</a><a href='/c'>办事服务</a>"
_END: Final = (
    "清溪县人民政府主办　清溪县人民政府办公室承办<br>地址：清溪县城关镇1号　邮编：230000<br>"
    "皖公网安备 34000000000000号　皖ICP备00000000号"
)


def filtered() -> Page:
    """Return a page: what Word saves as a page, put between the head and the foot of a site."""
    text = "".join(
        f"<p class=MsoNormal style='margin:0cm;text-indent:32pt'><span style='font-size:16pt;font-family:仿宋_GB2312'>{each[:5]}</span>"
        f"<span lang=EN-US style='font-size:16pt'>{each[5:9]}</span><span style='font-size:16pt;font-family:仿宋_GB2312'>{each[9:]}</span></p>\n"
        for each in TEXT
    )
    last = "".join(f"<p class=MsoNormal align=right><span>{each}</span></p>" for each in LAST)
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title><style><!-- p.MsoNormal {{mso-style-parent:"";}} --></style></head><body lang=ZH-CN>
    <div class=daohang>{_NAV}</div><p class=MsoNormal align=center><b><span style='font-size:22pt'>{TITLE}</span></b></p>
    <p class=MsoNormal align=center><span>发布时间：</span><span lang=EN-US>2024-03-18</span><span> 文章来源：</span><span>清溪县林业局</span></p>
    <div class=WordSection1>{text}{table("class=MsoTableGrid border=1", inner="<p class=MsoNormal><span>{}</span></p>")}{last}</div>
    <div align=center>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"}, ledger=True)


def headed() -> Page:
    """Return a page: a header of the article whose name sites also give to their own."""
    html = f"""<!doctype html><html><head><meta charset=utf-8><title>{TITLE} | 清溪县</title></head><body><div class="site-header">{_NAV}</div>
    <article class="post"><header class="post-header"><h1>{TITLE}</h1><ul class="post-meta"><li>2024年03月18日 08:00</li><li>来源：清溪县林业局</li><li>阅读量：20</li></ul></header>
    <div class="post-content">{paragraphs("<p>")}</div><div class="post-footer"><a>点赞</a> <a>收藏</a> <a>分享</a></div></article>
    <div class="site-footer">{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"})


def heads() -> Page:
    """Return a page: labels in cells for heads, what they say in cells for data; the title in one of them."""
    html = f"""<html><head><meta charset=utf-8><title>政府信息公开</title></head><body><div>{_NAV}</div><div class=gk><table class=gk_tb width=100%>
    <tr><th>索引号</th><td>003100001/2024-00012</td><th>公开目录</th><td>监督检查</td></tr><tr><th>标题</th><td colspan=3>{TITLE}</td></tr>
    <tr><th>发布机关</th><td>清溪县林业局</td><th>文号</th><td></td></tr><tr><th>发布日期</th><td>2024-03-18</td><th>有效性</th><td>有效</td></tr></table>
    <div class=gk_t>{TITLE}</div><div class=gk_c>{paragraphs("<p>", ledger=table("class=t", cell="td"))}</div></div><div>{_END}</div></body></html>"""
    facts = {"published": "2024-03-18", "index_number": "003100001/2024-00012"}
    return Page(html, facts, ledger=True)


def bars() -> Page:
    """Return a page: particulars in three cells of a row, and bars between them."""
    html = f"""<html><head><meta charset=utf-8><title>清溪县纪委监委网站</title></head><body><table width=100%><tr><td>{_NAV}</td></tr></table>
    <table width=980 align=center border=0><tr><td colspan=3 align=center height=60><span style="font-size:22px">{TITLE}</span></td></tr>
    <tr><td>日期：2024-03-18</td><td>| 来源：清溪县纪委监委 |</td><td>字号：<a>大</a>|<a>中</a>|<a>小</a></td></tr>
    <tr><td colspan=3><div id=content>{paragraphs('<p style="line-height:200%">')}</div></td></tr><tr><td colspan=3 align=right>编辑：某某　审核：某某</td></tr></table>
    <table width=100%><tr><td>{_END}</td></tr></table></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县纪委监委"})


def registered() -> Page:
    """Return a page: the number of the document above its title within the text."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}_部门文件_清溪县</title></head><body><div class=menu>{_NAV}</div><div class=place>您所在的位置：首页 > 部门文件</div>
    <div class=view><div class=view-t>{TITLE}</div><div class=view-i>来源：清溪县林业局<span>2024-03-18 15:00</span><span>【<a>大</a> <a>中</a> <a>小</a>】</span></div>
    <div class=view-c><p style="text-align:center">清林〔2024〕9号</p>{paragraphs()}</div></div><div class=dibu>{_END}</div></body></html>"""
    facts = {
        "published": "2024-03-18",
        "source": "清溪县林业局",
        "document_number": "清林〔2024〕9号",
    }
    return Page(html, facts, above=("清林〔2024〕9号",))


def followed() -> Page:
    """Return a page: links to other articles with their days, under no heading, behind the text."""
    others = "".join(
        f"<li><a href=/{n}.htm>某镇关于巡察整改进展情况的通报</a><span>2023-0{n}-01</span></li>"
        for n in range(1, 6)
    )
    html = f"""<html><head><meta charset=utf-8><meta name=PubDate content="2024-03-18 09:00:00"><meta name=ContentSource content="清溪县林业局"><title>{TITLE}</title></head>
    <body><div>{_NAV}</div><div class=a><h1 class=b>{TITLE}</h1><div class=c>{paragraphs()}</div><ul class=d>{others}</ul></div><div>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"})


def trailing() -> Page:
    """Return a page: the source and who edited the page in the last lines of the text, without names."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><div>{_NAV}</div><div><div>{TITLE}</div><div>2024-03-18</div>
    {paragraphs("<p>", ledger=table('style="border-collapse:collapse"'))}<p>（来源：清溪县林业局）</p><p>责任编辑：某某</p><p>我要纠错 | 打印 | 关闭</p></div><div>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"}, ledger=True)


def wide() -> Page:
    """Return a page: the ledger is most of the page and looks like a table that places things."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><table width=100% border=0><tr><td>{_NAV}</td></tr></table>
    <table width=1000 border=0 align=center><tr><td><h1>{TITLE}</h1></td></tr><tr><td>来源：清溪县林业局&nbsp;&nbsp;发布日期：2024-03-18</td></tr>
    <tr><td>{paragraphs(ledger=table("width=100% border=0 cellpadding=4", inner="<p>{}</p><p></p>"))}</td></tr></table><table width=100% border=0><tr><td>{_END}</td></tr></table></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"}, ledger=True)


def central() -> Page:
    """Return a page: particulars in the text of a division that holds the buttons as well."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}_部门动态_清溪县人民政府</title><meta name=lanmu content=部门动态></head><body><div class=header>{_NAV}</div>
    <div class="article oneColumn"><h1 id=ti>{TITLE}</h1><div class=pages-date>2024-03-18 09:00<span class=font>来源： 清溪县林业局</span><span class="font index_switchsize">【字体：<span>大</span> <span>中</span> <span>小</span>】</span>
    <div class=pages_print><span>打印</span></div><div class=share-box><a>微信</a><a>微博</a></div></div><div class=pages_content id=UCAP-CONTENT>{paragraphs('<p style="text-indent: 2em;">')}</div>
    <div class=editor><span>责任编辑：某某</span></div><div class=related><div>相关稿件</div><ul><li><a href=1>某镇通报</a></li></ul></div></div><div class=footer>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"})


def twice() -> Page:
    """Return a page: the article once more for printing, hidden; the title once more above the text."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><div id=printArea style="display:none"><h1>{TITLE}</h1>{paragraphs()}</div>
    <div>{_NAV}</div><div class=path>首页 > 通知公告 > {TITLE}</div><div class=main><h1>{TITLE}</h1><div class=msg>文章来源：清溪县林业局 发表时间：2024-03-18 浏览：5</div>
    <div class=text><p style="text-align:center"><strong>{TITLE}</strong></p>{paragraphs()}</div></div><div>{_END}</div></body></html>"""
    return Page(html, {"published": "2024-03-18", "source": "清溪县林业局"})


def spaced() -> Page:
    """Return a page: blanks of all kinds around colons and in labels; values on lines of their own."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><div>{_NAV}</div><ul class=head><li>
      索&nbsp;引&nbsp;号
      ：
      003100001/2024-00012
    </li><li>发布机构&emsp;：&emsp;清溪县林业局</li><li>发 布 日 期 ：&nbsp;2024-03-18</li><li>主 题 词 ：</li></ul><h2>{TITLE}</h2><div>{paragraphs()}</div><div>{_END}</div></body></html>"""
    facts = {"published": "2024-03-18", "index_number": "003100001/2024-00012"}
    return Page(html, facts)


def answered() -> Page:
    """Return a page: a menu, the text and news in three cells of one row; files named by a label of the site."""
    news = "".join(f"<p>·<a href=/{n}>某镇新闻之{n}</a></p>" for n in range(6))
    html = f"""<html><head><meta http-equiv="content-type" content="text/html;charset=gbk"><title>{TITLE}-清溪县林业局</title></head><body><table align=center><tr><td valign=top>{_NAV}</td>
    <td valign=top><div align=center><font size=5>{TITLE}</font></div><div align=center>[ 来源：清溪县林业局 | 更新时间：2024-3-18 10:00:00 | 点击数：9 ]</div>{paragraphs("<p>")}
    <p>附件下载：<a href=http://www.example.com/tz.doc>整改台账.doc</a></p><p>【关闭】</p></td><td valign=top><b>最新信息</b>{news}</td></tr></table><center>{_END}</center></body></html>"""
    facts = {"source": "清溪县林业局", "published": "2024-03-15"}
    return Page(html, facts, files=("附件：整改台账.doc",), encoding="gbk")


SITES: Final[dict[str, Callable[[], Page]]] = {
    each.__name__: each
    for each in (
        filtered,
        headed,
        heads,
        bars,
        registered,
        followed,
        trailing,
        wide,
        central,
        twice,
        spaced,
        answered,
    )
}
