"""What becomes of a line of a page: title, particulars, text of the article, or furniture."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from disclosure.importer.readers.html.article import Article
from disclosure.importer.readers.html.nodes import Node
from disclosure.importer.readers.html.particulars import (
    is_bare,
    is_label,
    is_of_the_page,
    is_particulars,
    is_source,
)
from disclosure.importer.readers.html.words import (
    DATE,
    SURE_FOOT,
    heads_files,
    is_action,
    is_near_foot,
    is_neighbour,
    is_path,
    is_prose,
    is_staff,
    squeezed,
)

_DOCUMENT_NUMBER: Final = re.compile(
    r"[一-龥]{1,12}[〔\[（(【]\s?(?:19|20)[0-9]{2}\s?[〕\]）)】]\s?[0-9]{1,4}\s?号"
)
_MOSTLY: Final = 0.6


class Verdict(Enum):
    """What becomes of a line."""

    TITLE = "title"
    LABEL = "label"
    INFO = "info"
    KEEP = "keep"
    DROP = "drop"


class Zone(Enum):
    """Where on the page we are."""

    OUTSIDE = "outside"
    SHELL = "shell"
    BODY = "body"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is judged.

    Attributes:
        segments: its text as the edges of elements part it.
        block: the element that it stands in.
        zone: where that is.
        linked: how many of its characters are links.
        to_file: whether one of these leads to a file.

    """

    segments: tuple[str, ...]
    block: Node
    zone: Zone
    linked: int = 0
    to_file: bool = False

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.segments)

    @property
    def is_link(self) -> bool:
        """Whether most of it leads elsewhere."""
        text = DATE.sub("", self.text) if self.linked else self.text
        return self.linked > _MOSTLY * max(1, len(text.strip()))


class Judge:
    """Judges the lines of a page in their order; what is undecided within the article stays."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._begun = False  # prose was seen
        self._titled = False
        self._elsewhere: Node | None = None  # what holds 相关链接, whose links follow

    @property
    def has_begun(self) -> bool:
        """Whether prose of the article was seen."""
        return self._begun

    def verdict(self, line: Shown) -> Verdict:
        """Return what becomes of a line."""
        text = line.text
        if line.zone is not Zone.FOOT and not self._begun and self._is_title(line):
            self._titled = True
            return Verdict.TITLE
        if line.zone is Zone.FOOT or is_action(text) or is_path(text):
            self._note(line)
            return Verdict.DROP
        is_late = (line.block, squeezed(text)) in self._article.late
        if (is_late or not self._begun) and (found := self._particulars(line)):
            return found
        if line.zone is Zone.BODY and (self._begun or self._titled or not self._article.titles):
            return self._in_body(line)
        return self._around(line)

    def _particulars(self, line: Shown) -> Verdict | None:
        text = line.text
        if is_label(text):
            return Verdict.LABEL
        if (line.block, squeezed(text)) in self._article.said:
            return Verdict.INFO
        if is_prose(text) or not is_particulars(line.segments):
            return None
        # A day without a label may be today's, where the page is not of the article.
        return None if line.zone is Zone.OUTSIDE and is_bare(line.segments) else Verdict.INFO

    def _in_body(self, line: Shown) -> Verdict:
        text = line.text
        if self._leads_away(line) or (line.block, squeezed(text)) in self._article.foot_lines:
            return Verdict.DROP
        if self._begun and is_staff(text):
            return Verdict.DROP
        if self._begun and is_source(text) and not is_prose(text):
            return Verdict.INFO
        if line.is_link and not self._begun and not line.to_file:
            return Verdict.DROP
        self._begun = self._begun or is_prose(text)
        return Verdict.KEEP

    def _around(self, line: Shown) -> Verdict:
        text = line.text
        if line.zone is Zone.OUTSIDE or self._leads_away(line) or SURE_FOOT.search(text):
            return Verdict.DROP
        if self._is_before(line):
            return Verdict.KEEP if _DOCUMENT_NUMBER.search(text) else Verdict.DROP
        if line.to_file:
            return Verdict.KEEP
        if line.is_link or is_staff(text):
            return Verdict.DROP
        if self._begun and is_of_the_page(text):
            return Verdict.INFO
        if (line.block, squeezed(text)) in self._article.foot_lines or is_near_foot(text):
            return Verdict.DROP
        return Verdict.KEEP

    def _is_before(self, line: Shown) -> bool:
        if line.zone is Zone.BODY:
            return not self._titled
        return not self._begun and not self._titled

    def _leads_away(self, line: Shown) -> bool:
        """Say whether a line leads to other articles, or follows one that does."""
        if line.to_file:
            return False
        if is_neighbour(line.text) or heads_files(line.text):
            self._note(line)
            return True
        if self._elsewhere is None:
            return False
        if line.is_link or any(node is self._elsewhere for node in line.block.ancestors()):
            return True
        self._elsewhere = None
        return False

    def _note(self, line: Shown) -> None:
        if not is_neighbour(line.text):
            return
        inside = {*self._article.body.ancestors(), *self._article.shell.ancestors()}
        block = line.block
        holder = block.parent if block.parent is not None and block.tag == "li" else block
        self._elsewhere = holder if holder not in inside else Node("none")

    def _is_title(self, line: Shown) -> bool:
        article = self._article
        if (line.block, squeezed(line.text)) in article.titles:
            return True
        return any(node in article.whole_titles for node in line.block.ancestors())
