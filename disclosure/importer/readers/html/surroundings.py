"""What stands around an article, and at its end: furniture by name, other articles, the foot."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from disclosure.importer.readers.html.lines import Line
from disclosure.importer.readers.html.names import is_furniture, is_surely_furniture
from disclosure.importer.readers.html.nodes import Node, is_in
from disclosure.importer.readers.html.tally import Tally
from disclosure.importer.readers.html.words import (
    FOOT,
    SURE_FOOT,
    is_near_foot,
    is_neighbour,
    is_of_foot,
    is_prose,
    squeezed,
)

# An element with more of the prose than this is no list of other articles.
_A_PART: Final = 0.3
# A text may end with a link or two of its own.
_FEWEST_LINKS: Final = 3
_MOSTLY: Final = 0.6
_NEVER: Final = frozenset({"html", "body"})


def named_furniture(lines: Sequence[Line]) -> set[Node]:
    """Return the elements that are furniture by their tags or names."""
    seen: set[Node] = set()
    found: set[Node] = set()
    for line in lines:
        for node in line.block.ancestors():
            if node in seen:
                break
            seen.add(node)
            if is_furniture(node.tag, node.attributes):
                found.add(node)
    return found


def lists_of_others(lines: Sequence[Line], weights: Mapping[Node, int], tally: Tally) -> set[Node]:
    """Return the elements that begin with 相关链接, 热点新闻, and hold links to other articles.

    Args:
        lines: of the page.
        weights: how much prose each element holds.
        tally: of the lines.

    """
    whole = max(weights.values(), default=0)
    found: set[Node] = set()
    for number, line in enumerate(lines):
        if not is_neighbour(line.text):
            continue
        highest = None
        for node in line.block.ancestors():
            if tally.first.get(node) != number or weights.get(node, 0) > whole * _A_PART:
                break
            if node.tag not in _NEVER and _leads_away(lines[number + 1 : tally.last[node] + 1]):
                highest = node
        if highest is not None:
            found.add(highest)
    return found


def _leads_away(lines: Sequence[Line]) -> bool:
    if any(line.to_file for line in lines):
        return False
    links = sum(line.is_link or is_neighbour(line.text) for line in lines)
    prose = sum(is_prose(line.text) and not line.is_link for line in lines)
    return not lines or links >= max(1, prose, _MOSTLY * (len(lines) - prose))


def parts_of_the_site(
    lines: Sequence[Line],
    weights: Mapping[Node, int],
    body: Node,
    own: Collection[Node],
    tally: Tally,
) -> frozenset[Node]:
    """Return the elements that are of the site and not of the article.

    Args:
        lines: of the page.
        weights: how much prose each element holds.
        body: of the article.
        own: elements of its title and of what is said of it.
        tally: of the lines.

    """
    inside = set(body.ancestors())
    for node in own:
        inside.update(node.ancestors())
    found = set[Node]()
    for line in lines:
        highest = _highest(line, body, inside)
        if highest is not None:
            found.add(highest)
    files = {node for line in lines if line.to_file for node in line.block.ancestors()}
    for node in named_furniture(lines):
        if node in inside or (node in files and is_in(node, body)):
            continue
        names = f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}"
        if not is_in(node, body) or (is_surely_furniture(names) and not weights.get(node)):
            found.add(node)
    found |= {node for node in lists_of_others(lines, weights, tally) if node not in inside}
    return frozenset(found)


def _highest(line: Line, body: Node, inside: Collection[Node]) -> Node | None:
    """Return the highest element that holds a line of the site's foot and not the article."""
    if not is_of_foot(line.text) or is_in(line.block, body):
        return None
    highest = None
    for node in line.block.ancestors():
        if node in inside:
            break
        highest = node
    return highest


def lines_of_the_foot(lines: Sequence[Line]) -> frozenset[tuple[Node, str]]:
    """Return the lines behind the last prose that are the site's, where nothing parts them.

    Args:
        lines: of the article.

    """
    tail: list[Line] = []
    for line in lines:
        if is_prose(line.text) and not SURE_FOOT.search(line.text):
            tail.clear()
        else:
            tail.append(line)
    first = next((n for n, line in enumerate(tail) if _begins_foot(line.text)), len(tail))
    while 0 < first < len(tail) and is_near_foot(tail[first - 1].text):
        first -= 1
    gone = [*tail[first:], *(each for run in _runs_of_links(tail[:first]) for each in run)]
    return frozenset(line.key for line in gone if not line.to_file)


def _runs_of_links(tail: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lists of other articles that nothing heads."""
    for is_link, run in groupby(tail, key=lambda line: line.is_link and not line.to_file):
        found = list(run)
        if is_link and len(found) >= _FEWEST_LINKS:
            yield found


def _begins_foot(text: str) -> bool:
    return bool(SURE_FOOT.search(text) or FOOT.match(squeezed(text)))
