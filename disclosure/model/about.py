"""Answers that are those of other problems as well: 问题3与问题7一并整改."""

from collections.abc import Iterator

from disclosure.model.content import ordered
from disclosure.model.faults import Fault, Path
from disclosure.model.outline import Outline


def shared_answers(outline: Outline) -> Iterator[tuple[Path, str]]:
    """Yield what answers name beside their own problem: place and id."""
    for node in outline.nodes:
        if not (node.section.responses or node.section.content):  # nearly always
            continue
        for block in ordered(node.section):
            if block.kind == "answer":
                for number, name in enumerate(block.value.about):
                    yield (*node.path, *block.path, "about", number), name


def find_faults(outline: Outline) -> Iterator[Fault]:
    """Yield a fault for every id that no problem has."""
    known: set[str] | None = None
    for path, name in shared_answers(outline):
        if known is None:
            known = {node.anchor for node in outline.nodes if node.problem}
        if name not in known:
            yield Fault(path, "answer.about", (("id", name),))
