"""Names: organisations, documents and words written as they are written."""

from typing import Final

from disclosure.checks.names import (
    abbreviation,
    document,
    fixed_phrases,
    forbidden,
    leaders,
    misspelled,
    nested,
    organisation,
    pairs,
    persons,
    posts,
    quoted_titles,
    repeated,
    sensitive,
    short_forms,
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
    misspelled.RULE,
    nested.RULE,
    organisation.RULE,
    pairs.RULE,
    persons.RULE,
    posts.RULE,
    quoted_titles.RULE,
    repeated.RULE,
    sensitive.RULE,
    short_forms.RULE,
    team.RULE,
    title_marks.RULE,
    word_choice.RULE,
    wrong_words.RULE,
)
