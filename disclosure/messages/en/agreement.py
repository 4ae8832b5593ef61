"""English: what the rules say of a text against itself: its lists, headings and dates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "structure.answers_twice": "“{text}…” is word for word what stands under “{title}”; check whether it was copied to the wrong place, or waive it with a reason",
        "rule.structure.answers_twice": "Two problems are not answered word for word alike",
        "structure.headings_twice": "heading “{title}” stands twice beside each other; check it",
        "rule.structure.headings_twice": "Headings beside each other differ",
        "structure.levels": "“{mark}” stands below “{other}”, which is upside down; the order is 一、（一）1.（1）",
        "rule.structure.levels": "Levels are marked 一、（一）1.（1）, from the top",
        "structure.points": "“{text}” does not match the list, which has {found} items; check it",
        "rule.structure.points": "A list has as many items as are announced",
        "timeline.ahead": "“{text}” is after publication on {published}, and the text does not say whether it is planned; check it",
        "rule.timeline.ahead": "A date after publication is one of a plan",
        "timeline.future": "“{text}” is after publication on {published}, but is told as done; check the date, or say that it is planned",
        "rule.timeline.future": "What is done is not dated after publication",
        "timeline.year": "“{text}” has no year and none stands near; add the year",
        "rule.timeline.year": "The first date of a passage names its year",
        "timeline.series": "“{text}” is out of order with the dates around it, and would fit in {wanted}; check the year",
        "rule.timeline.series": "Dates told one after the other are not a year off",
        "timeline.title_year": "“{text}” is not the year in the title, {wanted}; check which of the two is wrong",
        "rule.timeline.title_year": "The year in the title is that of the text",
    }
)
