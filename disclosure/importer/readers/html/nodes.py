"""The tree of a page: forgiving, of bounded depth, built without recursion."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.html.tokens import End, Start, Text, tokens

_DEEPEST: Final = 100
_MOST: Final = 150_000  # tags and texts; a long notice pasted from Word has a tenth of it
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
_SELF: Final = {
    "li": ("li", {"ul", "ol", "dir", "menu"}),
    "dt": ("dt dd", {"dl"}),
    "dd": ("dt dd", {"dl"}),
    "tr": ("tr td th", {"table"}),
    "td": ("td th", {"tr", "table"}),
    "th": ("td th", {"tr", "table"}),
    "tbody": ("tbody thead tfoot tr td th", {"table"}),
    "thead": ("tbody thead tfoot tr td th", {"table"}),
    "tfoot": ("tbody thead tfoot tr td th", {"table"}),
    "option": ("option", {"select"}),
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


def tree_of(page: str) -> Node:
    """Return the root of a page; what is nested deeper than any page is flattened.

    Raises:
        ImportRefusedError: it has more tags than any page of a site.

    """
    root = Node("html")
    stack = [root]
    flattened: Counter[str] = Counter()
    for number, token in enumerate(tokens(page)):
        if number > _MOST:
            raise ImportRefusedError("import.file.crowded")
        if isinstance(token, Text):
            stack[-1].children.append(token.text)
        elif isinstance(token, Start):
            _open(token, stack, flattened)
        elif flattened[token.tag]:
            flattened[token.tag] -= 1
        else:
            _close(token, stack)
    return root


def _open(token: Start, stack: list[Node], flattened: Counter[str]) -> None:
    tag = token.tag
    if tag in {"html", "body", "head"} and any(each.tag == tag for each in stack):
        return
    if tag in _CLOSE_P:
        _close_within(stack, {"p"}, {"table", "td", "th", "li", "div"})
    if tag == "body":
        _close_within(stack, {"head"}, set())
    if tag in _SELF:
        closed, within = _SELF[tag]
        _close_within(stack, set(closed.split()), within)
    node = Node(tag, token.attributes, stack[-1])
    stack[-1].children.append(node)
    if tag in _VOID:
        return
    if len(stack) >= _DEEPEST:
        stack[-1].children.pop()
        flattened[tag] += 1
        # What would run together if it were no block of its own.
        stack[-1].children.append(Node("br", {}, stack[-1]) if tag in BLOCKS else "")
        return
    stack.append(node)


def _close_within(stack: list[Node], tags: set[str], within: set[str]) -> None:
    """Close the outermost of ``tags`` that is open inside the innermost of ``within``."""
    lowest = None
    for at in range(len(stack) - 1, 0, -1):
        if stack[at].tag in tags:
            lowest = at
        elif stack[at].tag in within:
            break
    if lowest is not None:
        del stack[lowest:]


def _close(token: End, stack: list[Node]) -> None:
    tag = token.tag
    if tag == "br":
        stack[-1].children.append(Node("br", {}, stack[-1]))
        return
    for at in range(len(stack) - 1, 0, -1):
        open_tag = stack[at].tag
        if open_tag == tag:
            del stack[at:]
            return
        # An end tag of an inline element does not close the block that it stands in; that of
        # any element does not leave its cell.
        if (tag not in BLOCKS and open_tag in BLOCKS) or (
            open_tag in {"td", "th", "table"} and tag not in {"table", "tr", "tbody", "thead"}
        ):
            return
