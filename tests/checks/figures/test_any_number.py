"""Rules about figures stand every number that a text can hold."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.checks.figures import RULES
from disclosure.checks.rule import Rule
from tests.checks.figures.test_figures import RIGHT, WRONG
from tests.checks.test_robustness import EXAMPLES, subject_with

_TEXTS = (*RIGHT, *(text for _, text in WRONG))
_NUMBER = re.compile(r"\d[\d,.]*")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

_numbers = st.one_of(
    st.sampled_from(["0", "0.00", "00", "-1", "-0.0", "1", "100", "0.01", "9" * 15, "9" * 40]),
    st.sampled_from(["1,000", "1,0", "1.2.3", ".5", "5.", "１２", "٣", "½", "一", "十", ""]),
    st.integers(0, 10**16).map(str),
    st.decimals(0, 10**9, places=2).map(str),
    st.integers(0, 10**6).map(lambda number: str(number).translate(_WIDE)),
)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
@settings(max_examples=EXAMPLES // 10, deadline=None)
@given(st.sampled_from(_TEXTS), st.lists(_numbers, min_size=1, max_size=12))
def test_any_number(rule: Rule, text: str, numbers: list[str]) -> None:
    """Zeros, signs, wide digits and numbers beyond counting make no rule of figures fail."""
    drawn = iter(numbers * 20)
    changed = _NUMBER.sub(lambda _: next(drawn), text)
    for finding in rule.check(subject_with(changed)):
        assert finding.piece is None or 0 <= finding.start < finding.end <= len(finding.piece.text)


@pytest.mark.parametrize("text", _TEXTS)
def test_zeros(text: str) -> None:
    """A sentence that counts nothing at all is read by every rule."""
    for zero in ("0", "0.00"):
        context = subject_with(_NUMBER.sub(zero, text))
        for rule in RULES:
            assert isinstance(list(rule.check(context)), list)
