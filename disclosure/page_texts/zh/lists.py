"""Chinese: the words of a site's lists and of the search in them, by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LISTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "lists.other": "按年份、文种和状态查",
        "lists.unit": "按单位查",
        "lists.year": "按年份查",
        "lists.genre": "按文种查",
        "lists.state": "按整改状态查",
        "lists.units": "按单位查（{count}个单位）",
        "lists.all_units": "全部{count}个单位",
        "lists.no_genre": "巡察整改通报",
        "lists.of_state": "有“{name}”问题的通报",
        "lists.count": "{count}份",
        "lists.count_state": "{count}份、{problems}项",
        "lists.about": "共{count}份通报，新发布的在前。",
        "lists.about_state": "共{count}份通报，其中“{name}”的问题{problems}项；新发布的在前。",
        "lists.about_kind": "后面是通报的份数。",
        "lists.about_states": "后面是有这种状态的通报的份数、问题的项数。",
        "lists.about_older": "{first}至{last}发布的通报，新发布的在前。",
        "lists.span": "{first}至{last}",
        "lists.earlier": "更早的通报",
        "lists.pages": "翻页",
        "lists.newest": "最新的一页",
        "lists.newer": "较新的一页",
        "lists.older": "更早的一页",
        "lists.page_of": "{name}（第{number}页）",
        "lists.feed": "订阅“{name}”",
        "search.label": "查找",
        "search.hint": "单位、标题或问题，如 公务卡",
        "search.found": "找到{count}处。",
        "search.found_some": "先列出最新的{count}处。",
        "search.nothing": "没有找到。可以少写几个字，或者换一个说法。",
        "search.searching": "正在查找……",
        "search.failed": "现在查不了，请按单位、年份查。",
        "search.more": "接着往下列",
        "search.unit": "单位：",
    }
)
