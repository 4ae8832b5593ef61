"""Formulas of derived figures: arithmetic on exact numbers, and nothing else.

Python's own parser reads the formula; an allow-list of node types decides what it may say.
Nothing is ever evaluated by Python.
"""

import ast
import re
from collections.abc import Callable, Mapping
from fractions import Fraction

MAX_LENGTH = 200
# Far beyond any figure, and near enough that no chain of products can eat the memory.
MAX_BITS = 400
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
_FULL_WIDTH = str.maketrans("（）＋－−×＊÷／．０１２３４５６７８９", "()+--**//.0123456789")
# Python reads 1e3, 0x1F, 1_000 and 1if too, warns about some, and rounds long decimals.
_NUMBER_LIKE = re.compile(r"(?<!\w)\d[\w.]*")
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?", re.ASCII)
_MAX_NUMBER_LENGTH = 15
_QUOTED = re.compile(r"[\"'\\].*")


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
    plain = text.translate(_FULL_WIDTH).strip()
    _admit_words(plain)
    try:
        tree = ast.parse(plain, mode="eval").body
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
        FormulaError: division by zero, or a number beyond all measure.

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
                found = _OPERATIONS[type(operator)](evaluate(left, values), evaluate(right, values))
            except ZeroDivisionError:
                raise FormulaError("formula.zero") from None
            if max(found.numerator.bit_length(), found.denominator.bit_length()) > MAX_BITS:
                raise FormulaError("formula.large")
            return found
        case _:  # pragma: no cover - parse_formula admits nothing else
            raise FormulaError("formula.syntax", ast.unparse(tree))


def _admit_words(text: str) -> None:
    """Refuse what Python's tokenizer would take for more than plain numbers and names."""
    if quoted := _QUOTED.search(text):
        raise FormulaError("formula.token", quoted[0])
    for match in _NUMBER_LIKE.finditer(text):
        found = match[0]
        if _NUMBER.fullmatch(found) and len(found) <= _MAX_NUMBER_LENGTH:
            continue
        plain = found.replace(".", "", 1).isdecimal()
        raise FormulaError("formula.number" if plain else "formula.token", found)


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
