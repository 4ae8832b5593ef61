"""The examples in the rules' docstrings are true."""

from typing import Any

import pytest
import yaml

from disclosure.checks.manual import Example, examples_of
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.messages.catalogues import CATALOGUES
from tests.checks.desk import SOUND, to_yaml, verdict_of

CASES = [(rule, example) for rule in RULES for example in examples_of(rule)]


def codes_of(example: Example) -> set[str]:
    """Return the rules that have something to say about an example."""
    if not example.is_yaml:
        overlay: dict[str, Any] = {"sections": [{"title": "下一步工作", "body": example.text}]}
    else:
        overlay = yaml.safe_load(example.text)
    extra = {name: overlay.pop(name) for name in ("terms", "files", "earlier") if name in overlay}
    # What has no headings has no sections.
    sound = {key: SOUND[key] for key in SOUND if key != "sections" or "content" not in overlay}
    return {each.code for each in verdict_of(to_yaml(sound | overlay), extra).diagnostics}


@pytest.mark.parametrize(
    ("rule", "example"),
    CASES,
    ids=[f"{rule.id}-{'good' if example.passes else 'bad'}" for rule, example in CASES],
)
def test_example(rule: Rule, example: Example) -> None:
    """A rule reports the example that is to fail and not the one that is to pass."""
    assert (rule.id not in codes_of(example)) == example.passes


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_rule_is_complete(rule: Rule) -> None:
    """A rule has both kinds of examples, a sentence, a reason and a source."""
    kinds = {example.passes for example in examples_of(rule)}
    assert kinds == {True, False}
    assert rule.source
    assert rule.doc.startswith(f"{rule.id}: ")
    assert {rule.id, f"rule.{rule.id}"} <= CATALOGUES["zh"].keys()


@pytest.mark.parametrize(
    ("rule", "example"),
    [case for case in CASES if case[1].passes],
    ids=[rule.id for rule, example in CASES if example.passes],
)
def test_good_example_is_good(rule: Rule, example: Example) -> None:
    """What passes one rule passes all others that weigh, so that examples teach no slips."""
    found = codes_of(example) - {"release.metadata", "release.title", "timeline.calendar"}
    assert {code for code in found if code.split(".")[0] != "notice"} == set()


def test_ids_are_unique() -> None:
    """No two rules share an id."""
    assert len({rule.id for rule in RULES}) == len(RULES)
