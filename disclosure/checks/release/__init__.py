"""Release: what a published notice cannot do without."""

from typing import Final

from disclosure.checks.release import (
    alternative,
    area_code,
    contact,
    feedback,
    metadata,
    signature,
    summary,
    title,
    unfilled,
    usual,
)
from disclosure.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    alternative.RULE,
    area_code.RULE,
    contact.RULE,
    feedback.RULE,
    metadata.RULE,
    signature.RULE,
    summary.RULE,
    title.RULE,
    unfilled.RULE,
    usual.RULE,
)
