"""The lines of a page that are the title of its article."""

import re
from collections.abc import Callable, Collection, Sequence
from typing import Final

from disclosure.importer.readers.html.lines import Line
from disclosure.importer.readers.html.nodes import Node
from disclosure.importer.readers.html.words import (
    is_action,
    is_neighbour,
    is_path,
    is_prose,
    is_title_like,
    squeezed,
)

_SHORTEST: Final = 6
_LONGEST: Final = 120
_MOST_LINES: Final = 4
_NEAR: Final = 3
_SET: Final = frozenset({"center"})
_CENTRED: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
# What a head names that begins, or ends, with the title; shorter words are in many lines.
_SURE: Final = 12
_META: Final = ("articletitle", "og:title", "title")
_NAMES: Final = re.compile(
    r"(?:^|[\s_\-])(?:title|tit|bt|biaoti|headline|wzbt|arttitle)", re.IGNORECASE
)
# Not 一、关于…情况, a heading of the text.
_ABOUT: Final = re.compile(
    r"^(?![（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．])[^，。；]{0,40}关于"
)
_OF_THE_SITE: Final = re.compile(r"\s*(?:[-_|–—]{1,3}|>>?|»)\s*[^-_|–—>»]{2,30}$")
_CUT_OFF: Final = re.compile(r"(?:…+|\.{2,})$")


def named_title(root: Node, meta: dict[str, str]) -> str:
    """Return the title as the head of a page names it; empty where it names none."""
    for name in _META:
        if len(squeezed(meta.get(name, ""))) >= _SHORTEST:
            return meta[name]
    title = page_title(root)
    # …通报_通知公告_某县人民政府: from the end, as long as a title is left.
    while (cut := _OF_THE_SITE.sub("", title)) != title and len(cut) >= _SHORTEST:
        title = cut
    return title if len(squeezed(title)) >= _SHORTEST else ""


def page_title(root: Node) -> str:
    """Return what a window shows as its title."""
    title = next((node.text() for node in root.walk() if node.tag == "title"), "")
    return " ".join(title.split())[: _LONGEST * 2]


def titles_of(
    lines: Sequence[Line], said: Collection[tuple[Node, str]], named: str, window: str
) -> list[Line]:
    """Return the lines of the title: by the head's word, by a tag, by a name, by their words.

    Args:
        lines: of the page before the first prose of its article.
        said: keys of lines that say whose and of when the article is.
        named: the title as the head names it.
        window: all that the head calls the page.

    """
    before = [line for line in lines if line.key not in said and _fits(line.text)]
    wanted = squeezed(_CUT_OFF.sub("", named.strip()))
    if len(wanted) < _SURE and not is_title_like(wanted):
        # The site's own name, it may be.
        wanted = ""
    same = [line for line in before if wanted and _is_same(squeezed(line.text), wanted)]
    if not same and (joined := _several(before, wanted)):
        return joined
    if not same:
        whole = squeezed(window)
        same = [
            line
            for line in before
            if len(squeezed(line.text)) >= _SURE and squeezed(line.text) in whole
        ]
        if same and (begun := _said_above(same[-1], lines, before, whole)):
            return [*begun, same[-1]]
    if same:
        # The last one: what stands above it is the way to the page.
        last = same[-1]
        return [
            line
            for line in same
            if line.block is last.block or line.block.parent is last.block.parent
        ]
    signs: tuple[Callable[[Line], bool], ...] = (
        lambda line: _has_heading(line.block) and is_title_like(line.text),
        lambda line: _has_name(line.block) and is_title_like(line.text),
        lambda line: is_title_like(line.text) and (len(line.text) >= _SURE or "关于" in line.text),
        lambda line: squeezed(line.text) == squeezed(named),
        lambda line: _has_heading(line.block),
        lambda line: _has_name(line.block),
    )
    for sign in signs:
        found = [line for line in before if sign(line) and not line.is_link]
        if found:
            own = _with_its_other_lines(found[-1], before)
            return [*_begun_above(own[0], lines, before), *own]
    return []


