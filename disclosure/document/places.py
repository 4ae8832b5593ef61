"""Where in a notice its paragraphs stand: under which heading, and thus in which problem."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from disclosure.document.blocks import called_in
from disclosure.document.comparison import pair_problems
from disclosure.model.outline import Node, Outline, title_in_lists
from disclosure.model.wording import Change, Op
from disclosure.page_texts import DocumentTexts


class Part(StrEnum):
    """What has no heading."""

    BEGINNING = "beginning"
    ENDING = "ending"


Place = Node | Part


class PlacedChanges(NamedTuple):
    """What changed in one place.

    Attributes:
        place: the innermost section, in the new text where it is there, else in the old one.
        is_new: whether the place is one of the new text.
        changes: of the place's paragraphs, in reading order.
    """

    place: Place
    is_new: bool
    changes: tuple[Change, ...]


def places_of(lines: Iterable[str], outline: Outline) -> tuple[Place, ...]:
    """Return where each line of a notice's plain text stands; empty lines are left out.

    Args:
        lines: of ``notice.txt``, where an empty line ends each chapter.
        outline: of the same notice. A heading that the text has not, because an older program
            printed another number before it, is passed over.

    """
    nodes = outline.nodes
    by_text: dict[str, list[int]] = {}
    for at, node in enumerate(nodes):
        by_text.setdefault(node.mark + node.section.title, []).append(at)
    found: list[Place] = []
    place: Place = Part.BEGINNING
    following = 0
    for line in lines:
        if not line:
            place = Part.ENDING if isinstance(place, Node) else place
            continue
        if following < len(nodes) and _begins(line, nodes[following]):
            place, following = nodes[following], following + 1
        elif at := next((at for at in by_text.get(line, ()) if at > following), 0):
            place, following = nodes[at], at + 1
        found.append(place)
    return tuple(found)


def _begins(line: str, node: Node) -> bool:
    """Say whether a line is the heading of a section, or begins with it and goes on."""
    head = node.mark + node.section.title
    return line.startswith(head) if node.section.run_in else line == head


def place_name(place: Node, noun: str, texts: DocumentTexts) -> str:
    """Return what a section is called apart from its text, a problem with its number.

    Args:
        place: the section.
        noun: what the notice calls a problem.
        texts: the words that are not the notice's.

    """
    title = title_in_lists(place.section.title)
    if place.problem and not called_in(place.mark + title, noun):
        return numbered(title, place.problem, noun, texts)
    return place.mark + title


def numbered(title: str, problem: int, noun: str, texts: DocumentTexts) -> str:
    """Return a title with the number of its problem, unless it has one itself or is none."""
    if not problem or called_in(title, noun):
        return title
    return texts.numbered.format(noun=noun, number=problem, title=title)


def by_place(
    changes: Sequence[Change],
    old: tuple[Outline, Sequence[Place]],
    new: tuple[Outline, Sequence[Place]],
) -> tuple[PlacedChanges, ...]:
    """Return what changed, by the section it stands in; paragraphs that are the same are left out.

    Args:
        changes: of all paragraphs, in order.
        old: the outline of the old text, and where each of its paragraphs stands.
        new: the same of the new text.

    """
    became = _partners(old[0], new[0])
    found: dict[object, PlacedChanges] = {}
    for change, place, is_new in _placed(changes, old[1], new[1]):
        if not change.changed:
            continue
        known: Place | None = became.get(id(place)) if not is_new else place
        is_there = known is not None or isinstance(place, Part)
        shown = known or place
        key: object = shown if isinstance(shown, Part) else id(shown)
        before = found.get(key, PlacedChanges(shown, is_there, ()))
        found[key] = before._replace(changes=(*before.changes, change))
    return tuple(found.values())


def _placed(
    changes: Iterable[Change], old: Sequence[Place], new: Sequence[Place]
) -> Iterator[tuple[Change, Place, bool]]:
    """Yield each change with its place, and whether that is one of the new text."""
    before, after = iter(old), iter(new)
    for change in changes:
        gone = next(before) if change.op is not Op.INSERTED else None
        come = next(after) if change.op is not Op.DELETED else None
        yield change, come or gone or Part.BEGINNING, come is not None


def _partners(old: Outline, new: Outline) -> dict[int, Node]:
    """Return which section of the new text each of the old one is, by ``id``."""
    problems = pair_problems(
        [node for node in old.nodes if node.problem], [node for node in new.nodes if node.problem]
    )
    partners = {id(node): other for node, other in problems}
    others: dict[tuple[int, str], list[Node]] = {}
    for node in reversed(new.nodes):
        if not node.problem:
            others.setdefault((node.depth, node.section.title), []).append(node)
    for node in old.nodes:
        same = others.get((node.depth, node.section.title))
        if not node.problem and same:
            partners[id(node)] = same.pop()
    return partners
