"""The tree of a page: forgiving, of bounded depth, built without recursion."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.html.tokens import End, Start, Text, tokens

_DEEPEST: Final = 100
_MOST: Final = 150_000  # tags and texts; a long notice pasted from Word has a tenth of it
_MOST_SIGNS: Final = 5 * _MOST
_VOID: Final = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_CLOSE_P: Final = BLOCKS - {"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "html", "body"}
_P: Final = frozenset({"p"})
_AROUND_P: Final = frozenset({"table", "td", "th", "li", "div"})
_HEAD: Final = frozenset({"head"})
_ONCE: Final = frozenset({"html", "body", "head"})
_LISTS: Final = frozenset({"ul", "ol", "dir", "menu"})
_TABLE: Final = frozenset({"table"})
_ROW: Final = frozenset({"tr", "table"})
_CELLS: Final = frozenset({"td", "th"})
_ROWS: Final = frozenset({"tr", *_CELLS})
_GROUPS: Final = frozenset({"tbody", "thead", "tfoot", *_ROWS})
_TERMS: Final = frozenset({"dt", "dd"})
# What a start tag closes, inside of what.
_SELF: Final = {
    "li": (frozenset({"li"}), _LISTS),
    "dt": (_TERMS, frozenset({"dl"})),
    "dd": (_TERMS, frozenset({"dl"})),
    "tr": (_ROWS, _TABLE),
    "td": (_CELLS, _ROW),
    "th": (_CELLS, _ROW),
    "tbody": (_GROUPS, _TABLE),
    "thead": (_GROUPS, _TABLE),
    "tfoot": (_GROUPS, _TABLE),
    "option": (frozenset({"option"}), frozenset({"select"})),
}


@dataclass(slots=True, eq=False)
class Node:
    """An element; a child is another one or a text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    def elements(self) -> Iterator["Node"]:
        """Yield the elements among the children."""
        for child in self.children:
            if isinstance(child, Node):
                yield child

    def walk(self) -> Iterator["Node"]:
        """Yield this element and all in it, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(list(node.elements())))

    def ancestors(self) -> Iterator["Node"]:
        """Yield this element and all that it stands in, from the inside."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def text(self) -> str:
        """Return all text in it, also what is not shown."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                parts.append(each)
            else:
                waiting.extend(reversed(each.children))
        return "".join(parts)


def is_in(node: Node, outer: Node) -> bool:
    """Say whether an element stands in another, or is it."""
    return any(each is outer for each in node.ancestors())


class _Open:
    """The elements that are open, from the outermost, with how many of each kind they are."""

    def __init__(self, root: Node) -> None:
        self.nodes = [root]
        self._counts = Counter((root.tag,))

    @property
    def last(self) -> Node:
        """The innermost."""
        return self.nodes[-1]

    def push(self, node: Node) -> None:
        """Open an element."""
        self.nodes.append(node)
        self._counts[node.tag] += 1

    def cut(self, at: int) -> None:
        """Close an element with all in it."""
        for node in self.nodes[at:]:
            self._counts[node.tag] -= 1
        del self.nodes[at:]

    def has_any(self, tags: frozenset[str]) -> bool:
        """Say whether an element of one of these kinds is open."""
        return any(self._counts[tag] for tag in tags)


def tree_of(page: str) -> Node:
    """Return the root of a page; what is nested deeper than any page is flattened.

    Raises:
        ImportRefusedError: it has more tags than any page of a site.

    """
    # Comments and scripts have some, too; so many nothing has.
    if page.count("<") > _MOST_SIGNS:
        raise ImportRefusedError("import.file.crowded")
    root = Node("html")
    stack = _Open(root)
    flattened: Counter[str] = Counter()
    for number, token in enumerate(tokens(page)):
        if number > _MOST:
            raise ImportRefusedError("import.file.crowded")
        if isinstance(token, Text):
            stack.last.children.append(token.text)
        elif isinstance(token, Start):
            _open(token, stack, flattened)
        elif flattened[token.tag]:
            flattened[token.tag] -= 1
        else:
            _close(token, stack)
    return root


def _open(token: Start, stack: _Open, flattened: Counter[str]) -> None:
    tag = token.tag
    if tag in _ONCE and stack.has_any(frozenset((tag,))):
        return
    if tag in _CLOSE_P:
        _close_within(stack, _P, _AROUND_P)
    if tag == "body":
        _close_within(stack, _HEAD, frozenset())
    if tag in _SELF:
        _close_within(stack, *_SELF[tag])
    parent = stack.last
    node = Node(tag, token.attributes, parent)
    if tag in _VOID:
        parent.children.append(node)
    elif len(stack.nodes) >= _DEEPEST:
        flattened[tag] += 1
        # What would run together if it were no block of its own.
        parent.children.append(Node("br", {}, parent) if tag in BLOCKS else "")
    else:
        parent.children.append(node)
        stack.push(node)


def _close_within(stack: _Open, tags: frozenset[str], within: frozenset[str]) -> None:
    """Close the outermost of ``tags`` that is open inside the innermost of ``within``."""
    if not stack.has_any(tags):
        return
    lowest = None
    for at in range(len(stack.nodes) - 1, 0, -1):
        tag = stack.nodes[at].tag
        if tag in tags:
            lowest = at
        elif tag in within:
            break
    if lowest is not None:
        stack.cut(lowest)


def _close(token: End, stack: _Open) -> None:
    tag = token.tag
    if tag == "br":
        stack.last.children.append(Node("br", {}, stack.last))
        return
    if not stack.has_any(frozenset((tag,))):
        return
    for at in range(len(stack.nodes) - 1, 0, -1):
        open_tag = stack.nodes[at].tag
        if open_tag == tag:
            stack.cut(at)
            return
        # An end tag of an inline element does not close the block that it stands in; that of
        # any element does not leave its cell.
        if (tag not in BLOCKS and open_tag in BLOCKS) or (
            open_tag in {"td", "th", "table"} and tag not in {"table", "tr", "tbody", "thead"}
        ):
            return
