"""The picture of the program: its rooms, row by row, and which imports which."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from disclosure.report.import_graph import Room, rooms_of, without_detours

_CONTRACT = "layers"


def architecture(root: Path) -> str:
    """Return a Mermaid picture and a table of the program's rooms, as Markdown.

    Args:
        root: the project: rows come from the contract in ``pyproject.toml``, the rest from the
            sources.

    """
    rooms = rooms_of(root / "disclosure")
    rows = [[name for name in row if name in rooms] for row in _rows(root / "pyproject.toml")]
    boxes = list(_boxes(rows, rooms))
    lines = ["```mermaid", "flowchart TD", *_picture(boxes, rooms), "```", "", *_table(rows, rooms)]
    return "\n".join(lines) + "\n"


def _rows(settings: Path) -> Iterator[list[str]]:
    found = tomllib.loads(settings.read_text(encoding="utf-8"))
    for contract in found["tool"]["importlinter"]["contracts"]:
        if contract["type"] == _CONTRACT:
            for row in contract["layers"]:
                yield [name.strip() for name in row.replace(":", "|").split("|")]


def _boxes(rows: Sequence[Sequence[str]], rooms: Mapping[str, Room]) -> Iterator[tuple[str, ...]]:
    """Yield what is drawn as one box: a package, or the lone modules of a row together."""
    for row in rows:
        yield from ((name,) for name in row if rooms[name].is_package)
        if alone := tuple(sorted(name for name in row if not rooms[name].is_package)):
            yield alone


def _picture(boxes: Sequence[tuple[str, ...]], rooms: Mapping[str, Room]) -> Iterator[str]:
    box_of = {name: box for box in boxes for name in box}
    imports = {
        box[0]: frozenset(
            box_of[each][0] for name in box for each in rooms[name].imports if each not in box
        )
        for box in boxes
    }
    for box in boxes:
        yield f'    {box[0]}["{" · ".join(box)}"]'
    for name, below in without_detours(imports).items():
        for each in sorted(below):
            yield f"    {name} --> {each}"


def _table(rows: Sequence[Sequence[str]], rooms: Mapping[str, Room]) -> Iterator[str]:
    yield "| room | what it is | imports |"
    yield "|---|---|---|"
    for room in (rooms[name] for row in rows for name in sorted(row)):
        imports = " ".join(f"`{name}`" for name in sorted(room.imports))
        yield f"| `{room.name}` | {room.says} | {imports} |"
