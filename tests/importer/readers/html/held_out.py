"""More pages of made-up systems, written when the reader was, and not looked at until it ran."""

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

_LINKS: Final = "<li><a href='/'>网站首页</a></li><li><a href='/xw'>新闻中心</a></li><li><a href='/gk'>政务公开</a></li>"
_FOOT: Final = (
    "<p>版权所有：清溪县人民政府　主办：清溪县人民政府办公室　地址：清溪县城关镇1号</p>"
    "<p>备案号：皖ICP备00000000号-1　网站标识码：3400000000</p>"
)


def across() -> Page:
    """Return a page: labels in one row and what they say in the next."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><div class=head><ul>{_LINKS}</ul></div>
    <div class=wz><table class=xxgk_table><tr><th>索引号</th><th>发布机构</th><th>公开日期</th><th>信息类别</th></tr>
    <tr><td>003100001/2024-00012</td><td>清溪县林业局</td><td>2024-03-18</td><td>巡察整改</td></tr></table>
    <h3 class=wz_bt>{TITLE}</h3><div class=wz_nr>{paragraphs()}</div></div><div class=bq>{_FOOT}</div></body></html>"""
    facts = {"published": "2024-03-18", "index_number": "003100001/2024-00012"}
    return Page(html, facts)


def beside() -> Page:
    """Return a page: the particulars stand in a column beside the text, behind it in the file."""
    html = f"""<!doctype html><html><head><meta charset=utf-8><meta name="ArticleTitle" content="{TITLE}"></head><body>
    <div class="logo-bar"><a href=/>清溪县人民政府</a></div><div class="main clearfix"><div class="left">
    <h1>{TITLE}</h1><div class="neirong">{paragraphs(ledger=table('class="table"', cell="td"))}</div></div>
    <div class="right"><dl><dt>发布日期：</dt><dd>2024-03-18</dd><dt>来　　源：</dt><dd>清溪县林业局</dd><dt>主题分类：</dt><dd>监督</dd></dl>
    <div class="ma">扫一扫，手机打开当前页</div></div></div><div class="footer">{_FOOT}</div></body></html>"""
    facts = {"published": "2024-03-18", "source": "清溪县林业局"}
    return Page(html, facts, ledger=True)


