"""Links: what is pointed at is there."""

from typing import Final

from disclosure.checks.links import (
    address,
    anchor,
    image,
    plain,
)
from disclosure.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    address.RULE,
    anchor.RULE,
    image.RULE,
    plain.RULE,
)
