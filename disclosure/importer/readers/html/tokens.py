"""Tags and text of a page, in one pass whose time grows with the page and no faster.

The standard library's parser looks for the end of each broken comment anew; a page of them
would take hours.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_NAME: Final = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE: Final = re.compile(
    r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?"""
)
_TAG_END: Final = re.compile(r"[\s/]*>")
_MOST_ATTRIBUTES: Final = 200
# What stands in these is no markup; of the first three, no text either.
_RAW: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "iframe", "textarea", "title", "xmp", "noembed", "noframes")
}


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag; names are in lower case, of an attribute given twice the first counts."""

    tag: str
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text with its entities resolved."""

    text: str


def tokens(page: str) -> Iterator[Start | End | Text]:
    """Yield what a page is made of; comments, declarations and instructions are passed over."""
    at = 0
    while at < len(page):
        sign = page.find("<", at)
        if sign < 0:
            yield Text(html.unescape(page[at:]))
            return
        if sign > at:
            yield Text(html.unescape(page[at:sign]))
        at = sign
        if page.startswith(("<!", "<?"), at):
            at = _behind_comment(page, at)
            continue
        name = _NAME.match(page, at + 1 + page.startswith("</", at))
        if name is None:
            yield Text("<")
            at += 1
            continue
        tag = name[0].lower()
        closing = page.startswith("</", at)
        attributes, at = _attributes(page, name.end())
        yield End(tag) if closing else Start(tag, attributes)
        if not closing and tag in _RAW:
            found = _RAW[tag].search(page, at)
            end = found.start() if found else len(page)
            raw = page[at:end]
            yield Text(html.unescape(raw) if tag in {"title", "textarea"} else raw)
            at = end


def _behind_comment(page: str, at: int) -> int:
    if page.startswith("<!--", at):
        # <!--> and <!---> are whole comments.
        end = page.find("-->", at + 2)
        return end + 3 if end >= 0 else len(page)
    end = page.find(">", at)
    return end + 1 if end >= 0 else len(page)


def _attributes(page: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while not (end := _TAG_END.match(page, at)):
        match = _ATTRIBUTE.match(page, at)
        if match is None or match.end() == at:
            # An equals sign without a name, or the end of the file.
            at += 1
            if at >= len(page):
                return found, len(page)
            continue
        at = match.end()
        if len(found) < _MOST_ATTRIBUTES:
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), html.unescape(value))
    return found, end.end()
