"""Structure: what the notice says of itself against what it holds."""

from typing import Final

from disclosure.checks.rule import Rule
from disclosure.checks.structure import (
    declared,
    declared_bodies,
    declared_statuses,
    empty,
    enumeration,
    item_marks,
    mark_style,
    marks,
    measures,
    merge_mark,
    note_unused,
    response,
    restated,
    stated,
    status_text,
    statuses,
    typed_mark,
    wide_table,
)

RULES: Final[tuple[Rule, ...]] = (
    declared.RULE,
    declared_bodies.RULE,
    declared_statuses.RULE,
    empty.RULE,
    enumeration.RULE,
    item_marks.RULE,
    mark_style.RULE,
    marks.RULE,
    measures.RULE,
    merge_mark.RULE,
    note_unused.RULE,
    response.RULE,
    restated.RULE,
    stated.RULE,
    status_text.RULE,
    statuses.RULE,
    typed_mark.RULE,
    wide_table.RULE,
)
