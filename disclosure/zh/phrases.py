"""Titles in lines of whole words, balanced (GB/T 9704-2012, 7.3.1: 词意完整，排列对称，长短适宜).

Only the words of such titles are known; anything else may be torn between two characters.
"""

import re
from math import ceil, inf
from typing import Final

from disclosure.zh.width import display_width

# Longest first; what follows 的 and what begins with 关于 go with it. Compiled when first used:
# only some files have a title in lines.
_WORDS: Final = (
    r"(?s)[“‘《（][^”’》）]{1,10}[”’》）]|[A-Za-z0-9.,%％〔〕—～-]+[年月日号个家件次届轮期]?"
    r"|中国共产党|中共|党委|党组|党支部|党总支|纪委|监委|机关|委员会|管理局|办公室|服务中心|中心|人民政府|政府"
    r"|[县市区省州镇乡](?:委|级|直)|街道|公安局|教育局|财政局|水利局|农业农村局|有限公司|集团公司|公司|集团|医院|学校|中学|小学"
    r"|关于|落实|巡视|巡察|整改|反馈|意见|问题|进展|情况|工作|集中|阶段性|阶段|专项|常规|第[一二三四五六七八九十]+轮?"
    r"|企业|项目|单位|部门|干部|群众|建设|管理|服务|发展|改革|监督|检查|督查|审计|环保|环境|生态|安全|生产|教育|医疗|乡村|振兴|扶贫|资金|资产|资源"
    r"|招商|合作|经济|开发区|信息|公开|公示|公告|年度|报告|的?通报|的通知|的公告|的报告|的公示"
    r"|."
)  # fmt: skip
_NEVER_FIRST = frozenset("、。，：；！？”’）》〉】〕…％%的")
_NEVER_LAST = frozenset("“‘（《〈【〔")


def title_lines(title: str, width: float) -> tuple[str, ...]:
    """Return a title in as few lines as it needs, of about the same length.

    Args:
        title: as it is printed; the lines put together give it back.
        width: of a line, in characters.

    """
    words = _words(title)
    wanted = display_width(title) / 2
    lines = max(1, ceil(wanted / width))
    for count in range(lines, lines + 3):
        if found := _best(words, count, width, wanted / count):
            return found
    return (title,)


def _words(title: str) -> list[str]:
    words: list[str] = []
    for word in re.findall(_WORDS, title):
        joined = bool(words) and (word[0] in _NEVER_FIRST or words[-1][-1] in _NEVER_LAST)
        if joined:
            words[-1] += word
        else:
            words.append(word)
    return words


def _best(words: list[str], count: int, width: float, even: float) -> tuple[str, ...]:
    """Return the words in ``count`` lines, the most even; none where they do not fit."""
    sums = [0.0]
    for word in words:
        sums.append(sums[-1] + display_width(word) / 2)
    size = len(words)
    costs = [[inf] * (size + 1) for _ in range(count + 1)]
    froms = [[0] * (size + 1) for _ in range(count + 1)]
    costs[0][0] = 0.0
    for line in range(1, count + 1):
        for end in range(1, size + 1):
            for start in range(max(0, end - 60), end):
                length = sums[end] - sums[start]
                cost = costs[line - 1][start] + (length - even) ** 2
                if length <= width and cost < costs[line][end]:
                    costs[line][end], froms[line][end] = cost, start
    if costs[count][size] == inf:
        return ()
    found: list[str] = []
    end = size
    for line in range(count, 0, -1):
        start = froms[line][end]
        found.insert(0, "".join(words[start:end]))
        end = start
    return tuple(found)
