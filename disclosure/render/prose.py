"""Prose as it is set on the page: figures in place, marks turned into markup, nothing torn."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup

from disclosure.document.blocks import Answer, Item, Paragraph
from disclosure.model.figures import Figure
from disclosure.model.links import is_prose_link
from disclosure.model.marked import is_plain, read_prose
from disclosure.model.notes import is_note_mark, note_number
from disclosure.model.references import printed_figure
from disclosure.model.tokens import Kind, Token
from disclosure.render.markdown import InlineMarkdown
from disclosure.render.parts import Begin, End, Part
from disclosure.render.template_runtime import escape_text

# Dates, numbers with their unit and document numbers stay on one line (CLREQ: 符号分离禁则).
_TOGETHER = re.compile(
    r"([0-9〔﹝](?:"  # a set, so that the engine leaps to the next of them
    r"(?<=[〔﹝])\d{4}[〕﹞]\d+号|(?<=[0-9])(?:"
    r"\d{3}年\d{1,2}月\d{1,2}日|\d{3}年\d{1,2}月|\d{3}年(?:度)?|\d?月\d{1,2}日"
    r"|[\d,.]*+(?:[—～~-]\d[\d,.]*+)?[余多]?(?:[%％‰]|万元|亿元|个百分点|[^\W\d_a-zA-Z])?)))"
)
_MARK = re.compile(r"[*\[\\]")
_KEPT = Begin("span", (("class", "dn-nb"),))
_SHORTEST_WHOLE = 2  # a single digit cannot be torn
LONGEST_WHOLE = 24  # what may be longer than a line is torn rather than cut off
_PRINTED = frozenset({Kind.TEXT, Kind.ESCAPED, Kind.BRACE})
_PARSED = frozenset({Kind.LINK, Kind.EM})
_BOLD = {Kind.STRONG: "<strong>", Kind.END: "</strong>"}


class ProseSetter:
    """Turns the prose of one notice into markup and into plain text; each text once."""

    def __init__(
        self,
        figures: Mapping[str, Figure],
        anchors: Mapping[str, str],
        markdown: InlineMarkdown,
        written: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """Begin with a notice.

        Args:
            figures: by id.
            anchors: id of each figure's row on the page, by metric id.
            markdown: sets what needs more than marks of our own.
            written: returns every prose text of the notice; asked where notes are.

        """
        self.figures = figures
        self._anchors = anchors
        self._markdown = markdown
        self._written = written
        self._set: dict[str, Markup] = {}
        self._plain: dict[str, str] = {}
        self._read: dict[str, tuple[Token, ...]] = {}
        self._firsts: Mapping[str, tuple[str, int]] | None = None

    def markup(self, text: str) -> Markup:
        """Return ``text`` as safe HTML."""
        found = self._set.get(text)
        if found is None:
            found = self._set[text] = self._typeset(text)
        return found

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> tuple[Markup, ...]:
        """Return each of ``paragraphs`` as safe HTML."""
        return tuple(self.markup(paragraph.value.raw) for paragraph in paragraphs)

    def plain(self, text: str) -> str:
        """Return ``text`` as a reader hears it: figures in place, no marks, links spelt out."""
        found = self._plain.get(text)
        if found is None:
            found = self._plain[text] = text if is_plain(text) else "".join(self._spelt_out(text))
        return found

    def spoken(self, answer: Answer) -> str:
        """Return an answer in one piece of plain text, with the words before its items."""
        return "".join([self._said(item) for item in answer.items])

    def _said(self, item: Item) -> str:
        said = item.word + self.plain(item.value.raw)
        for below in item.below:
            said += self._said(below) if isinstance(below, Item) else self.plain(below.raw)
        return said

    def _tokens(self, text: str) -> tuple[Token, ...]:
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = read_prose(text)
        return found

    def _typeset(self, text: str) -> Markup:
        if is_plain(text):
            html = _stretch(text)
        elif all(map(_is_simple, self._tokens(text))):
            html = "".join(self._simply(text.strip() if "*" in text else text))
        else:
            html = self._markdown.convert(text, self._compose)
        return Markup(html)  # noqa: S704 - escaped or sanitised above

    def _simply(self, text: str) -> Iterator[str]:
        """Yield the HTML of a text of simple tokens: no match of ``_TOGETHER`` is in two."""
        for token in self._tokens(text):
            if token.kind in _PRINTED:
                yield _stretch(token.value)
            elif token.kind is Kind.FIGURE:
                yield from map(_html, self._figure(token, text, linked=False))
            else:
                yield _BOLD[token.kind]

    def _compose(self, text: str) -> Iterator[Part]:
        """Yield what ``text`` is set from, with as few stretches of text as can be."""
        opened: list[str] = []
        pending = ""
        for token in self._tokens(text):
            if token.kind in _PRINTED:
                pending += token.value
                continue
            yield from _keep_together(pending)
            pending = ""
            if token.kind is Kind.FIGURE:
                yield from self._figure(token, text, linked="a" in opened)
            elif token.kind is Kind.END:
                yield End(opened.pop())
            else:
                begin = _begin(token)
                opened.append(begin.tag)
                yield begin
        yield from _keep_together(pending)

    def _figure(self, token: Token, text: str, *, linked: bool) -> Iterator[Part]:
        printed = self._printed(token, text)
        if token.value not in self.figures and not linked and is_note_mark(token.value):
            yield Begin("a", self._note_link(token, text))
            yield printed
            yield End("a")
        elif linked:  # a link in a link is none
            yield _KEPT
            yield printed
            yield End(_KEPT.tag)
        else:
            anchor = f"#{self._anchors.get(token.value)}"
            yield Begin("a", (("class", "dn-ref"), ("href", anchor)))
            yield printed
            yield End("a")

    def _note_link(self, token: Token, text: str) -> tuple[tuple[str, str], ...]:
        """Return the attributes of a link to a note; the first to each can be led back to."""
        number = note_number(token.value)
        first = self.first_references.get(token.value) == (text, token.start)
        own = (("id", f"dn-noteref-{number}"),) if first else ()
        link = ("href", f"#dn-note-{number}")
        return (("class", "dn-ref"), ("role", "doc-noteref"), *own, link)

    @property
    def first_references(self) -> Mapping[str, tuple[str, int]]:
        """The first reference to each note, where its text stands on the page only once."""
        if self._firsts is None:
            found: dict[str, tuple[str, int]] = {}
            texts = Counter(self._written())
            for text, count in texts.items():
                for token in self._tokens(text) if count == 1 else ():
                    if token.kind is Kind.FIGURE and is_note_mark(token.value):
                        found.setdefault(token.value, (text, token.start))
            self._firsts = found
        return self._firsts

    def _printed(self, token: Token, text: str) -> str:
        found = printed_figure(token, self.figures)
        return text[token.start : token.end] if found is None else found

    def _spelt_out(self, text: str) -> Iterator[str]:
        addresses: list[str] = []
        for token in self._tokens(text):
            if token.kind in _PRINTED:
                yield token.value
            elif token.kind is Kind.FIGURE:
                yield self._printed(token, text)
            elif token.kind is Kind.END:
                yield addresses.pop()
            else:
                shown = token.kind is Kind.LINK and is_prose_link(token.value)
                addresses.append(f"（{token.value}）" if shown else "")


def _is_simple(token: Token) -> bool:
    """Say whether a token needs neither Python-Markdown nor sanitiser: text, figures, bold."""
    if token.kind is Kind.ESCAPED:
        return token.value in "{}"
    return token.kind not in _PARSED and not _MARK.search(token.value)


def _begin(token: Token) -> Begin:
    if token.kind is not Kind.LINK:
        return Begin(token.kind.value)
    # What is no safe address keeps its words; the checks refuse it.
    href = (("href", token.value),) if is_prose_link(token.value) else ()
    title = (("title", token.more),) if token.more else ()
    return Begin("a", (*href, *title, ("rel", "noopener noreferrer")))


def _html(part: Part) -> str:
    if isinstance(part, str):
        return escape_text(part)
    if isinstance(part, End):
        return f"</{part.tag}>"
    attributes = (f' {name}="{escape_text(value)}"' for name, value in part.attributes)
    return f"<{part.tag}{''.join(attributes)}>"


def _keep_together(text: str) -> Iterator[Part]:
    at = 0
    for match in _TOGETHER.finditer(text):
        if not _is_whole(match[0]):
            continue
        if at < match.start():
            yield text[at : match.start()]
        yield _KEPT
        yield match[0]
        yield End(_KEPT.tag)
        at = match.end()
    if at < len(text):
        yield text[at:]


def _stretch(text: str) -> str:
    # Split rather than replaced by a function: half the time.
    pieces = _TOGETHER.split(escape_text(text))
    for at in range(1, len(pieces), 2):
        found = pieces[at]
        # An entity (&#39;) must not be torn apart.
        if _is_whole(found) and not pieces[at - 1].endswith("&#"):
            pieces[at] = f'<span class="dn-nb">{found}</span>'
    return "".join(pieces)


def _is_whole(found: str) -> bool:
    return _SHORTEST_WHOLE <= len(found) <= LONGEST_WHOLE
