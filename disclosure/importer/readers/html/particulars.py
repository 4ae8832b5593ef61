"""What a page says of an article beside its text: 来源, 发布时间, 索引号, each a piece.

A label is known by its colon, or by standing in an element of its own; edges of elements part
what nothing else does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from disclosure.importer.particular_labels import (
    COUNTERS,
    FILING,
    PUBLISHED,
    REGISTERED,
    SOURCE,
    STAFF,
    WEAK_DAYS,
    words,
)
from disclosure.importer.readers.html.words import DATE, is_action, squeezed

# Labels that only sites have.
_OF_SITES: Final = words(
    "公开分类 分类 类别 信息类别 公文种类 文种 公开程序 公开时限 公开载体 公开依据"
    " 文件标题 信息标题 所属目录 公开目录 所属栏目 栏目 内容概述 内容摘要 摘要 备注"
    " 语种 格式 生成机构 责任部门 所属主题 主题 事项名称 信息主题 原文链接"
)
_ON_THE_SITE: Final = words(
    "发布人 发布者 录入 录入人 信息员 上传 上传者 初审 复审 终审 责任校对 浏览人数"
    " 阅读人数 字体显示 更新日期 推荐给朋友 打印本页"
)
_KEPT: Final = frozenset({*SOURCE, *PUBLISHED, *REGISTERED})
_FILED: Final = frozenset({*FILING, *_OF_SITES})
_DAYS: Final = frozenset(
    word for word in (*PUBLISHED, *REGISTERED) if word[-2:] in {"时间", "日期"}
)
_ALL: Final = frozenset({*_KEPT, *_FILED, *_ON_THE_SITE, *COUNTERS, *STAFF})
_NOT_IN_TEXTS: Final = frozenset(
    {*SOURCE, *PUBLISHED, *COUNTERS, *_FILED, *_ON_THE_SITE} - WEAK_DAYS - {"备注", "主题", "摘要"}
)
_LONG: Final = 3


def _any_of(names: Iterator[str]) -> str:
    words = sorted(names, key=lambda word: (-len(word), word))
    return "|".join(r"[\s　]{0,4}".join(word) for word in words)


# A short one within other words may be a part of them: 巡察组来源.
_KNOWN: Final = re.compile(
    rf"(?:(?P<long>{_any_of(word for word in _ALL if len(word) >= _LONG)})"
    rf"|(?<![一-龥])(?P<short>{_any_of(word for word in _ALL if len(word) < _LONG)}))\s*[:：]"
)
# In a line that begins with a label, others follow closely.
_ANYWHERE: Final = re.compile(_KNOWN.pattern.replace("(?<![一-龥])", ""))
_SHORT_AT_EDGE: Final = re.compile(
    rf"(?P<short>{_any_of(word for word in _ALL if len(word) < _LONG)})\s*[:：]"
)
_OTHER: Final = re.compile(r"[一-龥]{2,8}\s?[:：]")
_EDGE_SIGNS: Final = re.compile(r"(?:^|(?<=[\s|｜【\[（(]))")
_COLON: Final = re.compile(r"\s*[:：]?[】\]]?$")
# Buttons may follow a value closely.
_BETWEEN: Final = re.compile(
    r"(\s+|[\[【|｜]|(?=(?:字[号体]|(?:浏览|点击|阅读|访问)(?:次数|量|数)?)[:：]))"
)
_NAME: Final = re.compile(r"[一-龥A-Za-z（）()·]{2,30}")
_NO_NAME: Final = re.compile("原创|转载|正文|详情|公告|公示|通报|作者|发表于|^[一-龥]{2}$")
# Without any of these a line says nothing of the kind.
_HINT: Final = re.compile(rf"[:：]|(?:19|20)[0-9]{{2}}|{_any_of(iter(_ALL))}")
_SOURCE_LINE: Final = re.compile(rf"[（(【\[]?(?:{'|'.join(SOURCE)})[:：][^，；。]{{2,40}}")
_OF_TODAY: Final = re.compile("星期|今天|农历|现在是")
_LONGEST: Final = 400
# 2024年3月18日　第三次会议通过: of the text.
_HELD: Final = re.compile("(?:会议|通过|批准|修[订正改]|施行|召开|成立)$|第.{1,8}次")
_LONGEST_BESIDE: Final = 30
_LONGEST_NAMED: Final = 60
_LONGEST_LABEL: Final = 24
_BLANK: Final = " \t\r\n\u3000\u00a0"


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of a line, whole when its parts are put together.

    Attributes:
        label: with its colon; empty where there is none.
        value: all the rest.
        colon: that the label lacks.
        kept: whether it is of the article.
        filed: whether it only files the article at its site.

    """

    label: str
    value: str
    colon: str = ""
    kept: bool = False
    filed: bool = False


