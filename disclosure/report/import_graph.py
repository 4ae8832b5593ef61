"""Who imports whom, read from the sources, so that a picture of it cannot go stale.

Imports inside functions count as well: they are as real as those at the top.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Room(NamedTuple):
    """A package, or a module that stands alone, directly below the program's package.

    Attributes:
        name: of the package or module.
        says: the first sentence of its docstring.
        is_package: whether it is a package.
        imports: names of the rooms that it imports.

    """

    name: str
    says: str
    is_package: bool
    imports: frozenset[str]


def rooms_of(package: Path) -> dict[str, Room]:
    """Return every room of a package by name.

    Args:
        package: the folder of the program's package.

    """
    rooms = {}
    for path in sorted(package.iterdir()):
        if path.name == "__init__.py" or not _is_room(path):
            continue
        sources = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        trees = [ast.parse(source.read_text(encoding="utf-8")) for source in sources]
        imported = frozenset(name for tree in trees for name in _imported(tree, package.name))
        first = trees[0]  # of a package, ``__init__`` comes first
        rooms[path.stem] = Room(
            path.stem, _first_sentence(first), path.is_dir(), imported - {path.stem}
        )
    names = frozenset(rooms)
    return {name: room._replace(imports=room.imports & names) for name, room in rooms.items()}


def without_detours(rooms: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return the arrows that no chain of other arrows stands for.

    Args:
        rooms: without circles, what each imports.

    """
    reached: dict[str, frozenset[str]] = {}

    def reach(name: str) -> frozenset[str]:
        if name not in reached:
            below = (reach(each) | {each} for each in rooms[name])
            reached[name] = frozenset().union(*below)
        return reached[name]

    return {
        name: frozenset(
            each for each in imports if not any(each in reach(other) for other in imports - {each})
        )
        for name, imports in rooms.items()
    }


def _is_room(path: Path) -> bool:
    return (path / "__init__.py").is_file() if path.is_dir() else path.suffix == ".py"


def _imported(tree: ast.Module, package: str) -> Iterator[str]:
    """Yield the rooms that a module imports; relative imports are banned (ruff, TID)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{each.name}" for each in node.names]
        elif isinstance(node, ast.Import):
            whole = [each.name for each in node.names]
        else:
            continue
        for parts in (name.split(".") for name in whole):
            if parts[0] == package and len(parts) > 1:
                yield parts[1]


def _first_sentence(tree: ast.Module) -> str:
    first = (ast.get_docstring(tree) or "").partition("\n")[0]
    return first.removesuffix(".")
