"""The harness: slips of every family are found, sound texts give no new findings."""

from collections import Counter

import pytest
import yaml

from disclosure.checks.context import NoticeContext
from disclosure.checks.rules import RULES
from disclosure.checks.run import check_notice
from disclosure.source.load import load_notice
from disclosure.zh.dates import is_workday
from tests.checks.desk import SHOWN, SITE_MODEL, TERMS, to_yaml
from tests.checks.mutants import FAMILIES, Base, bases, draw

WANTED = 500
FOUND = 0.95


def findings(text: str) -> Counter[tuple[object, ...]]:
    """Return what is said of a notice; what keeps it from being read is a finding, too."""
    loaded, found = load_notice(text.encode(), SHOWN)
    if loaded is not None:
        assert SITE_MODEL is not None
        context = NoticeContext(
            loaded.notice, loaded.figures, loaded.outline, SITE_MODEL, TERMS, is_workday, {}
        )
        found = (*found, *check_notice(context, loaded.places, SHOWN, RULES).diagnostics)
    return Counter((each.code, each.params) for each in found)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_slips_are_found(family: str) -> None:
    """Of at least 500 different slips of a family, 95 in 100 are found."""
    clean = {base.name: findings(base.text) for base in bases()}
    mutants = draw(family, WANTED)
    assert len(mutants) >= WANTED
    missed = [m for m in mutants if not findings(m.text) - clean[m.notice]]
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
