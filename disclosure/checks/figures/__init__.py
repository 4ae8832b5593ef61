"""Figures: what can be recomputed from the text is."""

from typing import Final

from disclosure.checks.figures import (
    change,
    funds,
    listed,
    part,
    percent,
    rate,
    remainder,
    same,
    scale,
    slogan,
    table,
    text_base,
    total,
    whole_base,
    yoy,
)
from disclosure.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    change.RULE,
    funds.RULE,
    listed.RULE,
    part.RULE,
    percent.RULE,
    rate.RULE,
    remainder.RULE,
    same.RULE,
    scale.RULE,
    slogan.RULE,
    table.RULE,
    text_base.RULE,
    total.RULE,
    whole_base.RULE,
    yoy.RULE,
)
