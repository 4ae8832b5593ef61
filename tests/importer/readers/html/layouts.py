"""Five layouts of sites, made up, around one article."""

from collections.abc import Callable
from typing import Final, NamedTuple

TITLE: Final = "中共云岭县农业农村局党组关于巡察整改进展情况的通报"
SOURCE: Final = "来源：云岭县农业农村局"
DAY: Final = "2023-04-18"
PARAGRAPHS: Final = (
    "根据县委统一部署，县委第二巡察组对局党组开展了巡察，现将整改进展情况予以公布。",
    "一、提高政治站位，扛牢政治责任",
    "（一）深化思想认识。局党组先后召开党组会议6次，研究部署整改工作。",
    "二、坚持问题导向，逐项推进整改",
    "1.关于学习不够深入的问题",
    "整改成效：一是修订学习规则；二是开展专题学习4次。",
    "联系电话：0555-2234567；电子邮箱：office@example.com",
    "中共云岭县农业农村局党组",
    "2023年4月18日",
)
# Furniture, none of which may be in the notice.
FURNITURE: Final = (
    "云岭县人民政府网站",
    "政务公开",
    "打印本页",
    "关闭窗口",
    "上一篇",
    "某镇开展春耕检查",
    "市长热线",
    "12345",
    "版权所有",
    "ICP备",
    "微信",
)


class Article(NamedTuple):
    """What a page is about; ``source`` with its label."""

    title: str = TITLE
    source: str = SOURCE
    day: str = DAY
    paragraphs: tuple[str, ...] = PARAGRAPHS

    @property
    def head(self) -> str:
        """The title as browsers show it."""
        return f"<title>{self.title}-通知公告-云岭县人民政府网站</title>"

    @property
    def body(self) -> str:
        """The text, a paragraph each."""
        return "".join(f"<p>　　{each}</p>\n" for each in self.paragraphs)


_ARTICLE: Final = Article()
_MENU: Final = "<a href='/'>首页</a> <a href='/zwgk'>政务公开</a> <a href='/hd'>互动交流</a>"
_TOOLS: Final = "字号：[<a>大</a> <a>中</a> <a>小</a>] <a>打印本页</a> <a>关闭窗口</a>"
_NEXT: Final = "上一篇：<a href='1.html'>某镇开展春耕检查</a><br>下一篇：没有了"
_FOOT: Final = (
    "主办单位：云岭县人民政府办公室 市长热线：12345<br>版权所有 网站标识码：3400000000<br>"
    "皖ICP备00000000号 皖公网安备00000000000000号"
)


def modern(article: Article = _ARTICLE) -> str:
    """Semantic elements."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">{article.head}</head><body>
    <header><h1><a href="/">云岭县人民政府网站</a></h1><nav>{_MENU}</nav></header>
    <main><div>您现在的位置：<a href="/">首页</a> &gt; <a>政务公开</a> &gt; 正文</div>
    <article><h1>{article.title}</h1><p>发布时间：{article.day} 09:30　{article.source}　浏览次数：36</p><p>{_TOOLS}</p>
    {article.body}</article><aside>分享到：<a>微信</a></aside><div>{_NEXT}</div></main>
    <footer>{_FOOT}</footer></body></html>"""


def classes(article: Article = _ARTICLE) -> str:
    """Divisions with names, the title outside of the text."""
    return f"""<html><head><meta charset="utf-8">{article.head}</head><body>
    <div class="top">云岭县人民政府网站</div><div class="nav">{_MENU}</div>
    <div class="con"><div class="dqwz">当前位置：首页 > 政务公开</div>
    <div class="wz_title">{article.title}</div>
    <div class="info"><span>{article.source}</span><span> 发布日期：{article.day}</span><span>{_TOOLS}</span></div>
    <div id="zoom" class="TRS_Editor">{article.body}</div>
    <div class="bdsharebuttonbox"><a>微信</a></div><div class="page">{_NEXT}</div></div>
    <div class="footer">{_FOOT}</div></body></html>"""


def tables(article: Article = _ARTICLE) -> str:
    """Tables that place everything, and an information table of 政府信息公开."""
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
    {article.head}</head><body><table width=1000><tr><td>云岭县人民政府网站</td></tr><tr><td>{_MENU}</td></tr>
    </table><table width=1000><tr><td>
    <table><tr><td>索 引 号：</td><td>000-0001</td><td>组配分类：</td><td>政务公开</td></tr>
    <tr><td>{article.source[:3]}</td><td>{article.source[3:]}</td><td>发布日期：</td><td>{article.day}</td></tr></table>
    <table><tr><td align=center><font size=5><b>{article.title}</b></font></td></tr></table>
    <table><tr><td>{article.body}</td></tr><tr><td align=right>【<a>打印本页</a>】【<a>关闭窗口</a>】</td></tr>
    </table></td></tr></table><table><tr><td>{_FOOT}</td></tr></table></body></html>"""


def flat(article: Article = _ARTICLE) -> str:
    """Everything beside everything, broken by line breaks, as simple systems write."""
    text = "<br>\n".join(f"　　{each}" for each in article.paragraphs)
    return f"""<html><head><meta charset="utf-8">{article.head}</head><body>
    <div class="menu">云岭县人民政府网站 {_MENU}</div>
    <h2>{article.title}</h2><p>{article.source} 时间：{article.day} {_TOOLS}</p>
    <div>{text}</div><p>{_NEXT}</p><p>{_FOOT}</p></body></html>"""


def word(article: Article = _ARTICLE) -> str:
    """Pasted from Word, title and day in the head only."""
    text = "".join(
        f"<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US style='mso-bidi-font-size:"
        f"16.0pt'><o:p></o:p></span><span style='font-family:仿宋_GB2312;font-size:16pt'>{each}"
        "</span></p>\n"
        for each in article.paragraphs
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
    <meta name="ArticleTitle" content="{article.title}"><meta name="PubDate" content="{article.day} 09:30">
    <meta name="ContentSource" content="{article.source[3:]}"><title>云岭县人民政府网站</title></head><body>
    <!--[if gte mso 9]><xml><o:Author>某人</o:Author></xml><![endif]-->
    <div id="header">{_MENU}</div><div class="detail"><div class="WordSection1">
    <span style="display:none">内部稿</span>{text}</div></div>
    <div class="foot">{_FOOT}</div></body></html>"""


LAYOUTS: Final[dict[str, Callable[[Article], str]]] = {
    each.__name__: each for each in (modern, classes, tables, flat, word)
}
