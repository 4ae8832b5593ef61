"""What the file sets apart within its text: links, and strong words, as marks of prose.

A paragraph that is strong as a whole is no stretch of its own; neither is one that only looks
so because of its signs.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from disclosure.importer.punctuation import paragraphs_in
from disclosure.importer.reading import Paragraph, Reading, Remark
from disclosure.importer.tracked import MADE, Tracked
from disclosure.model.links import is_safe_link
from disclosure.model.marked import read_prose
from disclosure.model.tokens import Kind

_SCHEMES: Final = ("http://", "https://", "mailto:")
# Of a page for telephones; the number itself is what a reader needs.
_SILENT: Final = ("tel:",)
_ESCAPED: Final = frozenset("*[]\\{")
# Signs that would end an address within its parentheses.
_CODED: Final = str.maketrans({"(": "%28", ")": "%29", "[": "%5B", "]": "%5D", "'": "%27"})
_PRINTED: Final = frozenset({Kind.TEXT, Kind.ESCAPED, Kind.BRACE})
_STRONG: Final = "**"
_LONGEST_TOLD: Final = 40


@dataclass(frozen=True, slots=True)
class Linked:
    """A link of the file.

    Attributes:
        words: that it stands behind.
        start: of their first character in the file.
        end: one behind their last.
        address: as the file has it.
        place: of its paragraph.

    """

    words: str
    start: int
    end: int
    address: str
    place: str

    @property
    def is_safe(self) -> bool:
        """Whether a notice may link to it."""
        return self.address.lower().startswith(_SCHEMES) and is_safe_link(self.written)

    @property
    def is_said(self) -> bool:
        """Whether its words are its address, which prints already."""
        bare = self.address.partition(":")[2].lstrip("/").rstrip("/")
        words = self.words.rstrip("/")
        return words in {self.address.rstrip("/"), bare} or self.address.startswith(_SILENT)

    @property
    def written(self) -> str:
        """The address as it is written in prose."""
        return self.address.translate(_CODED)


class _Stretch(NamedTuple):
    start: int
    end: int
    link: Linked | None


@dataclass(slots=True)
class SetApart:
    """Stretches of a file by their characters; notes which links were written.

    Attributes:
        strong: characters that are set strong within a text that is not.
        links: by character.

    """

    strong: frozenset[int] = frozenset()
    links: Mapping[int, Linked] = field(default_factory=dict)
    _used: set[Linked] = field(default_factory=set)

    @classmethod
    def of(cls, reading: Reading) -> "SetApart":
        """Return what a file sets apart."""
        strong: set[int] = set()
        links: dict[int, Linked] = {}
        for paragraph in _paragraphs(reading):
            if paragraph.spans:
                strong.update(_strong(paragraph))
                for link in _links(paragraph):
                    links.update(dict.fromkeys(range(link.start, link.end), link))
        strong.discard(MADE)
        return cls(frozenset(strong), links)

    def written(self, text: Tracked, references: Collection[int] = ()) -> Tracked | None:
        """Return a paragraph with its marks; None where it has none, or they would not hold.

        Args:
            text: the paragraph.
            references: where a reference to a note begins.

        """
        if not (self.strong or self.links):
            return None
        if not any(n in self.strong or n in self.links for n in text.origins):
            return None
        stretches = list(self._stretches(text))
        strong = list(self._strong_in(text, stretches))
        linked = [each for each in stretches if each.link]
        if not (strong or linked):
            return None
        found = _marked(text, linked, strong, references)
        if not _holds(found.text, text.text, linked, (len(strong), len(references))):
            return None
        self._used.update(each.link for each in linked if each.link)
        return found

    def address_of(self, text: Tracked) -> str:
        """Return the address that a text leads to; empty where it leads nowhere, or to several."""
        found = {self.links[n] for n in text.origins if n in self.links}
        safe = {each.address for each in found if each.address.lower().startswith(_SCHEMES[:2])}
        if len(safe) != 1 or len({each.address for each in found}) != 1:
            return ""
        address = safe.pop()
        if not is_safe_link(address):
            return ""
        self._used.update(found)
        return address

    def remarks(self) -> Iterator[Remark]:
        """Yield what is told of the links that no value has."""
        for link in dict.fromkeys(self.links.values()):
            if link in self._used or link.is_said:
                continue
            if link.is_safe:
                code = "import.link.left"
            elif ":" in link.address.split("/")[0]:
                code = "import.link.refused"
            else:
                code = "import.link.relative"
            params = {"text": link.words[:_LONGEST_TOLD], "address": link.address[:200]}
            yield Remark(code, params, link.start, link.end, place=link.place)

    def _stretches(self, text: Tracked) -> Iterator[_Stretch]:
        """Yield a text in stretches of one link or of none, links without blanks at their ends."""
        found = [self._link_at(text, at) for at in range(len(text))]
        edges = [0, *(at for at in range(1, len(text)) if found[at] != found[at - 1]), len(text)]
        for start, end in pairwise(edges):
            link = found[start]
            if link is None:
                yield _Stretch(start, end, None)
                continue
            words = text.text[start:end]
            first = start + len(words) - len(words.lstrip())
            last = start + len(words.rstrip())
            yield _Stretch(first, last, link if first < last else None)

    def _link_at(self, text: Tracked, at: int) -> Linked | None:
        if text.text[at] == "\n":
            return None
        link = self.links.get(text.origins[at])
        return link if link and link.is_safe and not link.is_said else None

    def _strong_in(self, text: Tracked, stretches: list[_Stretch]) -> Iterator[tuple[int, int]]:
        """Yield the strong stretches of a text; a link is strong as a whole or not at all."""
        flags = [n in self.strong for n in text.origins]
        for at, (origin, sign) in enumerate(zip(text.origins, text.text, strict=True)):
            if sign == "\n":
                flags[at] = False
            elif origin == MADE and 0 < at < len(flags) - 1:
                flags[at] = flags[at - 1] and text.origins[at + 1] in self.strong | {MADE}
        for start, end, link in stretches:
            if link:
                flags[start:end] = [all(flags[start:end])] * (end - start)
        at = 0
        while at < len(flags):
            if not flags[at]:
                at += 1
                continue
            start = at
            while at < len(flags) and flags[at]:
                at += 1
            words = text.text[start:at]
            first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
            if any(sign.isalnum() for sign in words):
                yield first, last


def _paragraphs(reading: Reading) -> Iterator[Paragraph]:
    yield from paragraphs_in(reading.blocks)
    for _, texts in reading.notes:
        yield from texts


def _strong(paragraph: Paragraph) -> Iterator[int]:
    """Yield the strong characters of a paragraph, unless all its words are strong."""
    text = paragraph.text
    flags = [paragraph.look.bold] * len(text)
    for span in paragraph.spans:
        start, end = max(0, span.start), min(span.end, len(text))
        flags[start:end] = [span.look.bold] * max(0, end - start)
    words = [flag for flag, sign in zip(flags, text.text, strict=True) if sign.isalnum()]
    if any(words) and not all(words):
        yield from (n for n, flag in zip(text.origins, flags, strict=True) if flag)


def _links(paragraph: Paragraph) -> Iterator[Linked]:
    """Yield the links of a paragraph, stretches of one that follow one another as one."""
    open_: Linked | None = None
    for span in paragraph.spans:
        known = [n for n in paragraph.text.origins[span.start : span.end] if n >= 0]
        if not span.link or not known:
            continue
        words = paragraph.text.text[span.start : span.end]
        start, end = min(known), max(known) + 1
        if open_ and open_.address == span.link and open_.end == start:
            open_ = Linked(open_.words + words, open_.start, end, span.link, paragraph.place)
            continue
        if open_:
            yield open_
        open_ = Linked(words, start, end, span.link, paragraph.place)
    if open_:
        yield open_


def _marked(
    text: Tracked,
    linked: list[_Stretch],
    strong: list[tuple[int, int]],
    references: Collection[int],
) -> Tracked:
    before: dict[int, str] = {}
    behind: dict[int, str] = {}
    for start, end in strong:
        before[start] = _STRONG
        behind[end] = _STRONG
    for start, end, link in linked:
        before[start] = before.get(start, "") + "["
        behind[end] = f"]({link.written if link else ''})" + behind.get(end, "")
    characters: list[str] = []
    origins: list[int] = []

    def add(sign: str, origin: int) -> None:
        characters.append(sign)
        origins.extend((origin,) * len(sign))

    for at in range(len(text) + 1):
        add(behind.get(at, ""), MADE)
        add(before.get(at, ""), MADE)
        if at < len(text):
            sign, origin = text.text[at], text.origins[at]
            if sign in _ESCAPED and at not in references:
                add("\\", MADE)
            add(sign, origin)
    return Tracked("".join(characters), tuple(origins))


def _holds(found: str, text: str, linked: list[_Stretch], counts: tuple[int, int]) -> bool:
    """Say whether prose with marks prints its text and has exactly these marks."""
    tokens = read_prose(found)
    links = [token.value for token in tokens if token.kind is Kind.LINK]
    said = (
        found[token.start : token.end] if token.kind is Kind.FIGURE else token.value
        for token in tokens
        if token.kind in _PRINTED or token.kind is Kind.FIGURE
    )
    kinds = [token.kind for token in tokens]
    return (
        "".join(said) == text
        and links == [each.link.written for each in linked if each.link]
        and (kinds.count(Kind.STRONG), kinds.count(Kind.FIGURE)) == counts
        and Kind.EM not in kinds
    )
