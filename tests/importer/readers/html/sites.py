"""Pages as the systems of government sites write them, made up, around one notice."""

from collections.abc import Callable
from typing import Final

from tests.importer.readers.html.site_notice import (
    ATTACHMENT,
    LAST,
    TEXT,
    TITLE,
    Page,
    paragraphs,
    table,
)

_MENU: Final = "<a href='/'>首页</a> | <a href='/zwgk'>政务公开</a> | <a href='/hdjl'>互动交流</a>"
_FOOT: Final = (
    "主办单位：清溪县人民政府办公室　承办单位：清溪县数据资源管理局<br>网站标识码：3400000000　"
    "皖ICP备00000000号　皖公网安备 34000000000000号<br>电话：0552-6010000"
)


def one_cell() -> Page:
    """Return a page: everything of the article in one cell, parted by breaks; the menu in the cell beside it."""
    text = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{each}" for each in (*TEXT, *LAST))
    html = f"""<html><head><meta charset=utf-8><title>清溪县林业局网站</title></head><body bgcolor=#ffffff>
    <table width=100% border=0><tr><td><img src=top.jpg></td></tr><tr><td>{_MENU}</td></tr></table>
    <table width=980 border=0 cellspacing=0><tr><td width=200 valign=top><a href=1.htm>机构设置</a><br>
    <a href=2.htm>通知公告</a></td><td valign=top><center><b><font size=4>{TITLE}</font></b></center><br>
    <center>来源：清溪县林业局办公室　日期：2024-03-18</center><hr>{text}<br><br>【<a href=#>打印</a>】【<a
    href=#>关闭</a>】</td></tr></table><table width=100%><tr><td align=center>{_FOOT}</td></tr></table>
    </body></html>"""
    return Page(html, {"source": "清溪县林业局办公室", "published": "2024-03-18"})


