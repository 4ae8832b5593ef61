"""The words by which the furniture of a government site is known from its articles."""

import re
from typing import Final

_BLANKS: Final = re.compile(r"\s+")
# What is left of a line of buttons when these and signs are taken out: nothing.
_ACTION: Final = re.compile(
    "打印本?[页文]?|关闭(?:本页|窗口)?|收藏(?:本页)?|返回(?:顶部|首页|上一?页|列表)?|分享(?:到|至)?"
    "|转发|微信|微博|新浪|腾讯|朋友圈|空间|扫一扫.{0,30}|二维码|手机(?:版|端|查看|浏览|阅读)|字体|字号"
    "|(?:特大|超大|[大中小特])(?:号|字)?|默认|放大|缩小|正常|还原|我?要?纠错|错误反馈|一键|语音播报"
    "|朗读|听全文|暂停|播放|继续|停止|无障碍(?:浏览|阅读)?|长者(?:版|模式)|关怀版|适老化|繁[體体](?:版|中文)?|简体"
    "|下载(?:全文|文字版)?|复制(?:链接|网址)?|保存|推荐给?朋友|举报|点赞|评论|首页|EN|English|A[+-]"
    "|(?:浏览|访问|点击|阅读)(?:次数|量|数)?[:：]?[0-9,]*次?|[视色阅]{1}觉?障碍|【|】"
)
_SIGNS: Final = re.compile(r"[\s\W_0-9]+")
_NEIGHBOUR: Final = re.compile(
    "(?:上一?[篇条页则]|下一?[篇条页则]|前一[篇条]|后一[篇条])(?:[:：>》]|$|.{0,2}[:：])"
    "|相关(?:链接|阅读|新闻|文章|稿件|信息|推荐|内容|报道|文档|附件下载)[:：]?$"
    "|(?:热点|热门|推荐|最新|延伸)(?:推荐|阅读|新闻|文章|信息|排行|资讯)[:：]?$"
    "|(?:猜你喜欢|为您推荐|点击排行|更多[>》]*|您可能感兴趣.*)$"
)
_PATH: Final = re.compile(
    "(?:您?的?(?:现在的)?|当前)?(?:所在)?(?:当前)?位置[:：]?|您现在(?:的位置|所在)"
)
_PATH_SIGNS: Final = re.compile("[>》»›/]")
FOOT: Final = re.compile(
    r"ICP备|公网安备|网安备|版权所有|Copyright|©|网站标识码|政府网站标识|网站地图|技术支持[:：]"
    r"|网站支持IPv6|本网站支持|建议使用.{0,30}(?:浏览器|分辨率)|(?:主办|承办|运维|运营)(?:单位)?[:：]",
    re.IGNORECASE,
)
# Surely of a site, wherever it stands.
SURE_FOOT: Final = re.compile("ICP备|公网安备|版权所有|网站标识码|Copyright ?©", re.IGNORECASE)
_NEAR_FOOT: Final = re.compile(
    "(?:主办|承办|运维|运营|协办)(?:单位)?[:：]|网站地图|联系我们|关于我们|技术支持|网站声明|隐私|免责"
    "|热线|建议使用|标识码|政务新媒体|ICP|网安|版权"
)
# Parts of names of classes and ids: navigation, tools, foot.
_NAMES: Final = frozenset(
    [
        "nav",
        "navbar",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "share",
        "bdsharebuttonbox",
        "bdshare",
        "sharebox",
        "footer",
        "foot",
        "bottom",
        "sidebar",
        "related",
        "relate",
        "pager",
        "pagination",
        "toolbar",
        "tools",
        "print",
        "dqwz",
        "position",
        "location",
        "wzfx",
        "fenxiang",
        "fx",
        "xgxx",
        "xgyd",
        "xglj",
        "header",
        "banner",
        "logo",
        "topbar",
        "search",
        "qrcode",
        "ewm",
        "copyright",
        "friendlink",
        "yqlj",
        "hot",
        "rank",
        "dy",
        "bdfx",
        "fontsize",
    ]
)
_FURNITURE_TAGS: Final = frozenset({"nav", "footer", "aside", "button", "select", "form", "label"})
_PARTS: Final = re.compile(r"[\s_\-]+")
DATE: Final = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}\s?[-/.年－]\s?[0-9]{1,2}\s?[-/.月－]\s?[0-9]{1,2}日?"
    r"(?:\s*[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?"
)
_LABEL: Final = re.compile(r"(?:(?<=[\s|｜【\[（(0-9])|^)([一-龥][一-龥\s　]{0,9}?)\s*[:：]")
_KEPT_LABELS: Final = re.compile(
    "(?:信息|文章|稿件|内容)?来源|稿源|发布(?:时间|日期)|(?:公开|发文|成文|印发|生成|公布)(?:时间|日期)"
    "|时间|日期|作者|发布(?:机构|单位)|发文(?:机构|机关|单位)|发文字号|文号"
)
_INFO: Final = re.compile(
    r"(?:来\s*源|稿\s*源|发\s*布\s*[时日机单]\s*[间期构位]|时\s*间|日\s*期|索\s*引\s*号|作\s*者)\s*[:：]"
)
# Buttons may follow a value closely.
_BETWEEN: Final = re.compile(
    r"(\s+|[\[【|｜]|(?=(?:字[号体]|(?:浏览|点击|阅读|访问)(?:次数|量|数)?)[:：]))"
)
_LONGEST_INFO: Final = 400
_SENTENCE: Final = re.compile("[。；，]")
_SHORTEST_PROSE: Final = 12
_DOCUMENT: Final = re.compile(
    r"\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|pptx?)(?:$|[?#])", re.IGNORECASE
)


