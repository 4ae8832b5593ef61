"""The list of all rules, family by family."""

from typing import Final

from disclosure.checks import (
    figures,
    links,
    names,
    privacy,
    release,
    structure,
    timeline,
    typography,
)
from disclosure.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *structure.RULES,
    *timeline.RULES,
    *figures.RULES,
    *names.RULES,
    *typography.RULES,
    *privacy.RULES,
    *links.RULES,
    *release.RULES,
)
