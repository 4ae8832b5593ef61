"""Which module imports which, read from the source: imports inside functions, too."""

import ast
from collections.abc import Set
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

Graph = dict[str, set[str]]


def import_graph(package: Path) -> Graph:
    """Return what every module of a package imports of it.

    Args:
        package: its folder; its parent is where imports begin.

    """
    paths = {_name_of(path, package): path for path in sorted(package.rglob("*.py"))}
    return {name: _imported(path, paths.keys()) - {name} for name, path in paths.items()}


def circles(graph: Graph) -> list[list[str]]:
    """Return the modules of each circle, sorted; one that shares a module with another is told once."""
    left, found = {name: set(wanted) for name, wanted in graph.items()}, []
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = sorted(set(error.args[1]))
            found.append(circle)
            for name in circle:
                left[name] -= set(circle)
        else:
            return found


def _name_of(path: Path, package: Path) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(path: Path, known: Set[str]) -> set[str]:
    found: set[str] = set()
    for each in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(each, ast.Import):
            found |= {alias.name for alias in each.names}
        elif isinstance(each, ast.ImportFrom):
            base = each.module or ""
            inner = {f"{base}.{alias.name}" for alias in each.names}
            # ``from package import module`` is of the module, not of the package.
            found |= inner if inner <= known else {*inner, base}
    return found & known
