"""What stands below a title with a label: 来源：… 发布时间：… 点击量：…, one or several a line."""

import re
from dataclasses import dataclass
from typing import Final

from disclosure.importer.fields.lines import Line, words
from disclosure.importer.tracked import Tracked

_SOURCE: Final = (
    "信息来源",
    "稿件来源",
    "文章来源",
    "新闻来源",
    "来源",
    "稿源",
    "文章出处",
    "出处",
)
_PUBLISHED: Final = words(
    "发布时间 发布日期 发布时间 发文时间 发表时间 发稿时间 公开时间 公开日期 公布时间 公布日期"
    " 上网时间 时间 日期"
)
_COUNTERS: Final = words(
    "点击量 点击数 点击次数 点击 浏览次数 浏览量 浏览数 浏览 阅读次数 阅读量 阅读数 阅读 访问量"
    " 访问次数 字体大小 字体 字号 分享到 分享 打印 视力保护色 背景色 收藏"
)
_OTHERS: Final = words(
    "索引号 信息索引号 发文字号 文号 文件编号 发布机构 发布单位 发文机关 发文单位 公开主体 信息分类"
    " 主题分类 体裁分类 组配分类 公开方式 公开形式 公开期限 公开范围 公开类别 公开属性 公开责任部门"
    " 作者 撰稿 供稿 编辑 责任编辑 责编 审核 审稿 校对 摄影 成文日期 成文时间 生成日期 生成时间"
    " 更新时间 有效性 有效期 关键词 关键字 主题词 信息名称 名称 标题 服务对象 废止日期 生效日期"
    " 数据截至"
)
KINDS: Final = (
    ("source", _SOURCE),
    ("published", _PUBLISHED),
    ("counter", _COUNTERS),
    ("index_number", ("索引号", "信息索引号")),
    ("document_number", ("发文字号", "文号")),
    ("issuer", ("发布单位",)),
    ("as_of", ("数据截至",)),
    ("by", ("发布机构", "发文机关", "发文单位", "公开主体")),
)
# What the site of a government adds to every page.
FURNITURE: Final = re.compile(
    r"(?:(?:当前位置|您的位置|当前的位置|您现在的位置|所在位置)[:：]?.*|首页\s?[>»›/].*|.*>\s?(?:正文|详情)"
    r"|[【\[(（]?\s?(?:字体|字号)\s?[:：]?.{0,20}|(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏|分享(?:到)?|"
    r"返回(?:顶部|首页|列表)?|大|中|小|微信|微博|扫一扫在手机打开当前页|无障碍|听语音|语音播报|\s|[【】\[\]|｜:：])+)"
)


def _spaced(word: str) -> str:
    return "[ ]{0,4}".join(map(re.escape, word))


_ALL: Final = sorted(
    {*_SOURCE, *_PUBLISHED, *_COUNTERS, *_OTHERS}, key=lambda word: (-len(word), word)
)
_KNOWN: Final = "|".join(map(_spaced, _ALL))
_LABEL: Final = re.compile(
    rf"(?:(?<=[ |｜/】\](（【\[])|^)(?:(?P<known>{_KNOWN})[ ]?[:：]"
    r"|(?P<other>[\u4e00-\u9fff]{2,8})[:：])"
)
_GENERIC: Final = re.compile(r"[\u4e00-\u9fff（）()]{2,12}[:：][ ]?[^，。；：:]{1,60}[^，。；：:]")
_AROUND: Final = " |｜/【】[]（）()　\u00a0"
_PARTING: Final = " |｜/　\u00a0\t"
_PAIRS: Final = {"【": "】", "[": "]", "（": "）", "(": ")"}
_OPENED: Final = {closing: opening for opening, closing in _PAIRS.items()}
_LONGEST: Final = 400


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what is said of it.

    Attributes:
        kind: ``source``, ``published``, ``counter``, ``index_number``, ``document_number``,
            ``issuer``, ``as_of``, ``by`` (who made it public) or ``other``.
        label: as it stands.
        value: without signs around it; empty where nothing is said.
        signs: the colon, and what stands between it and its neighbours.
        whole: all of it, as it stands.

    """

    kind: str
    label: Tracked
    value: Tracked
    signs: tuple[Tracked, ...]
    whole: Tracked


def read_labels(line: Line, *, loose: bool) -> tuple[Tracked, tuple[Labelled, ...]] | None:
    """Return what a line says by labels, and what stands before the first of them.

    Args:
        line: below a title.
        loose: whether a single label that nobody knows is one, too: 公开依据：第二十条.

    Returns:
        None where it is no such line.

    """
    if len(line.plain) > _LONGEST:
        return None
    found = list(_LABEL.finditer(line.plain))
    if not any(match["known"] for match in found) and not (
        loose and found and found[0].start() == 0 and _GENERIC.fullmatch(line.plain)
    ):
        return None
    first = found[0].start()
    if "。" in line.plain or (first and len(line.plain[:first].strip(_AROUND)) > 30):
        return None
    ends = [*(match.start() for match in found[1:]), len(line.plain)]
    # Signs before the first label are its own.
    before = line.text[:first]
    starts = [match.start() for match in found]
    if not before.text.strip(_AROUND):
        starts[0], before = 0, Tracked()
    spans = zip(found, starts, ends, strict=True)
    return before, tuple(_labelled(line.text, *each) for each in spans)


def _labelled(text: Tracked, match: re.Match[str], start: int, end: int) -> Labelled:
    group = "known" if match["known"] else "other"
    label = text[match.start(group) : match.end(group)]
    first, last = _inside(text.text, match.end(), end)
    value = text[first:last]
    name = "".join(label.text.split())
    kind = next((kind for kind, names in KINDS if name in names), "other")
    signs = (
        text[start : match.start(group)],
        text[match.end(group) : match.end()],
        text[match.end() : first],
        text[last:end],
    )
    said = tuple(sign for sign in signs if sign.text.strip())
    return Labelled(kind, label, value, said, text[start:end])


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a value is, without the signs around it; brackets that pair are its own."""
    while start < end:
        said = text[start:end]
        if said[-1] in _PARTING or said[-1] in _PAIRS:
            end -= 1
        elif said[0] in _PARTING or said[0] in _PAIRS.values():
            start += 1
        elif (closed := _OPENED.get(said[-1])) and said.count(closed) < said.count(said[-1]):
            end -= 1
        elif (opens := _PAIRS.get(said[0])) and said.count(opens) < said.count(said[0]):
            start += 1
        else:
            break
    return start, end
