"""The picture of the program tells its imports, deferred ones too."""

from pathlib import Path

from disclosure.report.architecture import architecture
from disclosure.report.import_graph import rooms_of, without_detours
from tests.conftest import ROOT


def write_program(root: Path) -> Path:
    """Write a program of three rooms and two lone modules."""
    sources = {
        "shop/__init__.py": '"""Shop: sells. Open all day."""\n',
        "shop/till.py": "from program.store import shelf\n\ndef pay():\n    import program.money\n",
        "store/__init__.py": '"""Store: keeps\nmuch."""\n',
        "store/shelf.py": "import os\nfrom program import money\n",
        "money.py": '"""Money."""\n',
        "words.py": '"""Words."""\n',
        "drafts/notes.py": "from program import money\n",
    }
    for name, text in sources.items():
        path = root / "disclosure" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("program", "disclosure"), encoding="utf-8")
    (root / "pyproject.toml").write_text(
        '[[tool.importlinter.contracts]]\ntype = "layers"\n'
        'layers = ["shop", "store", "money | words"]\n',
        encoding="utf-8",
    )
    return root / "disclosure"


def test_imports_are_read(tmp_path: Path) -> None:
    """Imports at the top and inside functions count; a folder without __init__ is no room."""
    rooms = rooms_of(write_program(tmp_path))
    assert {name: set(room.imports) for name, room in rooms.items()} == {
        "shop": {"store", "money"},
        "store": {"money"},
        "money": set(),
        "words": set(),
    }
    assert rooms["shop"].says == "Shop: sells. Open all day"
    assert rooms["store"].says == "Store: keeps"


def test_picture(tmp_path: Path) -> None:
    """Lone modules of a row are one box, and what another arrow leads to has no own arrow."""
    write_program(tmp_path)
    assert architecture(tmp_path) == (
        "```mermaid\n"
        "flowchart TD\n"
        '    shop["shop"]\n'
        '    store["store"]\n'
        '    money["money · words"]\n'
        "    shop --> store\n"
        "    store --> money\n"
        "```\n\n"
        "| room | what it is | imports |\n"
        "|---|---|---|\n"
        "| `shop` | Shop: sells. Open all day | `money` `store` |\n"
        "| `store` | Store: keeps | `money` |\n"
        "| `money` | Money |  |\n"
        "| `words` | Words |  |\n"
    )


def test_detours() -> None:
    """An arrow that a chain of any length stands for is left out, the chain is not."""
    arrows = {"a": "bcd", "b": "c", "c": "d", "d": "", "e": "ad"}
    given = {name: frozenset(below) for name, below in arrows.items()}
    left = {name: "".join(sorted(below)) for name, below in without_detours(given).items()}
    assert left == {"a": "b", "b": "c", "c": "d", "d": "", "e": "a"}


def test_every_room_is_told() -> None:
    """Each package and module of the program stands in the picture of the real thing."""
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = rooms_of(ROOT / "disclosure")
    assert len(rooms) > 20
    assert [name for name, room in rooms.items() if f"| `{name}` | {room.says} |" not in told] == []
