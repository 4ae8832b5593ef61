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


def failing(error: Exception, *, late: bool) -> Rule:
    """Return a rule that fails at once, or after its first finding."""

    def check(context: NoticeContext) -> Iterator[Finding]:
        if late:
            yield at_value(("title",), text=context.notice.title)
        raise error

    return Rule("names.forbidden", Level.ERROR, "测试", "", check)


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
