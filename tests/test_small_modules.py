"""Small modules: what is a few lines long stands beside what uses it."""

import ast

from tests.conftest import ROOT

FEWEST = 25
# A rule is a module of its own, and names what its folder holds in ``__init__``.
MODULES = sorted(
    path
    for path in (ROOT / "disclosure").rglob("*.py")
    if path.stem not in {"__init__", "__main__"} and "\nRULE = " not in path.read_text("utf-8")
)


def test_fragments_say_why_they_stand_apart() -> None:
    """A module of fewer lines than that says in its docstring why it stands apart."""
    silent = []
    for path in MODULES:
        text = path.read_text("utf-8")
        said = ast.get_docstring(ast.parse(text)) or ""
        if len(text.splitlines()) < FEWEST and "apart" not in said.lower():
            silent.append(path.relative_to(ROOT).as_posix())
    assert silent == []
