"""Long chains, circles and giants among formulas; and how results are printed."""

from decimal import Decimal
from fractions import Fraction

import pytest

from disclosure.model.figures import rate_text, round_as_declared, work_out
from disclosure.model.formula import FormulaError, parse_formula
from disclosure.model.metric import Metric, Rounding
from disclosure.model.solving import solve


def codes(formulas: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return code and token of every formula that has an error."""
    _, errors = solve({"one": Fraction(1)}, formulas)
    return {name: (error.code, error.token) for name, error in errors.items()}


def test_chain_of_ten_thousand() -> None:
    """A chain longer than any call stack is worked out."""
    formulas = {f"m{n}": f"m{n + 1} + 1" for n in range(10_000)}
    exact, errors = solve({"m10000": Fraction(1)}, formulas)
    assert (exact["m0"], errors) == (10_001, {})


def test_fault_stands_where_it_is() -> None:
    """A fault is told of the formula that has it, not of the one that was tried first."""
    assert codes({"a": "b + 1", "b": "one / 0"}) == {"b": ("formula.zero", "")}


def test_circle_is_told_once() -> None:
    """A circle of three is one fault, and what leads into it has none of its own."""
    found = codes({"in_": "a + 1", "a": "b", "b": "c", "c": "a + one"})
    assert found == {"c": ("formula.circle", "a")}


def test_circle_beside_good_ones() -> None:
    """A circle does not keep other formulas from being worked out."""
    exact, _ = solve({"one": Fraction(1)}, {"a": "a", "b": "one + one"})
    assert exact == {"one": 1, "b": 2}


def test_products_have_an_end() -> None:
    """Products of products stop before they fill the memory."""
    formulas = {f"m{n + 1}": f"m{n} * m{n}" for n in range(64)}
    exact, errors = solve({"m0": Fraction(10**17)}, formulas)
    assert [error.code for error in errors.values()] == ["formula.large"]
    assert len(exact) < 5


@pytest.mark.parametrize(
    ("formula", "code", "token"),
    [
        ("one * 1.12345678901234567", "formula.number", "1.12345678901234567"),
        ("one + 007", "formula.number", "007"),
        ("one + 1_000", "formula.token", "1_000"),
        ("one + 0x1F", "formula.token", "0x1F"),
        ("one + 1e3", "formula.token", "1e3"),
        ("1if one else 2", "formula.token", "1if"),
        ("'\\d'", "formula.token", "'\\d'"),
    ],
)
def test_only_plain_numbers(formula: str, code: str, token: str) -> None:
    """What Python would read, round or warn about is refused by name."""
    with pytest.raises(FormulaError) as caught:
        parse_formula(formula)
    assert (caught.value.code, caught.value.token) == (code, token)


def test_full_width_digits_in_formulas() -> None:
    """Digits of a Chinese input method are digits."""
    exact, _ = solve({}, {"a": "１２．５×２"})
    assert exact == {"a": 25}


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (Fraction(208 - 76, 208) * 100, 2, "63.46"),
        (Fraction(-1, 1000), 0, "0"),
        (Fraction(-5, 1000), 2, "-0.01"),
        (Fraction(0), 8, "0.00000000"),
        (Fraction(10**40 + 5, 10), 0, f"{10**39 + 1}"),
    ],
)
def test_rounded_results_are_plain(value: Fraction, digits: int, expected: str) -> None:
    """No minus before zero, no exponent, no lost digit."""
    assert f"{round_as_declared(value, digits, Rounding.HALF_UP):f}" == expected


def test_tiny_values_have_no_exponent() -> None:
    """A value as typed is printed as typed, however small."""
    metric = Metric.model_validate({"id": "a", "name": "a", "value": "0.0000001", "unit": "克"})
    figures, _ = work_out((metric,))
    assert figures["a"].text == "0.0000001克"
    assert rate_text(Decimal("-0.0000001")) == "0.0000001%"
    assert '"0.0000001"' in metric.model_dump_json()


def test_figures_hold_at_any_size() -> None:
    """A derived number beyond 28 digits keeps all of them."""
    rows = [
        {"id": "a", "name": "a", "value": "999999999999999999"},
        {"id": "b", "name": "b", "formula": "a * a"},
    ]
    figures, faults = work_out(tuple(Metric.model_validate(row) for row in rows))
    assert (figures["b"].number, faults) == (str((10**18 - 1) ** 2), [])
