"""The outline: every section with its printed mark, its address and its place in the count."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from disclosure.model.content import children_of, pictures_of
from disclosure.model.faults import Fault, Path
from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import NO_MARK, format_mark, number_in
from disclosure.model.notice import Notice
from disclosure.model.picture import PlacedPicture
from disclosure.model.section import Kind, Section

MAX_DEPTH = 6


# Parts of a notice's page that can be linked to, and of the page that is copied from. Beside
# those with one of the beginnings, templates give no other ids; a test reads them.
NOTICE_IDS: Final = frozenset({"contact", "figures", "ledger", "main", "record"})
_PAGE_IDS: Final = NOTICE_IDS | {"copy", "text", "told"}
_OWN_BEGINNINGS = ("s-", "m-", "dn-")


def is_reserved(anchor: str) -> bool:
    """Say whether an id belongs to the page itself, or to sections and figures by position."""
    return anchor in _PAGE_IDS or anchor.startswith(_OWN_BEGINNINGS)


class Node(NamedTuple):
    """A section in its place.

    Attributes:
        section: the section itself.
        path: where it stands in the document.
        depth: 1 for a chapter.
        mark: printed before the title, e.g. ``（一）``; may be empty.
        anchor: id on the page, ``s-2-1-3`` by position unless the section names its own.
        problem: number among all problems of the notice, from 1; 0 when it is none.
        children: in reading order.

    """

    section: Section
    path: Path
    depth: int
    mark: str
    anchor: str
    problem: int
    children: tuple["Node", ...]


def title_in_lists(title: str) -> str:
    """Return a heading's title as contents, ledger and comparison list it.

    The sign that ends it belongs to the text, where the sentence ends or goes on.
    """
    return title.rstrip("。，")


class Outline(NamedTuple):
    """All sections of a notice, as a tree and counted.

    Attributes:
        partial: whether the notice says that it lists part of its problems only.

    """

    chapters: tuple[Node, ...]
    nodes: tuple[Node, ...]
    categories: int
    aspects: int
    problems: int
    partial: bool = False


@dataclass(slots=True)
class _Counter:
    """State of one walk through the tree."""

    run_on: frozenset[MarkStyle]
    styles: tuple[MarkStyle, ...]
    typed_count: bool
    problems: int = 0
    running: dict[MarkStyle, int] = field(default_factory=dict)


def draw_outline(notice: Notice, *, typed_count: bool = True) -> Outline:
    """Give every section of ``notice`` its number, mark and address.

    Args:
        notice: whose sections they are.
        typed_count: whether a typed mark is counted on from, where it is one of its style. It was
            not always, and versions sealed before are made again without.

    """
    numbering = notice.numbering
    counter = _Counter(frozenset(numbering.run_on), numbering.styles, typed_count)
    chapters = _number(
        [(("sections", n), section) for n, section in enumerate(notice.sections)],
        "s",
        1,
        None,
        counter,
    )
    nodes = tuple(_in_reading_order(chapters))
    kinds = [node.section.kind for node in nodes]
    return Outline(
        chapters=chapters,
        nodes=nodes,
        categories=kinds.count(Kind.CATEGORY),
        aspects=kinds.count(Kind.ASPECT),
        problems=counter.problems,
        partial=notice.declared.listed is not None,
    )


def placed_pictures(notice: Notice, outline: Outline) -> tuple[PlacedPicture, ...]:
    """Return the pictures of a notice in reading order, each with its path."""
    headed = (
        PlacedPicture((*node.path, *path), picture)
        for node in outline.nodes
        if node.section.content
        for path, picture in pictures_of(node.section.content)
    )
    return (*headed, *pictures_of(notice.content))


def find_faults(notice: Notice, outline: Outline) -> list[Fault]:
    """Return what no reader could make sense of: two addresses alike, too deep, nothing counted."""
    faults: list[Fault] = []
    first: dict[str, Node] = {}
    for node in outline.nodes:
        place = (*node.path, "id")
        if node.anchor in first:
            faults.append(Fault(place, "section.same_id", (("id", node.anchor),)))
        elif node.section.id and is_reserved(node.section.id):
            faults.append(Fault(place, "section.reserved_id", (("id", node.anchor),)))
        first.setdefault(node.anchor, node)
        if node.depth > MAX_DEPTH:
            faults.append(Fault(node.path, "section.deep", (("depth", str(MAX_DEPTH)),)))
    declared = notice.declared
    for key, label, stated, found in (
        ("categories", "大类", declared.categories, outline.categories),
        ("aspects", "方面", declared.aspects, outline.aspects),
        ("problems", "问题", declared.problems, outline.problems),
    ):
        # Whether the counts agree is a check's business; a count of nothing is a slip of form.
        if stated and not found and not outline.partial:
            params = (("label", label), ("stated", str(stated)), ("key", key))
            faults.append(Fault(("declared", key), "declared.nothing", params))
    return faults


def _number(
    sections: Iterable[tuple[Path, Section]],
    prefix: str,
    depth: int,
    style: MarkStyle | None,
    counter: _Counter,
) -> tuple[Node, ...]:
    style = style or counter.styles[min(depth, len(counter.styles)) - 1]
    nodes: list[Node] = []
    number = counter.running.get(style, 0) if style in counter.run_on else 0
    for index, (place, section) in enumerate(sections):
        if depth == 1:
            counter.running.clear()
        own_mark = section.mark
        if own_mark is None:
            # Sections below may have counted on in the same style.
            number = max(number, counter.running.get(style, 0)) + 1
            if style in counter.run_on:
                counter.running[style] = number
        elif counter.typed_count and (typed := number_in(style, own_mark)):
            number = typed
            if style in counter.run_on:
                counter.running[style] = number
        anchor = f"{prefix}-{index + 1}"
        problem = 0
        if section.is_problem:
            counter.problems += 1
            problem = counter.problems
        below = children_of(place, section)
        children = _number(below, anchor, depth + 1, section.numbering, counter) if below else ()
        mark = format_mark(style, number) if own_mark is None else own_mark
        mark = "" if mark == NO_MARK else mark
        node = Node(section, place, depth, mark, section.id or anchor, problem, children)
        nodes.append(node)
    return tuple(nodes)


def _in_reading_order(nodes: Iterable[Node]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        found += _in_reading_order(node.children)
    return found
