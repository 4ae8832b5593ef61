"""The harness: slips of every family are found, sound texts give no new findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pytest
import yaml

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.checks.run import check_notice
from disclosure.diagnostics import Diagnostic
from disclosure.source.load import load_notice
from disclosure.zh.dates import is_workday
from tests.checks.desk import SHOWN, SITE_MODEL, TERMS, to_yaml
from tests.checks.mutants import FAMILIES, Base, Mutant, bases, draw

WANTED = 500
FOUND = 0.95


Found = Counter[tuple[object, ...]]


def findings(text: str) -> Found:
    """Return what is said of a notice; what keeps it from being read is a finding, too."""
    return sum(found_by_rule(text, RULES), Counter())


def found_by_rule(text: str, rules: Sequence[Rule]) -> Iterator[Found]:
    """Find what keeps a notice from being read, then what each of ``rules`` says of it."""
    loaded, found = load_notice(text.encode(), SHOWN)
    yield _counted(found)
    if loaded is None:
        return
    assert SITE_MODEL is not None
    context = NoticeContext(
        loaded.notice, loaded.figures, loaded.outline, SITE_MODEL, TERMS, is_workday, {}
    )
    for rule in rules:
        yield _counted(check_notice(context, loaded.places, SHOWN, (rule,)).diagnostics)


def _counted(found: Iterable[Diagnostic]) -> Found:
    return Counter((each.code, each.params) for each in found)


class Finder:
    """Says whether a slip is found: whether any rule says more than of the notice without it.

    One rule that does is enough, so the rule that found the last slip is asked first.
    """

    def __init__(self) -> None:
        self._rules = list(RULES)
        self._clean = {base.name: self._all_rules(base.text) for base in bases()}

    def finds(self, mutant: Mutant) -> bool:
        """Say whether the slip of a mutant is found."""
        clean = self._clean[mutant.notice]
        asked: list[Rule | None] = [None, *self._rules]
        for rule, found in zip(asked, found_by_rule(mutant.text, self._rules), strict=False):
            if found - clean[rule.id if rule else ""]:
                if rule:
                    self._rules.remove(rule)
                    self._rules.insert(0, rule)
                return True
        return False

    def _all_rules(self, text: str) -> dict[str, Found]:
        names = ["", *(rule.id for rule in RULES)]
        return dict(zip(names, found_by_rule(text, RULES), strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_slips_are_found(family: str) -> None:
    """Of at least 500 different slips of a family, 95 in 100 are found."""
    mutants = draw(family, WANTED)
    assert len(mutants) >= WANTED
    finder = Finder()
    missed = [mutant for mutant in mutants if not finder.finds(mutant)]
    told = "\n".join(f"{m.notice}: {m.slip}" for m in missed)
    print(f"{family}: {len(mutants) - len(missed)} of {len(mutants)} found", told, sep="\n")  # noqa: T201
    assert len(mutants) - len(missed) >= FOUND * len(mutants), told


@pytest.mark.parametrize("base", bases(), ids=lambda base: base.name)
def test_layout_is_no_slip(base: Base) -> None:
    """Another layout, other quotes, comments and line ends give the very same findings."""
    data = yaml.safe_load(base.text)
    clean = findings(base.text)
    folded = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=60)
    for other in (
        folded,
        base.text.replace("\n", "\r\n"),
        "# 说明\n" + to_yaml(data).replace("\nlead:", "\n\n# 说明，不印。\nlead:"),
    ):
        assert findings(other) == clean