def rows() -> Page:
    """Return a page: title, particulars, text and buttons in rows of one table; the site's name as page title."""
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
    <title>欢迎访问清溪县人民政府网</title></head><body><table width=1000 align=center><tr><td>{_MENU}</td>
    <td align=right>2026年11月27日 星期五</td></tr></table><table width=1000 align=center>
    <tr><td colspan=2>当前位置：<a href=/>首页</a> &gt; <a href=/tzgg>通知公告</a></td></tr>
    <tr><td colspan=2 align=center class=bt>{TITLE}</td></tr>
    <tr><td colspan=2 align=center>发布时间：2024年3月18日　信息来源：清溪县林业局　浏览次数：<script>hits()</script>128次</td></tr>
    <tr><td colspan=2><font face=宋体 size=3>{paragraphs(ledger=table())}</font></td></tr>
    <tr><td>上一篇：<a href=1.htm>某镇召开造林会议</a></td><td>下一篇：没有了</td></tr>
    <tr><td colspan=2 align=right><a>打印本页</a> <a>关闭窗口</a></td></tr></table>
    <table width=1000 align=center><tr><td>{_FOOT}</td></tr></table></body></html>"""
    facts = {"source": "清溪县林业局", "published": "2024-03-18"}
    return Page(html, facts, ledger=True, encoding="gbk")


def ucap() -> Page:
    """Return a page: a table of particulars with the title in it before the title; the text in a cell."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_清溪县人民政府</title>
    <meta name="ArticleTitle" content="{TITLE}"></head><body><div class="header">{_MENU}</div>
    <div class="wrap"><table class="bd1" width="100%" border="0"><tbody><tr>
    <td class="zly_xxmz"><b>索 引 号：</b></td><td>003100001/2024-00012</td><td><b>主题分类：</b></td><td>林业、巡察整改</td></tr>
    <tr><td><b>发文机关：</b></td><td>清溪县林业局</td><td><b>成文日期：</b></td><td>2024年03月15日</td></tr>
    <tr><td><b>标　　题：</b></td><td colspan="3">{TITLE}</td></tr>
    <tr><td><b>发文字号：</b></td><td>清林〔2024〕9号</td><td><b>发布日期：</b></td><td>2024年03月18日</td></tr>
    </tbody></table><table border="0" width="100%"><tr><td id="UCAP-CONTENT"><h1 style="text-align:center"><ucaptitle>{TITLE}</ucaptitle></h1>
    <ucapcontent>{paragraphs('<p style="text-indent:2em">')}</ucapcontent></td></tr></table>
    <div class="pchide"><span>扫一扫在手机打开当前页</span><img src="ewm.png"></div></div>
    <div class="footer">{_FOOT}</div></body></html>"""
    facts = {
        "published": "2024-03-18",
        "index_number": "003100001/2024-00012",
        "document_number": "清林〔2024〕9号",
    }
    return Page(html, facts)


def zoom() -> Page:
    """Return a page: particulars in a definition list without colons; marks of what is printed."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="{TITLE}">
    <meta name="PubDate" content="2024-03-18 08:30"><meta name="ContentSource" content="清溪县林业局">
    <title>清溪县人民政府 通知公告 {TITLE}</title></head><body><div id="top">{_MENU}</div><div id="main">
    <div class="xxgk_head"><dl><dt>索引号</dt><dd>11340000MB0000001X/202403-00005</dd><dt>信息分类</dt><dd>监督检查</dd>
    <dt>发布机构</dt><dd>清溪县林业局</dd><dt>公开方式</dt><dd>主动公开</dd><dt>有效性</dt><dd>有效</dd><dt>文号</dt><dd></dd></dl></div>
    <!--startprint--><div class="tit">{TITLE}</div><div id="zoom"><!--ZJEG_RSS.content.begin-->
    {paragraphs("<p><span>　　", "</span></p>")}<!--ZJEG_RSS.content.end--></div><!--endprint-->
    <div class="gn"><a href="javascript:doPrint()">【打印本页】</a> <a href="javascript:window.close()">【关闭窗口】</a></div>
    </div><div id="bottom">{_FOOT}</div></body></html>"""
    facts = {
        "source": "清溪县林业局",
        "published": "2024-03-18",
        "index_number": "11340000MB0000001X/202403-00005",
    }
    return Page(html, facts)


def spans() -> Page:
    """Return a page: particulars in spans that nothing parts."""
    html = f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div class="w1200">
    <div class="bread">您当前的位置：<a href="/">首页</a><i>/</i><a href="/xcgz">巡察工作</a></div>
    <div class="art-title">{TITLE}</div><div class="art-info"><span>来源：清溪县委巡察办</span><span>发布时间：2024-03-18 16:20</span><span>浏览次数：<em>1024</em></span><span>字体：<a href="#">大</a><a href="#">中</a><a href="#">小</a></span></div>
    <div class="art-con">{paragraphs(ledger=table("class=MsoTableGrid", inner="<p class=MsoNormal>{}</p>"))}</div>
    <div class="bshare"><a>分享到</a><a>微信</a><a>新浪微博</a></div></div><div class="foot">{_FOOT}</div></body></html>"""
    facts = {"source": "清溪县委巡察办", "published": "2024-03-18"}
    return Page(html, facts, ledger=True)


def pairs() -> Page:
    """Return a page: particulars in pairs of divisions; links and the foot of the site in the text's division."""
    particulars = "".join(
        f'<div class="row"><div class="l">{label}</div><div class="r">{value}</div></div>'
        for label, value in (
            ("索引号：", "QX0000001/2024-00007"),
            ("体裁分类：", "通报"),
            ("发布机构：", "清溪县林业局"),
            ("生成日期：", "2024-03-15"),
            ("公开日期：", "2024-03-18"),
            ("关键词：", ""),
        )
    )
    html = f"""<html><head><meta charset="utf-8"><title>{TITLE} - 通知公告 - 清溪县人民政府门户网站</title></head><body>
    <div>{_MENU}</div><div class="content"><div>{particulars}</div><h2>{TITLE}</h2>{paragraphs()}
    <p>扫一扫在手机打开当前页</p><p>上一条：<a href="9.html">某镇开展义务植树，干部群众参加</a></p><p>下一条：<a href="8.html">某镇通报</a></p>
    <p>相关链接</p><p><a href="1.html">某局关于巡察整改进展情况的通报</a></p><p><a>某镇关于巡察整改进展情况的通报</a></p>
    <p>{_FOOT}</p></div></body></html>"""
    facts = {"published": "2024-03-18", "index_number": "QX0000001/2024-00007"}
    return Page(html, facts)