def is_label(text: str) -> bool:
    """Say whether a text is a known label and nothing else: 索引号, 发布日期：."""
    return _label_of(text) in _ALL


def is_labelled(text: str) -> bool:
    """Say whether a text begins with a known label and its colon."""
    return _matched(text.lstrip(_BLANK + "【[（("), 0, at_edge=True) is not None


def label_in(text: str) -> str:
    """Return the label that a text is, or begins with; empty where there is none."""
    if is_label(text):
        return _label_of(text)
    found = _matched(text.lstrip(_BLANK + "【[（("), 0, at_edge=True)
    return squeezed(found[0]).rstrip(":：") if found else ""


def is_of_the_page(text: str) -> bool:
    """Say whether a line begins with a label that no text of a notice has."""
    return is_labelled(text) and label_in(text.strip(_BLANK + "【[（(")) in _NOT_IN_TEXTS


def is_source(text: str) -> bool:
    """Say whether a line says where an article is from, and nothing else."""
    return len(text) <= _LONGEST_NAMED and _SOURCE_LINE.fullmatch(squeezed(text)) is not None


def is_particulars(segments: Sequence[str]) -> bool:
    """Say whether a line says whose and of when an article is.

    Args:
        segments: of the line, as the edges of elements part it.

    """
    text = "".join(segments)
    if len(text) > _LONGEST or "。" in text or not _HINT.search(text):
        return False
    starts = _edges(segments)
    if any(label for _, _, label in _labels(text, starts)):
        return True
    day = DATE.search(text)
    if day is None or len(text.strip()) > _LONGEST_NAMED or _OF_TODAY.search(text):
        return False
    if DATE.fullmatch(text.strip()):
        return True
    # A day and a name, parted by blanks or edges: 2024-03-18　县林业局.
    apart = day.start() in starts or not text[: day.start()].strip()
    ends = day.end() in starts or day.end() == len(text) or text[day.end()] in _BLANK
    rest = (text[: day.start()], text[day.end() :])
    return apart and ends and all(not each.strip() or _is_beside(each) for each in rest)


def is_bare(segments: Sequence[str]) -> bool:
    """Say whether a line of particulars has no label."""
    return not _labels("".join(segments), _edges(segments))


def particulars_of(segments: Sequence[str]) -> list[Said]:
    """Return a line of particulars in pieces that make the whole line together."""
    text = "".join(segments)
    starts = _edges(segments)
    labels = _labels(text, starts)
    if not labels:
        return _unlabelled(text, starts, 0)
    found: list[Said] = []
    if labels[0][0] > 0:
        found += _unlabelled(text[: labels[0][0]], starts, 0)
    ends = [*(start for start, _, _ in labels[1:]), len(text)]
    for (start, behind, name), end in zip(labels, ends, strict=True):
        found += _labelled(text[start:behind], text[behind:end], name, starts, behind)
    return found


def _edges(segments: Sequence[str]) -> frozenset[int]:
    text = "".join(segments)
    edges = {0, *accumulate(map(len, segments))}
    edges |= {match.start() for match in _EDGE_SIGNS.finditer(text)}
    # Blanks at the start of an element are its own.
    edges |= {at + len(text[at:]) - len(text[at:].lstrip()) for at in tuple(edges)}
    return frozenset(edges)


