"""Structure: what the notice says of itself against what it holds."""

from typing import Final

from disclosure.checks.rule import Rule
from disclosure.checks.structure import (
    answers_twice,
    declared,
    declared_bodies,
    declared_statuses,
    empty,
    enumeration,
    headings_twice,
    item_marks,
    levels,
    mark_style,
    marks,
    measures,
    merge_mark,
    note_unused,
    points,
    response,
    restated,
    stated,
    status_text,
    statuses,
    typed_mark,
    wide_table,
)

RULES: Final[tuple[Rule, ...]] = (
    answers_twice.RULE,
    declared.RULE,
    declared_bodies.RULE,
    declared_statuses.RULE,
    empty.RULE,
    enumeration.RULE,
    headings_twice.RULE,
    item_marks.RULE,
    levels.RULE,
    mark_style.RULE,
    marks.RULE,
    measures.RULE,
    merge_mark.RULE,
    note_unused.RULE,
    points.RULE,
    response.RULE,
    restated.RULE,
    stated.RULE,
    status_text.RULE,
    statuses.RULE,
    typed_mark.RULE,
    wide_table.RULE,
)
