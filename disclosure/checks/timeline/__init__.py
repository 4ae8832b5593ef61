"""Timeline: dates that exist, stand in order and agree."""

from typing import Final

from disclosure.checks.rule import Rule
from disclosure.checks.timeline import (
    ahead,
    as_of,
    backwards,
    calendar,
    deadline,
    future,
    impossible,
    inspection,
    posting,
    posting_days,
    posting_text,
    publication,
    series,
    title_year,
    weekday,
    year,
)

RULES: Final[tuple[Rule, ...]] = (
    ahead.RULE,
    as_of.RULE,
    backwards.RULE,
    calendar.RULE,
    deadline.RULE,
    future.RULE,
    impossible.RULE,
    inspection.RULE,
    posting.RULE,
    posting_days.RULE,
    posting_text.RULE,
    publication.RULE,
    series.RULE,
    title_year.RULE,
    weekday.RULE,
    year.RULE,
)