def _labels(text: str, starts: frozenset[int]) -> list[tuple[int, int, str]]:
    """Return where each label begins and ends, with its name; empty for one nobody knows."""
    order = sorted(at for at in starts if at < len(text))
    alone = {
        start: end
        for start, end in pairwise([*order, len(text)])
        if end - start <= _LONGEST_LABEL and is_label(text[start:end])
    }
    known = [
        (match.start(), match.end(), squeezed(match["long"] or match["short"]))
        for match in (_ANYWHERE if is_labelled(text) else _KNOWN).finditer(text)
    ]
    known += [(at, *found) for at in order if (found := _at_edge(text, at, alone))]
    taken: list[tuple[int, int, str]] = []
    others = [(at, match.end(), "") for at in order if (match := _OTHER.match(text, at))]
    # One that is known goes before one that is not: 县纪委发布时间：.
    for start, end, name in [*sorted(known), *others]:
        if not any(start < last and first < end for first, last, _ in taken):
            taken.append((start, end, name))
    return sorted(taken)


def _at_edge(text: str, at: int, alone: dict[int, int]) -> tuple[int, str] | None:
    known = _matched(text, at, at_edge=True)
    if known:
        return known.end(), squeezed(known[0]).rstrip(":：")
    if at in alone:
        return alone[at], _label_of(text[at : alone[at]])
    return None


def _matched(text: str, at: int, *, at_edge: bool) -> re.Match[str] | None:
    return _KNOWN.match(text, at) or (_SHORT_AT_EDGE.match(text, at) if at_edge else None)


def _label_of(text: str) -> str:
    return squeezed(_COLON.sub("", text.strip().lstrip("【["))) if len(text) <= 40 else ""


def _labelled(label: str, value: str, name: str, starts: frozenset[int], offset: int) -> list[Said]:
    if name not in _KEPT:
        return [Said(label, value, filed=name in _FILED)]
    colon = "" if re.search("[:：]", label) else "："
    cut = len(value)
    if name not in _DAYS and (day := DATE.search(value)) and _is_apart(value, day, starts, offset):
        cut = day.start()
    own, rest = _without_actions(value[:cut])
    found = [Said(label, own, colon, kept=any(map(str.isalnum, own)))]
    found += [Said("", rest)] if rest else []
    return [*found, *_unlabelled(value[cut:], starts, offset + cut)]


def _is_apart(value: str, day: re.Match[str], starts: frozenset[int], offset: int) -> bool:
    before = value[: day.start()]
    return bool(before.strip()) and (before[-1] in _BLANK or offset + day.start() in starts)


def _unlabelled(text: str, starts: frozenset[int], offset: int) -> list[Said]:
    """Return a stretch without labels: a day, and the name of an office beside it."""
    day = DATE.search(text)
    if day is None:
        return [Said("", text)] if text else []
    before, behind = text[: day.start()], text[day.end() :]
    return [
        *_named(before, starts, offset),
        Said("", day[0], "：", kept=True),
        *_named(behind, starts, offset + day.end()),
    ]


def _named(text: str, starts: frozenset[int], offset: int) -> list[Said]:
    """Return a stretch beside a day: at most one name in it is kept."""
    cuts = sorted({0, len(text), *(at - offset for at in starts if 0 < at - offset < len(text))})
    parts = [text[start:end] for start, end in pairwise(cuts)]
    kept = next((n for n, part in enumerate(parts) if _is_name(part)), -1)
    return [Said("", part, "：", kept=n == kept) for n, part in enumerate(parts)]


def _is_name(text: str) -> bool:
    plain = text.strip(_BLANK + "【】[]|｜")
    return bool(_NAME.fullmatch(plain)) and not _NO_NAME.search(plain) and not is_action(plain)


def _is_beside(text: str) -> bool:
    """Say whether what stands beside a day can be names and buttons, and no sentence."""
    plain = text.strip()
    if is_action(plain):
        return True
    if re.search("[，；：:]", plain) or len(plain) > _LONGEST_BESIDE:
        return False
    return _HELD.search(plain) is None


def _without_actions(piece: str) -> tuple[str, str]:
    """Cut buttons off that stand behind a value: 县纪委 打印 关闭."""
    words = _BETWEEN.split(piece)
    cut = len(words)
    while cut > 1 and (not words[cut - 1].strip(_BLANK + "[【|｜") or is_action(words[cut - 1])):
        cut -= 1
    return "".join(words[:cut]), "".join(words[cut:])
