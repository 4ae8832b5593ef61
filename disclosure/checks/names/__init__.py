"""Names: organisations, documents and words written as they are written."""

from typing import Final

from disclosure.checks.names import (
    abbreviation,
    document,
    fixed_phrases,
    forbidden,
    leaders,
    nested,
    organisation,
    pairs,
    posts,
    repeated,
    sensitive,
    team,
    title_marks,
    word_choice,
    wrong_words,
)
from disclosure.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    abbreviation.RULE,
    document.RULE,
    fixed_phrases.RULE,
    forbidden.RULE,
    leaders.RULE,
    nested.RULE,
    organisation.RULE,
    pairs.RULE,
    posts.RULE,
    repeated.RULE,
    sensitive.RULE,
    team.RULE,
    title_marks.RULE,
    word_choice.RULE,
    wrong_words.RULE,
)
