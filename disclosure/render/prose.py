"""Prose as it is set on the page: figures in place, marks turned into markup, nothing torn."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from markupsafe import Markup, escape

from disclosure.model.figures import Figure
from disclosure.model.references import substitute
from disclosure.model.responses import Answer
from disclosure.render.markdown import MARKS, InlineMarkdown

# Dates, numbers with their unit and document numbers stay on one line (CLREQ: 符号分离禁则).
_TOGETHER = re.compile(
    r"(?=[0-9〔﹝])(?:"  # refuses at once where nothing can begin
    r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{4}年(?:度)?|\d{1,2}月\d{1,2}日"
    r"|[〔﹝]\d{4}[〕﹞]\d+号"
    r"|\d[\d,.]*(?:[—～~-]\d[\d,.]*)?[余多]?(?:[%％‰]|万元|亿元|个百分点|[^\W\d_a-zA-Z])?)"
)
_LONGEST_WHOLE = 24
_LINK = re.compile(r'<a href="([^"]*)" rel="[^"]*">(.*?)</a>')
_TAG = re.compile(r"(<[^>]*>)")
# Shift-out and shift-in cannot stand in content (source.text refuses them), so they can mark
# the places of figures while Markdown runs.
_SLOT = re.compile("\x0e(\\d+)\x0f")


@dataclass(slots=True)
class ProseSetter:
    """Turns the prose of one notice into markup and into plain text.

    Attributes:
        figures: by id.
        anchors: id of each figure's row on the page, by metric id.

    """

    figures: dict[str, Figure]
    anchors: Mapping[str, str]
    markdown: InlineMarkdown
    _slots: list[Markup] = field(default_factory=list)
    _set: dict[str, Markup] = field(default_factory=dict)

    def markup(self, text: str) -> Markup:
        """Return ``text`` as safe HTML."""
        found = self._set.get(text)
        if found is None:
            found = self._set[text] = self._typeset(text)
        return found

    def paragraphs(self, texts: tuple[str, ...]) -> tuple[Markup, ...]:
        """Return each of ``texts`` as safe HTML."""
        return tuple(self.markup(text) for text in texts)

    def plain(self, text: str) -> str:
        """Return ``text`` as a reader hears it: figures in place, no marks, links spelt out."""
        if MARKS.search(text):
            return unescape(_TAG.sub("", _LINK.sub(r"\2（\1）", str(self.markup(text)))))
        return substitute(text, self.figures, lambda _, printed: printed)

    def spoken(self, answer: Answer) -> str:
        """Return an answer in one piece of plain text, with the words before its items."""
        pieces = zip(answer.words, answer.texts, strict=True)
        return "".join(word + self.plain(text) for word, text in pieces)

    def _typeset(self, text: str) -> Markup:
        self._slots.clear()
        if "{" in text:
            text = substitute(text, self.figures, self._slot)
        if MARKS.search(text):
            html = _keep_together_outside_tags(self.markdown.convert(text))
        else:
            html = _keep_together(str(escape(text)))
        if self._slots:
            html = _SLOT.sub(lambda match: self._slots[int(match[1])], html)
        return Markup(html)  # noqa: S704 - escaped or sanitised above

    def _slot(self, name: str, printed: str) -> str:
        anchor = self.anchors.get(name)
        link = Markup('<a class="dn-ref" href="#{}">{}</a>').format(anchor, printed)
        self._slots.append(link)
        return f"\x0e{len(self._slots) - 1}\x0f"


def _keep_together(html: str) -> str:
    return _TOGETHER.sub(_wrap, html)


def _wrap(match: re.Match[str]) -> str:
    found = match[0]
    # A lone digit needs no span, what may be longer than a line none either; an entity (&#39;)
    # must not be torn apart.
    if (
        not 2 <= len(found) <= _LONGEST_WHOLE
        or match.string[max(0, match.start() - 2) : match.start()] == "&#"
    ):
        return found
    return f'<span class="dn-nb">{found}</span>'


def _keep_together_outside_tags(html: str) -> str:
    parts = _TAG.split(html)
    parts[::2] = [_keep_together(part) for part in parts[::2]]
    return "".join(parts)
