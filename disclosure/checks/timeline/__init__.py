"""Timeline: dates that exist, stand in order and agree."""

from typing import Final

from disclosure.checks.rule import Rule
from disclosure.checks.timeline import (
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
    weekday,
    year,
)

RULES: Final[tuple[Rule, ...]] = (
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
    weekday.RULE,
    year.RULE,
)
