"""Figures: what can be recomputed from the text is."""

from typing import Final

from disclosure.checks.figures import (
    among,
    change,
    direction,
    funds,
    increase,
    listed,
    lost_unit,
    part,
    percent,
    rate,
    remainder,
    same,
    scale,
    shares,
    slogan,
    table,
    text_base,
    total,
    whole_base,
    yoy,
    zero_base,
)
from disclosure.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    among.RULE,
    change.RULE,
    direction.RULE,
    funds.RULE,
    increase.RULE,
    listed.RULE,
    part.RULE,
    percent.RULE,
    rate.RULE,
    remainder.RULE,
    same.RULE,
    scale.RULE,
    shares.RULE,
    slogan.RULE,
    table.RULE,
    text_base.RULE,
    total.RULE,
    lost_unit.RULE,
    whole_base.RULE,
    yoy.RULE,
    zero_base.RULE,
)