def squeezed(text: str) -> str:
    """Return a text without its blanks, by which lines are compared."""
    return _BLANKS.sub("", text)


def is_prose(text: str) -> bool:
    """Say whether a line is of an article for sure: long enough, with signs of sentences."""
    return len(text) >= _SHORTEST_PROSE and _SENTENCE.search(text) is not None


def is_action(text: str) -> bool:
    """Say whether a line holds nothing but buttons: 打印 关闭 字号 [大 中 小]."""
    plain = squeezed(text)
    if not plain or len(plain) > 120:
        return False
    left = _SIGNS.sub("", _ACTION.sub("", plain))
    return not left and _ACTION.search(plain) is not None


def is_neighbour(text: str) -> bool:
    """Say whether a line leads to other articles: 上一篇, 相关链接."""
    return _NEIGHBOUR.match(squeezed(text)) is not None


def is_path(text: str) -> bool:
    """Say whether a line is the way from the front page to this one."""
    plain = squeezed(text)
    if _PATH.match(plain):
        return True
    return len(plain) < 200 and "首页" in plain[:8] and _PATH_SIGNS.search(plain) is not None


def is_near_foot(text: str) -> bool:
    """Say whether a line belongs to the foot of a site if the next one does."""
    return _NEAR_FOOT.search(squeezed(text)) is not None


def is_info(text: str) -> bool:
    """Say whether a line says where an article is from and of what day."""
    if len(text) > _LONGEST_INFO or text.count("。") > 0:
        return False
    found = DATE.fullmatch(text.strip())
    return found is not None or _INFO.search(text) is not None


def info_pieces(text: str) -> list[tuple[str, bool]]:
    """Return a line of 来源 and 时间 in pieces, each with whether it is of the article."""
    starts = [_label_in(match) for match in _LABEL.finditer(text)]
    if not starts:
        return [(text, DATE.search(text) is not None)]
    pieces = []
    if starts[0][0] > 0:
        before = text[: starts[0][0]]
        pieces.append((before, DATE.search(before) is not None))
    for number, (start, label) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        kept = _KEPT_LABELS.fullmatch(label) is not None
        pieces += _without_actions(text[start:end]) if kept else [(text[start:end], False)]
    return pieces


def _label_in(match: re.Match[str]) -> tuple[int, str]:
    """Return where a label begins, and the label; what stands before a blank may be a value."""
    start, said = match.start(1), match[1]
    label = squeezed(said)
    if not _KEPT_LABELS.fullmatch(label):
        for blank in _BLANKS.finditer(said):
            last = squeezed(said[blank.end() :])
            if _KEPT_LABELS.fullmatch(last):
                return start + blank.end(), last
    return start, label


def _without_actions(piece: str) -> list[tuple[str, bool]]:
    """Cut buttons off that stand behind a value: 来源：县纪委 打印 关闭."""
    words = _BETWEEN.split(piece)
    cut = len(words)
    while cut > 1 and (not words[cut - 1].strip(" \u3000[【|｜") or is_action(words[cut - 1])):
        cut -= 1
    kept, rest = "".join(words[:cut]), "".join(words[cut:])
    label = re.search("[:：]", kept)
    empty = label is None or not kept[label.end() :].strip()
    return [(kept, not empty), (rest, False)]


def is_document(link: str) -> bool:
    """Say whether a link leads to a file, as an attachment's does."""
    return _DOCUMENT.search(link) is not None


def is_furniture(tag: str, attributes: dict[str, str]) -> bool:
    """Say whether an element is furniture by its tag or by a name that it bears."""
    if tag in _FURNITURE_TAGS or attributes.get("role") in {"navigation", "search", "banner"}:
        return True
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400].lower()
    return not _NAMES.isdisjoint(_PARTS.split(names))