def pasted() -> Page:
    """Return a page: pasted from Word into a cell beside a menu; the attachments in a box of the system."""
    text = paragraphs(
        "<p class=MsoNormal style='mso-char-indent-count:2.0;line-height:28.0pt'><b style='mso-bidi-font-weight:"
        "normal'></b><span lang=EN-US style='mso-spacerun:yes'>&nbsp;&nbsp; </span><span style='font-family:仿宋_GB2312'>",
        "<span lang=EN-US><o:p></o:p></span></span></p>",
        ledger=table(
            "class=MsoNormalTable border=1 cellspacing=0 style='mso-yfti-tbllook:1184'",
            inner="<p class=MsoNormal>{}<o:p></o:p></p>",
        ),
    )
    html = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>{TITLE}</title>
    </head><body><table border="0" width="1003"><tr><td width="220" valign="top"><table><tr><td><a href="a.htm">组织机构</a></td></tr>
    <tr><td><a href="b.htm">政策文件</a></td></tr></table></td><td valign="top"><p align="center" class="STYLE1"><strong>{TITLE}</strong></p>
    <p align="center">发布者：管理员 发布时间：2024/3/18 阅读：<span id=hits>56</span></p><div>{text}</div>
    <div class="fj"><strong>相关附件下载：</strong><ul><li><a href="/upload/2024/0318/tz.xlsx">巡察整改台账.xlsx</a></li></ul></div>
    <p>相关文章：</p><ul><li><a href="3.htm">某镇通报</a></li></ul></td></tr></table>
    <table width="1003"><tr><td>{_FOOT}</td></tr></table></body></html>"""
    return Page(html, {"published": "2024-03-18"}, ledger=True, files=("附件：巡察整改台账.xlsx",))


def wechat() -> Page:
    """Return a page: an article of a 公众号, which its script shows only later."""
    text = "".join(
        f'<section style="line-height:2em"><span style="font-size:16px">{each}</span></section><section><br></section>'
        for each in (*TEXT, *LAST)
    )
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{TITLE}">
    <title></title></head><body id="activity-detail"><div id="js_article" class="rich_media"><div id="img-content">
    <h1 class="rich_media_title" id="activity-name">{TITLE}</h1><div id="meta_content" class="rich_media_meta_list">
    <span id="copyright_logo" class="rich_media_meta">原创</span><span class="rich_media_meta rich_media_meta_nickname"><a id="js_name" href="javascript:void(0);">清溪林业</a></span>
    <em id="publish_time" class="rich_media_meta">2024年3月18日 17:05</em></div>
    <div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">{text}</div></div>
    <div class="rich_media_tool"><a>阅读原文</a> <span>阅读</span> <span>在看</span></div></div>
    <div><p>微信扫一扫<br>关注该公众号</p></div></body></html>"""
    return Page(html, {"source": "清溪林业", "published": "2024-03-18"})


def two_headings() -> Page:
    """Return a page: the site's name and the title are both h1; buttons stand before the signature, a frame behind."""
    text, last = paragraphs().split("<p>　　联系电话", 1)
    html = f"""<html><head><meta charset="utf-8"><title>{TITLE}--清溪县</title></head><body><header><h1>清溪县人民政府</h1></header>
    <section class="main"><h1>{TITLE}</h1><div>2024-03-18 10:02　来源：清溪县林业局　作者：　字号：<a>大</a> <a>中</a> <a>小</a></div><hr>
    {text}<p>联系电话{last}<div class="share">分享到：<a>微信</a> <a>QQ空间</a></div>
    <iframe src="/gjdt/statistics.html" height=0></iframe></section>
    <section class="hot"><h3>热点推荐</h3><ul><li><a href=1>某镇护林防火，确保平安</a></li></ul></section>
    <footer><a href=/about>关于我们</a> <a href=/map>网站地图</a><p>{_FOOT}</p></footer></body></html>"""
    return Page(html, {"source": "清溪县林业局", "published": "2024-03-18"})


