"""Revisions that a Word file says were made in it, each by its place in the notice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from disclosure.importer.importing import Imported
from disclosure.importer.proof import printed_row
from disclosure.importer.reading import Remark
from disclosure.importer.update.streams import said_by
from disclosure.importer.update.units import units_of
from disclosure.model.faults import Path
from disclosure.model.outline import Node
from disclosure.source.load import LoadedNotice

_DELETED: Final = frozenset(
    {"import.word.deleted", "import.word.deleted_paragraph", "import.word.undone"}
)
_INSERTED: Final = frozenset({"import.word.inserted", "import.word.inserted_paragraph"})
_OTHERS: Final = frozenset(
    {
        *("import.word.replaced", "import.word.moved"),
        *("import.word.deleted_mark", "import.word.inserted_mark"),
    }
)
# Of a chapter's mark, 二、, that reads better as 第二章 before others.
_CHAPTER: Final = "、"
REVISIONS: Final = _DELETED | _INSERTED | _OTHERS


@dataclass(frozen=True, slots=True)
class Revised:
    """A revision.

    Attributes:
        code: of its sentence, ``import.update.revised``, ``import.update.<what>``.
        place: marks of the headings that it stands under.
        author: who made it.
        day: when, as YYYY-MM-DD.
        old: what stood there.
        new: what stands there.

    """

    code: str
    place: str
    author: str
    day: str
    old: str = ""
    new: str = ""


def is_revised(imported: Imported) -> bool:
    """Say whether a file says that something in it was changed."""
    return any(each.code in REVISIONS for each in imported.reading.remarks)


def base_of(loaded: LoadedNotice, original: Imported) -> frozenset[str] | None:
    """Return the rows of a file before its revisions, where the notice prints others.

    None where the notice prints the same, or where the file cannot be read as a notice.
    """
    if original.loaded is None or printed_row(loaded) == said_by(original, loaded).row:
        return None
    return frozenset(each.row for each in units_of(original.loaded))


def revisions_of(imported: Imported) -> tuple[Revised, ...]:
    """Return the revisions of a file in its order."""
    return tuple(_revisions(imported))


def _revisions(imported: Imported) -> Iterator[Revised]:
    for remark in imported.reading.remarks:
        params = remark.params
        text = params.get("text", "")
        who = (_place(remark, imported), params.get("author", ""), params.get("day", ""))
        if remark.code == "import.word.replaced":
            old, new = params.get("old", ""), params.get("new", "")
            yield Revised("import.update.revised", *who, old, new)
        elif remark.code in _DELETED:
            yield Revised("import.update.struck", *who, text)
        elif remark.code in _INSERTED:
            yield Revised("import.update.added", *who, "", text)
        elif remark.code == "import.word.moved":
            yield Revised("import.update.moved", *who, text)
        elif remark.code in _OTHERS:
            yield Revised("import.update.parted", *who)


def path_of(remark: Remark, imported: Imported) -> Path:
    """Return the path of the value at which a remark stands; empty before everything."""
    found: Path = ()
    for stretch in imported.account.stretches:
        if stretch.start > remark.start and found:
            break
        found = stretch.paths[0] if stretch.paths else found
    return found


def _place(remark: Remark, imported: Imported) -> str:
    path = path_of(remark, imported)
    if imported.loaded is None or not path:
        return remark.place
    nodes = imported.loaded.outline.nodes
    marks = "".join(_mark(each) for each in nodes if path[: len(each.path)] == each.path)
    return marks or remark.place


def _mark(node: Node) -> str:
    is_chapter = node.depth == 1 and node.mark.endswith(_CHAPTER)
    return f"第{node.mark.removesuffix(_CHAPTER)}章" if is_chapter else node.mark
