"""Chinese: what the rules say of a text against itself: its lists, headings and dates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "structure.answers_twice": "“{text}……”与问题“{title}”下的一段一字不差；请核对是不是抄错了地方，确实一样的写明豁免理由",
        "rule.structure.answers_twice": "两个问题的整改情况不会一字不差",
        "structure.headings_twice": "标题“{title}”与同级的另一个标题相同；请核对是不是重复、抄错",
        "rule.structure.headings_twice": "同级的标题不重复",
        "structure.levels": "“{mark}”写在“{other}”的下一级，层次颠倒了；请按“一、（一）1.（1）”的顺序改正",
        "rule.structure.levels": "层次序数依次是一、（一）1.（1）",
        "structure.points": "“{text}”与列出的项数对不上，列出的是 {found} 项；请核对",
        "rule.structure.points": "说了几点就要列几点",
        "timeline.ahead": "“{text}”晚于发布日期 {published}，看不出是计划还是已经做了；请核对日期",
        "rule.timeline.ahead": "晚于发布日期的只能是计划",
        "timeline.future": "“{text}”晚于发布日期 {published}，文字却说已经做了；请核对日期，是计划的请写明“计划”“预计”",
        "rule.timeline.future": "已经做的事不会晚于发布日期",
        "timeline.year": "“{text}”没有写年份，读者看不出是哪一年；请补上年份",
        "rule.timeline.year": "第一次出现的日期要写年份",
        "timeline.series": "“{text}”与前后的日期次序不合，像是 {wanted} 年；请核对年份",
        "rule.timeline.series": "按先后叙述的日期年份要接得上",
        "timeline.title_year": "“{text}”与标题里的 {wanted} 年不同；请核对是哪一处写错了",
        "rule.timeline.title_year": "标题的年份要与正文一致",
    }
)