def late_titles(
    lines: Sequence[Line], said: Collection[tuple[Node, str]], named: str
) -> list[Line]:
    """Return the lines of a title that stands behind a statement of the site.

    Args:
        lines: of the page between its first prose and the most of it.
        said: see ``titles_of``.
        named: see ``titles_of``.

    """
    wanted = squeezed(_CUT_OFF.sub("", named.strip()))
    fitting = [line for line in lines if line.key not in said and _fits(line.text)]
    for line in fitting:
        if wanted and _is_same(squeezed(line.text), wanted):
            return [line]
    for number, line in enumerate(lines):
        # More than one statement is a text of its own.
        if sum(is_prose(each.text) for each in lines[:number]) > 1:
            break
        if line in fitting and is_title_like(line.text) and _ABOUT.search(line.text):
            return [] if line.is_link else [line]
    return []


def _begun_above(line: Line, lines: Sequence[Line], before: Sequence[Line]) -> list[Line]:
    """Return the lines set as titles are that stand right above one: the title begins there."""
    at = next(number for number, each in enumerate(lines) if each is line)
    above: list[Line] = []
    while at and len(above) < _MOST_LINES - 1:
        at -= 1
        each = lines[at]
        if each.is_link or each not in before or is_title_like(each.text):
            break
        # 关于印发《… / …办法》的通知
        if not (_is_set(each) or each.text.startswith("关于")):
            break
        above.insert(0, each)
    return above


def _said_above(
    line: Line, lines: Sequence[Line], before: Sequence[Line], whole: str
) -> list[Line]:
    """Return the lines right above one that the head says together with it."""
    at = next(number for number, each in enumerate(lines) if each is line)
    text = squeezed(line.text)
    above: list[Line] = []
    while at and len(above) < _MOST_LINES - 1:
        at -= 1
        text = squeezed(lines[at].text) + text
        if lines[at].is_link or lines[at] not in before or text not in whole:
            break
        above.insert(0, lines[at])
    return above


def _is_set(line: Line) -> bool:
    """Say whether a line is set in the middle, as a title is."""
    near = [each for each, _ in zip(line.block.ancestors(), range(_NEAR), strict=False)]
    return any(
        node.tag in _SET
        or node.attributes.get("align", "").lower() == "center"
        or _CENTRED.search(node.attributes.get("style", "")[:1000])
        for node in near
    )


def _with_its_other_lines(line: Line, before: Sequence[Line]) -> list[Line]:
    """Return a line with those of its element, if that is the title's and nothing else's."""
    own = [each for each in before if each.block is line.block]
    said = "".join(squeezed(each.text) for each in own)
    # Where there is more in the element, it is not the title's alone.
    return own if squeezed(line.block.text()) == said else [line]


def _several(lines: Sequence[Line], wanted: str) -> list[Line]:
    """Return the neighbours that make the title together, one line below the other."""
    if not wanted:
        return []
    for start in range(len(lines)):
        text = ""
        for end in range(start, min(start + _MOST_LINES, len(lines))):
            text += squeezed(lines[end].text)
            if text == wanted:
                return list(lines[start : end + 1])
            if not wanted.startswith(text):
                break
    return []


def _fits(text: str) -> bool:
    if is_path(text) or is_action(text) or is_neighbour(text):
        return False
    return len(squeezed(text)) <= _LONGEST


def _is_same(text: str, wanted: str) -> bool:
    if text == wanted or (len(text) >= _SURE and wanted.startswith(text)):
        return True
    return len(wanted) >= _SURE and text.startswith(wanted)


def _has_heading(node: Node) -> bool:
    return any(each.tag in {"h1", "h2"} for each in node.ancestors())


def _has_name(node: Node) -> bool:
    near = [each for each, _ in zip(node.ancestors(), range(2), strict=False)]
    return any(
        _NAMES.search(each.attributes.get(name, "")) for each in near for name in ("class", "id")
    )
