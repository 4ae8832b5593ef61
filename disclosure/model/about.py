"""Answers that are those of other problems as well: 问题3与问题7一并整改."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.model.content import ordered
from disclosure.model.faults import Fault, Path
from disclosure.model.outline import Node, Outline


class Shared(NamedTuple):
    """A problem that an answer names beside its own.

    Attributes:
        node: the section that the answer stands in.
        path: where the name stands.
        name: the id of the other problem.
        twice: whether the same answer named it before.

    """

    node: Node
    path: Path
    name: str
    twice: bool


def shared_answers(outline: Outline) -> Iterator[Shared]:
    """Yield what answers name beside their own problem."""
    for node in outline.nodes:
        if not (node.section.responses or node.section.content):  # nearly always
            continue
        for block in ordered(node.section):
            if block.kind == "answer":
                names = block.value.about
                for number, name in enumerate(names):
                    path = (*node.path, *block.path, "about", number)
                    yield Shared(node, path, name, name in names[:number])


def find_faults(outline: Outline) -> Iterator[Fault]:
    """Yield a fault for every id that no problem has."""
    known: set[str] | None = None
    for each in shared_answers(outline):
        if known is None:
            known = {node.anchor for node in outline.nodes if node.problem}
        if each.name not in known:
            yield Fault(each.path, "answer.about", (("id", each.name),))


def needless_names(outline: Outline) -> Iterator[Fault]:
    """Yield a fault for every problem named that the ledger shows the answer for already."""
    for each in shared_answers(outline):
        params = (("id", each.name),)
        if each.twice:
            yield Fault(each.path, "answer.about_twice", params)
        elif each.node.problem and each.name == each.node.anchor:
            yield Fault(each.path, "answer.about_itself", params)