def row_by_row() -> Page:
    """Return a page: each paragraph in a row of a table with cells for distances; the title broken in two."""
    rows = "".join(
        f"<tr><td width=20>&nbsp;</td><td>　　{each}</td><td width=20></td></tr>"
        for each in (*TEXT, *LAST)
    )
    html = f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>清溪县林业局--信息公开</title></head>
    <body><table width=778 align=center><tr>{_LINKS.replace("li>", "td>")}</tr></table><table width=778 align=center><tr><td></td>
    <td align=center><font size=5 color=red>{TITLE[:12]}<br>{TITLE[12:]}</font></td><td></td></tr><tr><td></td>
    <td align=center>（2024年3月18日）</td><td></td></tr>{rows}<tr><td></td><td align=center>[<a href=#>关闭窗口</a>]</td><td></td></tr></table>
    <table width=778 align=center><tr><td align=center>{_FOOT}</td></tr></table></body></html>"""
    return Page(html, {"published": "2024-03-18"}, encoding="gbk", above=("（2024年3月18日）",))


def fonts() -> Page:
    """Return a page: fonts in fonts within a cell, two breaks between paragraphs, the ledger among them."""
    text = "<br><br>".join(f"　　{each}" for each in TEXT)
    last = "<br><br>".join(f"　　{each}" for each in LAST)
    html = f"""<html><head><meta charset=utf-8><title>{TITLE} 清溪党建</title></head><body><table border=0 width=1002><tr>
    <td colspan=2><img src=banner.jpg></td></tr><tr><td width=180 valign=top bgcolor=#eeeeee><ul>{_LINKS}</ul></td><td><font size=2><center>
    <font size=5><b>{TITLE}</b></font></center><center><font color=#666666>来源：清溪县委组织部 时间：2024-03-18 点击：233 次</font></center>
    <font face=仿宋 size=4>{text}{table("border=1 cellpadding=2", inner="<font size=3>{}</font>")}{last}</font></font></td></tr>
    <tr><td colspan=2 align=center><font size=2>{_FOOT}</font></td></tr></table></body></html>"""
    return Page(html, {"source": "清溪县委组织部", "published": "2024-03-18"}, ledger=True)


def apart() -> Page:
    """Return a page: the text, its ledger and its end in divisions of their own, buttons between them."""
    parts = paragraphs(ledger="<!--cut-->").split("<!--cut-->")
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}_清溪县林业局</title></head><body><div id=header>清溪县林业局<ul>{_LINKS}</ul></div>
    <div id=page><div class=crumbs>当前位置 : <a href=/>首页</a> » <a href=/gg>公告</a> » 正文</div><h2>{TITLE}</h2>
    <p class=sub><i>2024-03-18 09:12:33</i><i>来源 : 清溪县林业局</i><i>阅读 : 77</i></p><div class=entry>{parts[0]}</div>
    <div class=scroll style="overflow-x:auto">{table("class=data", cell="td")}</div><div class=entry>{parts[1]}</div>
    <div class=tool><span>收藏</span><span>打印</span><span>分享到</span></div><div class=near><p>上一篇：没有了</p><p>下一篇：<a href=2>某镇通报</a></p></div></div>
    <div id=footer>{_FOOT}</div></body></html>"""
    return Page(html, {"source": "清溪县林业局", "published": "2024-03-18"}, ledger=True)


def listed() -> Page:
    """Return a page: particulars with the title in a list; files in a box; a statement of the site in sentences."""
    html = f"""<html><head><meta charset=utf-8><title>信息公开_清溪县</title></head><body><div class=nav><ul>{_LINKS}</ul></div><div class=box>
    <ul class=xx><li><b>索 引 号：</b><span>003100001/2024-00012</span></li><li><b>名　　称：</b><span>{TITLE}</span></li><li><b>文　　号：</b><span>清林〔2024〕9号</span></li>
    <li><b>发布日期：</b><span>2024-03-18</span></li><li><b>公开方式：</b><span>主动公开</span></li></ul><h1>{TITLE}</h1><div class=TRS_Editor>{paragraphs()}</div>
    <div id=fjxx><p>附件：</p><p><a href="./P020240318.xlsx">1.巡察整改台账.xlsx</a></p></div></div>
    <div class=sm>网站声明：本网站所载信息，未经许可，不得转载，违者依法追究责任。</div>{_FOOT}</body></html>"""
    facts = {
        "published": "2024-03-18",
        "index_number": "003100001/2024-00012",
        "document_number": "清林〔2024〕9号",
    }
    return Page(html, facts, files=("附件：", "1.巡察整改台账.xlsx"))


def mobile() -> Page:
    """Return a page: a page for telephones, with what else there is to read in whole sentences."""
    others = "".join(
        f"<article><a href=/{n}><h4>某镇新闻之{n}</h4><p>近日，某镇召开会议，研究第{n}项工作，部署下一步任务。</p></a></article>"
        for n in range(4)
    )
    html = f"""<!doctype html><html><head><meta charset=utf-8><meta property="og:title" content="{TITLE}"></head><body><div id=root>
    <div class=topbar>清溪发布 <button>打开APP</button></div><article><h1>{TITLE}</h1><div class=byline><span>清溪发布</span><time>2024-03-18 12:00</time></div>
    {paragraphs("<p data-v-1>")}</article><div>责任编辑：某某</div><div class=more><h3>为您推荐</h3>{others}</div></div></body></html>"""
    return Page(html, {"source": "清溪发布", "published": "2024-03-18"})


def college() -> Page:
    """Return a page: a system that schools use: counters and files in lines of their own behind the text."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}-清溪林业学校</title><meta name=pageTitle content="通知"></head><body>
    <div class=wrapper><ul>{_LINKS}</ul></div><form name=_newscontent_fromname><div class=content-title><h3>{TITLE}</h3><i>发布时间：2024-03-18　点击：[<script>x()</script>12]</i></div>
    <div id=vsb_content><div class=v_news_content>{paragraphs(ledger=table('class="table table-bordered"', inner="<p><span>{}</span></p>"))}</div></div>
    <div><ul style="list-style-type:none;"><li>附件【<a href="/system/download.jsp?id=1">巡察整改台账.xlsx</a>】已下载<span>3</span>次</li></ul></div>
    <p align=right>【<a href="javascript:window.close()">关闭</a>】</p></form><p>上一条：<a href=1>某镇通知</a></p><p>下一条：<a href=3>某镇公示</a></p>
    <div class=footer>{_FOOT}</div></body></html>"""
    return Page(
        html,
        {"published": "2024-03-18"},
        ledger=True,
        files=("附件：巡察整改台账.xlsx",),
    )


def catalogue() -> Page:
    """Return a page: a record of the catalogue: name, summary and text in rows of one table with labels."""
    html = f"""<html><head><meta charset=utf-8><title>清溪县政府信息公开目录</title></head><body><div>清溪县政府信息公开</div>
    <table border=1 width=900><tr><td class=tdtitle>名称</td><td colspan=3>{TITLE}</td></tr><tr><td>索引号</td><td>003100001/2024-00012</td>
    <td>发布机构</td><td>清溪县林业局</td></tr><tr><td>文号</td><td>清林〔2024〕9号</td><td>生成日期</td><td>2024-03-15</td></tr>
    <tr><td>公开日期</td><td>2024-03-18</td><td>内容概述</td><td>通报巡察整改情况，包括履责情况、问题整改情况。</td></tr></table>
    <div align=center><b>{TITLE}</b></div><div>{paragraphs("<p>")}</div><div>{_FOOT}</div></body></html>"""
    facts = {
        "published": "2024-03-18",
        "index_number": "003100001/2024-00012",
        "document_number": "清林〔2024〕9号",
    }
    return Page(html, facts)


def run_together() -> Page:
    """Return a page: one text without any sign between the particulars; a division for each line."""
    html = f"""<html><head><meta charset=utf-8><title>{TITLE}</title></head><body><div>{"".join(f"<div>{each}</div>" for each in ("首页", "动态", "公开"))}</div>
    <div><div>{TITLE}</div><div>作者：办公室来源：清溪县林业局发布时间：2024-03-18点击数：1024次字体：大中小</div>
    {paragraphs("<div>　　", "</div>", attached=f"<div>　　{ATTACHMENT}</div>")}<div>【打印此页】【关闭窗口】</div></div><div>{_FOOT}</div></body></html>"""
    facts = {"published": "2024-03-18", "source": "清溪县林业局"}
    return Page(html, facts, attached=True)


def unclosed() -> Page:
    """Return a page: paragraphs that nothing closes; buttons above the text; the end in a table at the right."""
    html = f"""<html><head><meta charset=utf-8><title>通知公告</title></head><body><center><h2><a href=/>清溪县林业局</a></h2></center>
    <div align=right>[<a>打印本页</a>] [<a>收藏</a>]</div><center><h2>{TITLE}</h2></center><center>发布单位：清溪县林业局　日期：2024-3-18</center>
    {"".join(f"<p>　　{each}" for each in TEXT)}<p>　　{LAST[0]}<table align=right><tr><td align=center>{LAST[1]}</td></tr><tr><td align=center>{LAST[2]}</td></tr></table>
    <br clear=all><hr><center>{_FOOT}</center></body></html>"""
    return Page(html, {"published": "2024-03-18"})


def application() -> Page:
    """Return a page: what a script made: labels and values in elements side by side, a notice on cookies."""
    values = (
        ("发布机构", "清溪县林业局"),
        ("发布日期", "2024-03-18"),
        ("浏览量", "35"),
        ("时效性", "现行有效"),
    )
    pairs = "".join(
        f'<div class="el-col"><span class="k">{label}</span><span class="v">{value}</span></div>'
        for label, value in values
    )
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>清溪县政务公开平台</title></head><body><div id="app"><div class="el-header">{_LINKS}</div>
    <div class="el-breadcrumb"><span>首页</span><span>/</span><span>通知公告</span></div><div class="detail"><div class="detail-title">{TITLE}</div>
    <div class="el-row">{pairs}</div><div class="rich-text">{paragraphs('<p class="ql-indent">', ledger=table('class="ql-table"'))}</div></div>
    <div class="tip">本网站使用缓存，继续浏览即表示同意，详见隐私政策。</div><div class="el-footer">{_FOOT}</div></div></body></html>"""
    return Page(html, {"published": "2024-03-18"}, ledger=True)


SITES: Final[dict[str, Callable[[], Page]]] = {
    each.__name__: each
    for each in (
        across,
        beside,
        row_by_row,
        fonts,
        apart,
        listed,
        mobile,
        college,
        catalogue,
        run_together,
        unclosed,
        application,
    )
}
