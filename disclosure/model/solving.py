"""The order of the sums: every formula after those it needs, however long the chain."""

import ast
from collections.abc import Mapping
from fractions import Fraction

from disclosure.model.formula import FormulaError, evaluate, names_in, parse_formula


def solve(
    known: Mapping[str, Fraction], formulas: Mapping[str, str]
) -> tuple[dict[str, Fraction], dict[str, FormulaError]]:
    """Work all formulas out exactly.

    Args:
        known: numbers by id.
        formulas: by the id whose number they give; no id is in both.

    Returns:
        Numbers by id, the known ones among them; and the error of each formula that has one.
        A formula that needs a faulty one has neither number nor error.

    """
    trees, errors = _parse_all(known, formulas)
    needs = {name: names_in(tree) for name, tree in trees.items()}
    exact = dict(known)
    seen: set[str] = set()
    for first in trees:
        # A stack of our own: formulas may lead from one to the next ten thousand times.
        above = dict.fromkeys(() if first in seen else (first,))
        while above:
            name = next(reversed(above))
            seen.add(name)
            waiting = next((n for n in needs[name] if n in trees and n not in seen), None)
            if waiting is not None:
                above[waiting] = None
                continue
            circle = next((n for n in needs[name] if n in above), None)
            above.popitem()
            if circle is not None:
                errors[name] = FormulaError(
                    "formula.own" if circle == name else "formula.circle", circle
                )
            elif all(other in exact for other in needs[name]):
                _work_out(name, trees[name], exact, errors)
    return exact, errors


def _parse_all(
    known: Mapping[str, Fraction], formulas: Mapping[str, str]
) -> tuple[dict[str, ast.expr], dict[str, FormulaError]]:
    trees: dict[str, ast.expr] = {}
    errors: dict[str, FormulaError] = {}
    for name, formula in formulas.items():
        try:
            tree = parse_formula(formula)
            for other in names_in(tree):
                if other not in known and other not in formulas:
                    raise FormulaError("formula.unknown", other)
            trees[name] = tree
        except FormulaError as error:
            errors[name] = error
    return trees, errors


def _work_out(
    name: str, tree: ast.expr, exact: dict[str, Fraction], errors: dict[str, FormulaError]
) -> None:
    try:
        exact[name] = evaluate(tree, exact)
    except FormulaError as error:
        errors[name] = error
