"""Formulas of derived figures: arithmetic on exact numbers, and nothing else.

Python's own parser reads the formula; an allow-list of node types decides what it may say.
Nothing is ever evaluated by Python.
"""

import ast
from collections.abc import Callable, Mapping
from fractions import Fraction

MAX_LENGTH = 200
_OPERATIONS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}
_BANNED_SIGNS: Mapping[type[ast.AST], str] = {
    ast.Pow: "**",
    ast.Mod: "%",
    ast.FloorDiv: "//",
    ast.UAdd: "+",
}
# What a Chinese input method types for the same signs.
_FULL_WIDTH = str.maketrans("（）＋－−×＊÷／", "()+--**//")


class FormulaError(ValueError):
    """A formula that cannot be read or worked out; ``code`` names the message."""

    def __init__(self, code: str, token: str = "") -> None:
        super().__init__(code, token)
        self.code = code
        self.token = token


def parse_formula(text: str) -> ast.expr:
    """Return the formula's tree.

    Args:
        text: arithmetic (``+ - * /``, brackets, plain numbers) over metric ids.

    Raises:
        FormulaError: anything else stands in it.

    """
    if len(text) > MAX_LENGTH:
        raise FormulaError("formula.long")
    try:
        tree = ast.parse(text.translate(_FULL_WIDTH).strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("formula.syntax", text) from None
    for node in ast.walk(tree):
        _admit(node)
    return tree


def names_in(tree: ast.expr) -> tuple[str, ...]:
    """Return the metric ids that the formula uses, each once, in order of appearance."""
    found = (node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
    return tuple(dict.fromkeys(found))


def evaluate(tree: ast.expr, values: Mapping[str, Fraction]) -> Fraction:
    """Work the formula out exactly.

    Args:
        tree: from ``parse_formula``.
        values: a number for each of ``names_in(tree)``.

    Raises:
        FormulaError: division by zero.

    """
    match tree:
        case ast.Constant(value=int() | float()):
            return Fraction(str(tree.value))
        case ast.Name(id=name):
            return values[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -evaluate(operand, values)
        case ast.BinOp(left=left, op=operator, right=right):
            try:
                return _OPERATIONS[type(operator)](evaluate(left, values), evaluate(right, values))
            except ZeroDivisionError:
                raise FormulaError("formula.zero") from None
        case _:  # pragma: no cover - parse_formula admits nothing else
            raise FormulaError("formula.syntax", ast.unparse(tree))


def _admit(node: ast.AST) -> None:
    match node:
        case ast.Constant(value=bool()):
            raise FormulaError("formula.token", str(node.value))
        case ast.Constant(value=int() | float() as value) if abs(value) < 10**18:
            return
        case ast.Name() | ast.Load() | ast.BinOp() | ast.UnaryOp() | ast.USub():
            return
        case ast.operator() if type(node) in _OPERATIONS:
            return
        case ast.expr():
            raise FormulaError("formula.token", ast.unparse(node))
        case _:
            raise FormulaError("formula.token", _BANNED_SIGNS.get(type(node), type(node).__name__))
