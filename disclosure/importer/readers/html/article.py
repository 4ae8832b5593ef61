"""Where on a page its article stands, and what its title is."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from disclosure.importer.readers.html.lines import Line, lines_of
from disclosure.importer.readers.html.nodes import Node
from disclosure.importer.readers.html.words import (
    FOOT,
    is_action,
    is_furniture,
    is_info,
    is_neighbour,
    is_path,
    is_prose,
    squeezed,
)

# An element that holds less of the prose than this leaves too much outside.
_NEARLY_ALL: Final = 0.97
_SHORTEST_TITLE: Final = 6
_LONGEST_TITLE: Final = 120
_TITLE_META: Final = ("articletitle", "og:title", "title")
_TITLE_NAMES: Final = re.compile(
    r"(?:^|[\s_\-])(?:title|tit|bt|biaoti|headline|wzbt|arttitle)", re.IGNORECASE
)
_OF_THE_SITE: Final = re.compile(r"\s*(?:[-_|–—]{1,3}|>>?|»)\s*[^-_|–—>»]{2,30}$")


@dataclass(frozen=True, slots=True)
class Article:
    """What was found.

    Attributes:
        body: the innermost element that holds the whole text.
        shell: the innermost element that holds the body and the title.
        titles: elements whose lines are the title; none where the page shows none.
        foot: elements that are the foot of the site.
        meta: what the page says of itself in its head, by lower-case name.
        named: the title as the head names it.

    """

    body: Node
    shell: Node
    titles: frozenset[Node]
    foot: frozenset[Node]
    meta: dict[str, str]
    named: str


def find_article(root: Node) -> Article:
    """Return where the article of a page stands."""
    meta = _meta(root)
    lines = list(lines_of(root))
    named = _named(root, meta)
    weights = _weights(lines)
    body = _body(root, weights)
    titles = _titles(lines, body, named)
    shell = _common(body, titles)
    return Article(body, shell, frozenset(titles), _foot(lines, body), meta, named)


def _meta(root: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in root.walk():
        if node.tag == "meta":
            given = node.attributes
            name = (given.get("name") or given.get("property") or "").strip().lower()
            content = given.get("content", "").strip()
            if name and content:
                found.setdefault(name, content)
    return found


def _named(root: Node, meta: dict[str, str]) -> str:
    for name in _TITLE_META:
        if len(squeezed(meta.get(name, ""))) >= _SHORTEST_TITLE:
            return meta[name]
    title = next((node.text() for node in root.walk() if node.tag == "title"), "")
    title = " ".join(title.split())[: _LONGEST_TITLE * 2]
    # …通报_通知公告_某县人民政府: from the end, as long as a title is left.
    while (cut := _OF_THE_SITE.sub("", title)) != title and len(cut) >= _SHORTEST_TITLE:
        title = cut
    return title if len(squeezed(title)) >= _SHORTEST_TITLE else ""


def _weights(lines: list[Line]) -> dict[Node, int]:
    """Return for each element how much prose it holds that is no furniture."""
    weights: dict[Node, int] = defaultdict(int)
    for line in lines:
        if not is_prose(line.text) or line.is_link or FOOT.search(line.text):
            continue
        chain = list(line.block.ancestors())
        if any(node.tag in {"nav", "footer", "aside", "select", "button"} for node in chain):
            continue
        for node in chain:
            weights[node] += len(line.text)
    return weights


def _body(root: Node, weights: dict[Node, int]) -> Node:
    node, whole = root, weights.get(root, 0)
    while whole:
        best = max(node.elements(), key=lambda each: weights.get(each, 0), default=None)
        # Less than all: its neighbours hold text of the article, too.
        if best is None or weights.get(best, 0) < whole * _NEARLY_ALL:
            break
        node = best
    # One paragraph is all the prose: its neighbours are lines of the same article.
    while node.tag in _NO_BODY and node.parent is not None:
        node = node.parent
    return node


_NO_BODY: Final = frozenset(
    {"p", "span", "font", "h1", "h2", "h3", "em", "i", "u", "b", "strong", "a"}
    | {"ul", "ol", "li", "table", "tbody", "thead", "tfoot", "tr"}
)


def _titles(lines: list[Line], body: Node, named: str) -> list[Node]:
    """Return the elements of the title: by the head's word, by a name, by their tag."""
    first = next(
        (n for n, line in enumerate(lines) if is_prose(line.text) and _is_in(line.block, body)),
        len(lines),
    )
    before = [line for line in lines[:first] if _fits(line)]
    wanted = squeezed(named)
    same = [line for line in before if wanted and _is_same(squeezed(line.text), wanted)]
    if same:
        # The last one: what stands above it is the way to the page.
        last = same[-1]
        return [
            line.block
            for line in same
            if line.block is last.block or line.block.parent is last.block.parent
        ]
    joined = _several(before, wanted)
    if joined:
        return joined
    for sign in (_has_heading, _has_name):
        found = [line.block for line in before if sign(line.block) and not line.is_link]
        if found:
            return found[-1:]
    return []


def _several(lines: list[Line], wanted: str) -> list[Node]:
    """Return the neighbours that make the title together, one line below the other."""
    if not wanted:
        return []
    for start in range(len(lines)):
        text = ""
        for end in range(start, min(start + 4, len(lines))):
            text += squeezed(lines[end].text)
            if text == wanted:
                return list(dict.fromkeys(line.block for line in lines[start : end + 1]))
            if not wanted.startswith(text):
                break
    return []


def _fits(line: Line) -> bool:
    text = line.text
    if is_path(text) or is_action(text) or is_info(text) or is_neighbour(text):
        return False
    return len(squeezed(text)) <= _LONGEST_TITLE


def _is_same(text: str, wanted: str) -> bool:
    return text == wanted or (len(text) >= _SHORTEST_TITLE * 2 and wanted.startswith(text))


def _has_heading(node: Node) -> bool:
    return any(each.tag in {"h1", "h2"} for each in node.ancestors())


def _has_name(node: Node) -> bool:
    near = [each for each, _ in zip(node.ancestors(), range(2), strict=False)]
    return any(
        _TITLE_NAMES.search(each.attributes.get(name, ""))
        for each in near
        for name in ("class", "id")
    )


def _is_in(node: Node, outer: Node) -> bool:
    return any(each is outer for each in node.ancestors())


def _common(body: Node, titles: list[Node]) -> Node:
    shell = body
    for title in titles:
        chain = set(title.ancestors())
        while shell not in chain and shell.parent is not None:
            shell = shell.parent
    return shell


def _foot(lines: list[Line], body: Node) -> frozenset[Node]:
    """Return the highest elements that hold a line of the site's foot and not the article."""
    inside = set(body.ancestors())
    found: set[Node] = set()
    for line in lines:
        if not FOOT.search(line.text):
            continue
        highest = None
        for node in line.block.ancestors():
            if node in inside:
                break
            highest = node
        if highest is not None and not _is_in(highest, body):
            found.add(highest)
    for node in _named_furniture(lines):
        if node not in inside and not _is_in(node, body):
            found.add(node)
    return frozenset(found)


def _named_furniture(lines: list[Line]) -> set[Node]:
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
