"""A rule that fails is a fault of ours: named, and the others go on."""

from collections.abc import Iterator

import pytest

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.checks.rules import RULES
from disclosure.diagnostics import Level
from disclosure.report.text import sentence
from tests.checks.desk import SOUND, to_yaml, verdict_of

PRIVATE = to_yaml(SOUND | {"lead": "电话13812345678。"})
ERRORS = (IndexError("string index"), RecursionError(), MemoryError(), KeyError("党"), ValueError())


def failing(error: Exception, *, late: bool, level: Level = Level.ERROR) -> Rule:
    """Return a rule that fails at once, or after its first finding."""

    def check(context: NoticeContext) -> Iterator[Finding]:
        if late:
            yield at_value(("title",), text=context.notice.title)
        raise error

    return Rule("names.forbidden", level, "测试", "", check)


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_the_others_go_on(error: Exception, late: bool) -> None:
    """Whatever a rule raises, it is told with its name, and the others find what they find."""
    rules = (failing(error, late=late), *(rule for rule in RULES if rule.id == "privacy.mobile"))
    found = verdict_of(PRIVATE, rules=rules).diagnostics
    codes = [each.code for each in found]
    assert codes.count("rule.failed") == 1
    assert "privacy.mobile" in codes
    assert codes.count("names.forbidden") == late
    (told,) = (each for each in found if each.code == "rule.failed")
    assert told.level is Level.ERROR
    assert "names.forbidden" in sentence(told, "zh")
    assert type(error).__name__ in sentence(told, "zh")


@pytest.mark.parametrize(("level", "told"), [(Level.ERROR, 3), (Level.WARNING, 2), (Level.INFO, 2)])
def test_a_fault_weighs_what_it_may_hide(level: Level, told: int) -> None:
    """Where an error may have been missed it is one; where a hint may have, it stops nobody."""
    found = verdict_of(PRIVATE, rules=[failing(ValueError(), late=False, level=level)]).diagnostics
    assert [each.level for each in found if each.code == "rule.failed"] == [told]


@pytest.mark.parametrize("form", ["豁免", "豁免全文"])
def test_a_person_answers_for_what_a_rule_did_not_see(form: str) -> None:
    """A waiver at the top lets the notice go on; with the rule well again it is not needed."""
    text = f"# {form} names.forbidden：已人工核对\n{PRIVATE}"
    verdict = verdict_of(text, rules=[failing(ValueError(), late=False)])
    assert "rule.failed" not in {each.code for each in verdict.diagnostics}
    assert [each.diagnostic.code for each in verdict.waived] == ["rule.failed"]
    assert "waiver.unused" in {each.code for each in verdict_of(text).diagnostics}


def test_no_rule_of_ours_fails() -> None:
    """On a sound notice every rule finishes."""
    assert "rule.failed" not in {each.code for each in verdict_of(to_yaml(SOUND)).diagnostics}


def test_contacts_are_asked_for_once() -> None:
    """A missing contact is not both an error and a thing that may be left out."""
    text = to_yaml(SOUND | {"genre": "审计整改公告", "unit": "某县某局", "contact": []})
    found = verdict_of(text).diagnostics
    assert [dict(each.params)["key"] for each in found if each.code == "release.usual"] == [
        "signature"
    ]
    assert "release.contact" in {each.code for each in found}
