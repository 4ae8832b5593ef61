"""Figures of texts nobody has seen: what belongs together is compared, nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from disclosure.checks.figures import RULES
from tests.checks.desk import SOUND, to_yaml, verdict_of

SENTENCES = yaml.safe_load(Path(__file__).with_name("figures.yaml").read_text("utf-8"))
RIGHT: tuple[str, ...] = tuple(SENTENCES["right"])
WRONG: tuple[tuple[str, str], ...] = tuple(
    (rule, text) for rule, texts in SENTENCES["wrong"].items() for text in texts
)


def figures_in(text: str) -> Iterator[str]:
    """Yield the rules of the family that report a paragraph."""
    data = SOUND | {"sections": [{"title": "下一步工作", "body": text}]}
    return (each.code for each in verdict_of(to_yaml(data), rules=RULES).diagnostics)


@pytest.mark.parametrize("text", RIGHT)
def test_right_figures(text: str) -> None:
    """Figures that agree, or that nobody can hold against each other, are left alone."""
    assert not list(figures_in(text))


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_wrong_figures(rule: str, text: str) -> None:
    """Figures that contradict each other are found by the rule for them."""
    assert rule in figures_in(text)
