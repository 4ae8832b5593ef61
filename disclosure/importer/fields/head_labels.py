"""What stands below a title with a label: 来源：… 发布时间：… 点击量：…, one or several a line."""

import re
from dataclasses import dataclass
from typing import Final

from disclosure.importer.fields.lines import Line
from disclosure.importer.particular_labels import (
    COUNTERS,
    FILING,
    PUBLISHED,
    REGISTERED,
    SOURCE,
    STAFF,
    words,
)
from disclosure.importer.tracked import Tracked

KINDS: Final = (
    ("source", SOURCE),
    ("published", PUBLISHED),
    ("counter", COUNTERS),
    ("index_number", ("索引号", "信息索引号")),
    ("document_number", ("发文字号", "文号", "文件编号", "文件字号")),
    ("issuer", ("发布单位",)),
    ("as_of", ("数据截至",)),
    (
        "by",
        words("发布机构 发布部门 发布机关 发文机关 发文机构 发文单位 制发机关 公开主体"),
    ),
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
    {*SOURCE, *PUBLISHED, *COUNTERS, *REGISTERED, *FILING, *STAFF},
    key=lambda word: (-len(word), word),
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