def bare() -> Page:
    """Return a page: no element around anything: breaks and rules in the body of the page."""
    text = "<br/>\n".join(f"　　{each}" for each in (*TEXT, *LAST))
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body>{_MENU}<hr><b>{TITLE}</b><br>
    2024-03-18　清溪县林业局<br><br>{text}<br><br>[<a href="javascript:print()">打印</a>] [<a href="javascript:close()">关闭</a>]<hr>
    {_FOOT}</body></html>"""
    return Page(html, {"source": "清溪县林业局", "published": "2024-03-18"})


def form() -> Page:
    """Return a page: one form around everything; particulars in a list without colons, in elements of their own."""
    particulars = "".join(
        f"<li><em>{label}</em>{value}</li>"
        for label, value in (
            ("信息索引号", "014006438/2024-03652"),
            ("文件编号", "清林发〔2024〕9号"),
            ("效力状况", "有效"),
            ("公开日期", "2024-03-18"),
            ("发布机构", "清溪县林业局"),
            ("公开范围", "面向社会"),
        )
    )
    html = f"""<html><head><meta charset=utf-8><title>清溪县林业局信息公开</title></head><body><form method="post" action="show.aspx" id="form1">
    <input type="hidden" name="__VIEWSTATE" value="x"><div class="top">{_MENU}</div><div class="info-list"><ul>{particulars}</ul></div>
    <div class="xx_bt">{TITLE}</div><div class="xx_nr">{paragraphs(ledger=table(), attached=f"<p>　　{ATTACHMENT}</p>")}</div>
    <div>{_FOOT}</div></form></body></html>"""
    facts = {
        "published": "2024-03-18",
        "index_number": "014006438/2024-03652",
        "document_number": "清林发〔2024〕9号",
    }
    return Page(html, facts, ledger=True, attached=True)


def nested() -> Page:
    """Return a page: tables in tables with empty cells that hold distances; news with whole sentences beside."""
    news = "".join(
        f"<tr><td><img src=dot.gif></td><td><a href={n}.htm>某镇新闻</a><br>某镇召开会议，部署第{n}批造林工作，要求早部署。</td></tr>"
        for n in range(1, 5)
    )
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}-清溪林业</title></head><body><table width=100% cellpadding=0><tr><td>
    <table width=960><tr><td width=700 valign=top><table width=100%><tr><td height=10 colspan=3></td></tr><tr><td width=10></td><td>
    <table width=100%><tr><td class=title align=center>{TITLE}</td></tr><tr><td height=1 bgcolor=#cccccc></td></tr>
    <tr><td align=center>【来源：清溪县林业局】【发布时间：2024-03-18】【字体：<a>大</a> <a>中</a> <a>小</a>】</td></tr></table>
    </td><td width=10></td></tr><tr><td></td><td class=content>{paragraphs("<div>", "</div>", ledger=table("border=1 width=100%"))}</td><td></td></tr></table></td>
    <td width=260 valign=top><table><tr><td colspan=2>热点新闻</td></tr>{news}</table></td></tr></table></td></tr>
    <tr><td align=center>{_FOOT}</td></tr></table></body></html>"""
    facts = {"source": "清溪县林业局", "published": "2024-03-18"}
    return Page(html, facts, ledger=True)


SITES: Final[dict[str, Callable[[], Page]]] = {
    each.__name__: each
    for each in (
        one_cell,
        rows,
        ucap,
        zoom,
        spans,
        pairs,
        pasted,
        wechat,
        two_headings,
        bare,
        form,
        nested,
    )
}
