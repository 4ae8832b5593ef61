"""What becomes of a line of a page: title, particulars, text of the article, or furniture."""

import re
from enum import Enum
from typing import Final

from disclosure.importer.readers.html.article import Article
from disclosure.importer.readers.html.lines import Line, lines_of
from disclosure.importer.readers.html.nodes import Node
from disclosure.importer.readers.html.words import (
    SURE_FOOT,
    is_action,
    is_info,
    is_near_foot,
    is_neighbour,
    is_path,
    is_prose,
    squeezed,
)

_DOCUMENT_NUMBER: Final = re.compile(
    r"[一-龥]{1,12}[〔\[（(【]\s?(?:19|20)[0-9]{2}\s?[〕\]）)】]\s?[0-9]{1,4}\s?号"
)
_MOSTLY: Final = 0.6


class Verdict(Enum):
    """What becomes of a line."""

    TITLE = "title"
    INFO = "info"
    KEEP = "keep"
    DROP = "drop"


class Judge:
    """Judges the lines of a page in their order; what is undecided within the article stays."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._foot = _foot_lines(article.body)
        self._begun = False  # prose was seen
        self._titled = False
        self._elsewhere = False  # links to other articles follow

    def verdict(self, text: str, block: Node, zone: str, linked: int) -> Verdict:
        """Return what becomes of a line.

        Args:
            text: of the line.
            block: the element that it stands in.
            zone: ``outside``, ``shell``, ``body`` or ``foot``, see ``Zone``.
            linked: how many of its characters are links.

        """
        if zone != "foot" and not self._begun and self._is_title(block):
            self._titled = True
            return Verdict.TITLE
        if zone == "foot" or is_action(text) or is_path(text):
            return self._elsewhere_or(Verdict.DROP, text)
        if not self._begun and is_info(text) and not is_prose(text):
            return Verdict.INFO
        is_link = linked > _MOSTLY * max(1, len(text.strip()))
        if zone == "body":
            return self._in_body(text, block, is_link=is_link)
        return self._around(text, zone, is_link=is_link)

    def _in_body(self, text: str, block: Node, *, is_link: bool) -> Verdict:
        if is_neighbour(text):
            self._elsewhere = True
            return Verdict.DROP
        if (block, squeezed(text)) in self._foot:
            return Verdict.DROP
        if self._elsewhere and is_link:
            return Verdict.DROP
        self._elsewhere = False
        self._begun = self._begun or is_prose(text)
        return Verdict.KEEP

    def _around(self, text: str, zone: str, *, is_link: bool) -> Verdict:
        if zone == "outside" or is_link or is_neighbour(text) or SURE_FOOT.search(text):
            return Verdict.DROP
        if not self._begun and not self._titled:
            return Verdict.KEEP if _DOCUMENT_NUMBER.search(text) else Verdict.DROP
        return Verdict.DROP if is_near_foot(text) else Verdict.KEEP

    def _elsewhere_or(self, verdict: Verdict, text: str) -> Verdict:
        self._elsewhere = self._elsewhere or is_neighbour(text)
        return verdict

    def _is_title(self, block: Node) -> bool:
        return any(node in self._article.titles for node in block.ancestors())


def _foot_lines(body: Node) -> frozenset[tuple[Node, str]]:
    """Return the lines behind the last prose that are the site's, where nothing parts them."""
    tail: list[Line] = []
    for line in lines_of(body):
        if is_prose(line.text) and not SURE_FOOT.search(line.text):
            tail.clear()
        else:
            tail.append(line)
    first = next((n for n, line in enumerate(tail) if SURE_FOOT.search(line.text)), len(tail))
    while 0 < first < len(tail) and is_near_foot(tail[first - 1].text):
        first -= 1
    return frozenset((line.block, squeezed(line.text)) for line in tail[first:])
