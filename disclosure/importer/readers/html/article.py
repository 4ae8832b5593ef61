"""Where on a page its article stands, and what its title is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.html.layout import Use, uses_of
from disclosure.importer.readers.html.lines import Line, lines_of
from disclosure.importer.readers.html.nodes import Node, is_in
from disclosure.importer.readers.html.pairs import answers_below, late_lines, lines_of_particulars
from disclosure.importer.readers.html.surroundings import (
    lines_of_the_foot,
    lists_of_others,
    named_furniture,
    parts_of_the_site,
)
from disclosure.importer.readers.html.tally import Tally
from disclosure.importer.readers.html.titles import (
    late_titles,
    named_title,
    page_title,
    titles_of,
)
from disclosure.importer.readers.html.words import is_action, is_neighbour, is_of_foot, is_prose
from disclosure.importer.readers.options import MOST_CELLS

Key = tuple[Node, str]
# An element that holds less of the prose than this leaves too much outside.
_NEARLY_ALL: Final = 0.97
_HALF: Final = 0.5
_A_PART: Final = 0.3
# The largest ledger, each cell with a line, and what a site has around it.
_MOST_LINES: Final = 2 * MOST_CELLS
_LITTLE: Final = 0.25
_FEWEST_LINKS: Final = 2
_IN_TABLES: Final = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th"})
_NO_BODY: Final = frozenset(
    {"p", "span", "font", "h1", "h2", "h3", "em", "i", "u", "b", "strong", "a", "ul", "ol", "li"}
)


@dataclass(frozen=True, slots=True)
class Article:
    """What was found.

    Attributes:
        body: the innermost element that holds the whole text.
        shell: the innermost element that holds the body and the title.
        titles: keys of the lines of the title; none where the page shows none.
        whole_titles: elements whose lines are all of the title.
        said: keys of the lines that are particulars.
        late: keys of those that stand behind the article.
        below: cells of labels with the cells that answer them from the row below.
        foot: elements that are of the site.
        foot_lines: keys of lines in the body that are of the site.
        parted: elements whose lines are not one paragraph, since some are of the site.
        uses: of the tables.
        meta: what the page says of itself in its head, by lower-case name.
        named: the title as the head names it.

    """

    body: Node
    shell: Node
    titles: frozenset[Key]
    whole_titles: frozenset[Node]
    said: frozenset[Key]
    late: frozenset[Key]
    below: Mapping[Node, Node]
    foot: frozenset[Node]
    foot_lines: frozenset[Key]
    parted: frozenset[Node]
    uses: Mapping[Node, Use]
    meta: dict[str, str]
    named: str


def find_article(root: Node) -> Article:
    """Return where the article of a page stands.

    Raises:
        ImportRefusedError: the page has more lines than any page of a site.

    """
    meta = _meta(root)
    uses = uses_of(root)
    lines = list(islice(lines_of(root, uses), _MOST_LINES + 1))
    if len(lines) > _MOST_LINES:
        raise ImportRefusedError("import.file.crowded")
    said = lines_of_particulars(lines, uses)
    prose = [line for line in lines if _counts(line, said)]
    tally = Tally(root, lines)
    weights = _weights(lines, prose, tally)
    body = _body(root, lines, prose, weights, uses, tally)
    named = named_title(root, meta)
    first = next((n for n, line in enumerate(lines) if _begins(line, body, said)), len(lines))
    titles = titles_of(lines[:first], said, named, page_title(root))
    if not titles:
        early = lines[first : _most_follows(lines, first, body, said)]
        titles = late_titles(early, said, named)
    keys = frozenset(line.key for line in titles)
    places = [line.block for line in titles]
    shell = _common(body, places)
    late = late_lines(lines, said, body)
    own = [*places, *(line.block for line in lines[:first] if line.key in said)]
    own += [line.block for line in lines if line.key in late]
    foot_lines = lines_of_the_foot([line for line in lines if is_in(line.block, shell)])
    beside = {line.block for line in lines if is_neighbour(line.text) or is_action(line.text)}
    return Article(
        body,
        shell,
        keys,
        frozenset(node for node in places if _is_whole(node, lines, keys)),
        said,
        late,
        answers_below(uses),
        parts_of_the_site(lines, weights, body, own, tally),
        foot_lines,
        frozenset(beside | {block for block, _ in said | foot_lines}),
        uses,
        meta,
        named,
    )


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


def _begins(line: Line, body: Node, said: frozenset[Key]) -> bool:
    return is_prose(line.text) and line.key not in said and is_in(line.block, body)


def _most_follows(lines: Sequence[Line], first: int, body: Node, said: frozenset[Key]) -> int:
    """Return the line up to which little of the prose stands."""
    prose = [(n, len(line.text)) for n, line in enumerate(lines) if _begins(line, body, said)]
    left = sum(length for _, length in prose) * _LITTLE
    for number, length in prose:
        left -= length
        if left < 0:
            return number
    return first


def _counts(line: Line, said: frozenset[Key]) -> bool:
    """Say whether a line is prose that is no furniture for sure."""
    return not (
        not is_prose(line.text) or line.is_link or is_of_foot(line.text) or line.key in said
    )


def _weights(lines: Sequence[Line], prose: Sequence[Line], tally: Tally) -> dict[Node, int]:
    """Return for each element how much prose it holds that is no furniture."""
    amounts = [(line.block, len(line.text)) for line in prose]
    everything = tally.sums(amounts)
    whole = max(everything.values(), default=0)
    apart = named_furniture(lines) | lists_of_others(lines, everything, tally)
    # What holds most of the prose is the article's, whatever it is called.
    apart = {node for node in apart if everything.get(node, 0) <= whole * _HALF}
    for line in lines:
        if is_of_foot(line.text):
            chain = line.block.ancestors()
            apart |= {node for node in chain if everything.get(node, 0) <= whole * _A_PART}
    return tally.sums(amounts, apart)


def _body(
    root: Node,
    lines: Sequence[Line],
    prose: Sequence[Line],
    weights: Mapping[Node, int],
    uses: Mapping[Node, Use],
    tally: Tally,
) -> Node:
    counts = tally.sums((line.block, 1) for line in lines)
    links = tally.sums((line.block, int(line.is_link)) for line in lines)
    paragraphs = tally.sums((line.block, 1) for line in prose)
    node, whole = root, weights.get(root, 0)
    while whole:
        parts = [each for each in node.elements() if weights.get(each, 0)]
        best = max(parts, key=lambda each: weights[each], default=None)
        if best is None:
            break
        # Beside it stand news with a sentence each.
        alone = weights[best] >= whole * _HALF and all(
            links[each] >= max(_FEWEST_LINKS, paragraphs[each])
            for each in parts
            if each is not best
        )
        # Less than all: its neighbours hold text of the article, too.
        if weights[best] < whole * _NEARLY_ALL and not alone:
            break
        node, whole = best, weights[best]
    # One paragraph is all the prose: its neighbours are lines of the same article.
    while node.parent is not None and (counts[node] <= 1 or _is_no_body(node, uses)):
        node = node.parent
    return node


def _is_no_body(node: Node, uses: Mapping[Node, Use]) -> bool:
    if node.tag not in _IN_TABLES:
        return node.tag in _NO_BODY
    table = next((each for each in node.ancestors() if each.tag == "table"), None)
    return table is not None and uses.get(table) is not Use.LAYOUT


def _common(body: Node, titles: Sequence[Node]) -> Node:
    shell = body
    for title in titles:
        chain = set(title.ancestors())
        while shell not in chain and shell.parent is not None:
            shell = shell.parent
    return shell


def _is_whole(node: Node, lines: Sequence[Line], titles: frozenset[Key]) -> bool:
    return all(line.key in titles for line in lines if is_in(line.block, node))
