"""Figures: exact, rounded as declared, never evaluated by Python."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.model.figures import round_as_declared, work_out
from disclosure.model.formula import FormulaError, evaluate, names_in, parse_formula
from disclosure.model.metric import Metric, Rounding

HALF_UP, TRUNCATE = Rounding.HALF_UP, Rounding.TRUNCATE


def metrics(*rows: dict[str, str]) -> tuple[Metric, ...]:
    """Return metrics, named by their ids."""
    return tuple(Metric.model_validate({"name": row["id"], **row}) for row in rows)


def printed(*rows: dict[str, str]) -> dict[str, str]:
    """Return what each metric prints."""
    figures, faults = work_out(metrics(*rows))
    assert faults == []
    return {name: figure.text for name, figure in figures.items()}


def test_opening_rate_of_the_real_notice() -> None:
    """(208 - 76) / 208 is 63.46 % under either policy."""
    for rounding in Rounding:
        rate = {
            "id": "r", "formula": "(a - b) / a", "format": "percent", "digits": "2",
            "rounding": rounding.value,
        }  # fmt: skip
        rows = ({"id": "a", "value": "208"}, {"id": "b", "value": "76"}, rate)
        assert printed(*rows)["r"] == "63.46%"


@pytest.mark.parametrize(
    ("value", "digits", "rounding", "expected"),
    [
        (Fraction(5, 2), 0, HALF_UP, "3"),
        (Fraction(5, 2), 0, TRUNCATE, "2"),
        (Fraction(-5, 2), 0, HALF_UP, "-3"),
        (Fraction(-5, 2), 0, TRUNCATE, "-2"),
        (Fraction(1, 8), 2, HALF_UP, "0.13"),
        (Fraction(1875, 100), 1, TRUNCATE, "18.7"),
        (Fraction(1875, 100), 1, HALF_UP, "18.8"),
        (Fraction(1), 2, HALF_UP, "1.00"),
    ],
)
def test_rounding(value: Fraction, digits: int, rounding: Rounding, expected: str) -> None:
    """四舍五入 rounds halves away from zero, 截断 cuts off; digits are kept."""
    assert str(round_as_declared(value, digits, rounding)) == expected


@given(st.fractions(-(10**12), 10**12), st.integers(0, 10))
def test_rounding_is_near(value: Fraction, digits: int) -> None:
    """Rounding moves by at most half a unit, truncating by less than one and towards zero."""
    unit = Fraction(1, 10**digits)
    assert abs(Fraction(round_as_declared(value, digits, HALF_UP)) - value) <= unit / 2
    cut = Fraction(round_as_declared(value, digits, TRUNCATE))
    assert abs(cut - value) < unit
    assert abs(cut) <= abs(value)


def test_published_form_is_kept() -> None:
    """1.10 stays 1.10, with its unit and its 余."""
    assert printed({"id": "a", "value": "1.10", "unit": "亿元", "about": "余"}) == {
        "a": "1.10余亿元"
    }


def test_growth_from_base() -> None:
    """A rate that is not given follows from the base; one that is given stays."""
    figures, _ = work_out(
        metrics(
            {"id": "a", "value": "208", "base": "200"},
            {"id": "b", "value": "38", "base": "32", "yoy": "18.7%"},
            {"id": "c", "value": "1"},
        )
    )
    assert [figure.yoy for figure in figures.values()] == [Decimal("4.0"), Decimal("18.7"), None]


def test_formulas_use_formulas() -> None:
    """Figures may be derived from derived figures, in any order."""
    rows = (
        {"id": "c", "formula": "b * 2"},
        {"id": "b", "formula": "a + 1"},
        {"id": "a", "value": "2"},
    )
    assert printed(*rows) == {"c": "6", "b": "3", "a": "2"}


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("a / 0", "formula.zero"),
        ("b", "formula.own"),
        ("z + 1", "formula.unknown"),
        ("a +", "formula.syntax"),
        ("a ** 2", "formula.token"),
        ("a // 2", "formula.token"),
        ("f(a)", "formula.token"),
        ("a.real", "formula.token"),
        ("[a]", "formula.token"),
        ("a if a else 1", "formula.token"),
        ("'x'", "formula.token"),
        ("True", "formula.token"),
        ("1e400", "formula.token"),
        ("lambda: 1", "formula.token"),
        ("+".join(["a"] * 200), "formula.long"),
        ("(" * 150, "formula.syntax"),
    ],
)
def test_bad_formulas(formula: str, code: str) -> None:
    """Anything but sound arithmetic over known figures is a fault, and no figure comes of it."""
    figures, faults = work_out(metrics({"id": "a", "value": "2"}, {"id": "b", "formula": formula}))
    assert [fault.code for fault in faults] == [code]
    assert list(figures) == ["a"]


def test_fault_of_an_operand_is_told_once() -> None:
    """A figure that needs a faulty one is left out without a fault of its own."""
    rows = ({"id": "a", "formula": "1 / 0"}, {"id": "b", "formula": "a + 1"})
    figures, faults = work_out(metrics(*rows))
    assert (figures, [fault.code for fault in faults]) == ({}, ["formula.zero"])


def test_full_width_signs_are_arithmetic() -> None:
    """What a Chinese input method types is understood."""
    tree = parse_formula("（a－b）÷a×2")
    assert names_in(tree) == ("a", "b")
    assert evaluate(tree, {"a": Fraction(4), "b": Fraction(1)}) == Fraction(3, 2)


# All but halves of surrogates, as st.text() has it; that would first try every character's UTF-8.
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_is_run(text: str) -> None:
    """Any text is a formula or a FormulaError, nothing else."""
    try:
        tree = parse_formula(text)
        evaluate(tree, dict.fromkeys(names_in(tree), Fraction(3)))
    except FormulaError:
        pass
