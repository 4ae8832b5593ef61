"""Automatic numbers: which list a mark belongs to, so that Word prints what the notice prints.

Word counts by the definition of a list (``abstractNum``), whatever instance of it (``num``) a
paragraph names; an instance may set the count, where it is met first (ECMA-376, 17.9.27). The
levels of headings are one definition, tied to their styles, so that a heading that is put in
between is numbered, and what follows counts on. A mark that this list would not print has an
instance that sets the count; marks of another style than their level's are lists of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import form_of, format_mark, number_in
from disclosure.render.deliveries.word.xml import element, valued

_HAN: Final = "chineseCountingThousand"
_LAST_HAN: Final = 99
# Two characters, as any paragraph has them; in twips for those who do not count in characters.
INDENTED: Final = element("w:ind", {"w:left": 0, "w:firstLineChars": 200, "w:firstLine": 630})
_OUTLINE: Final = 0


class Counted(NamedTuple):
    """Which list numbers a paragraph, and at which level; ``num`` 0 is none."""

    num: int
    level: int = 0


UNCOUNTED: Final = Counted(0)


class _Instance(NamedTuple):
    """A ``num``: of which definition, and which level it begins with which number."""

    definition: int
    level: int = 0
    start: int = 0


class Level(NamedTuple):
    """How one level of a definition looks.

    Attributes:
        mark: its style.
        style: id of the style of paragraphs that it belongs to; empty for none.
        run: properties of the number.

    """

    mark: MarkStyle
    style: str = ""
    run: str = ""


@dataclass(slots=True)
class _Definition:
    """A definition, and how far it has counted at each level, by which instance."""

    levels: tuple[Level, ...]
    base: int
    counts: list[int] = field(init=False)
    current: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.counts = [0] * len(self.levels)
        self.current = [self.base] * len(self.levels)


def read_mark(mark: str) -> tuple[MarkStyle, int] | None:
    """Return style and number of a mark that Word can print; None for any other."""
    for style in MarkStyle:
        number = number_in(style, mark)
        if form_of(style).han and number > _LAST_HAN:
            continue  # marks have Arabic digits then, Word goes on in Han
        if number and format_mark(style, number) == mark:
            return style, number
    return None


class Lists:
    """The lists of one document, as far as it has been written."""

    def __init__(self, levels: Sequence[Level], text: str) -> None:
        """Begin a document.

        Args:
            levels: of its headings, from the first; NONE for one whose marks run on past the
                heading above, or that has none.
            text: properties of numbers in the text.

        """
        self._levels, self._text = tuple(levels), text
        self._definitions: list[_Definition] = []
        self._instances: list[_Instance] = []
        self._own: dict[tuple[MarkStyle, int], int] = {}
        self._outlined = [True] * (len(levels) + 1)
        self._define(self._levels)

    def heading(self, depth: int, mark: str, *, typed: bool) -> Counted:
        """Return what numbers a heading; UNCOUNTED where its mark is text.

        Args:
            depth: of the heading, 1 for a chapter.
            mark: as printed.
            typed: whether somebody typed it.

        """
        found = None if typed else read_mark(mark)
        level = self._levels[depth - 1]
        self._outlined[depth] = False
        if found is None:
            return UNCOUNTED
        style, number = found
        if self._outlined[depth - 1] and style is level.mark:
            self._outlined[depth] = True
            return self._count(_OUTLINE, depth - 1, number)
        return self._count(self._definition_of(style, depth, anew=number == 1), 0, number)

    def item(self, word: str, *, typed: bool, first: bool) -> Counted:
        """Return what numbers an item of a list; UNCOUNTED where its word is text.

        Args:
            word: before it, as printed.
            typed: whether somebody typed it.
            first: whether no item of its list was counted before.

        """
        found = None if typed else read_mark(word)
        if found is None:
            return UNCOUNTED
        style, number = found
        at = self._definition_of(style, 0, anew=first and number == 1)
        return self._count(at, 0, number, anew=first)

    def xml(self, declared: dict[str, str]) -> str:
        """Return ``numbering.xml``; ``declared`` are the namespaces."""
        return element("w:numbering", declared, *self._parts())

    def _define(self, levels: tuple[Level, ...]) -> int:
        at = len(self._definitions)
        self._instances.append(_Instance(at))
        self._definitions.append(_Definition(levels, len(self._instances)))
        return at

    def _definition_of(self, style: MarkStyle, depth: int, *, anew: bool) -> int:
        """Return the list of a style; one that begins anew is a definition of its own.

        Word would begin one definition anew as well, but LibreOffice saves no such count in a
        .doc: each item would be the first.
        """
        key = (style, depth)
        if anew or key not in self._own:
            run = self._levels[depth - 1].run if depth else self._text
            self._own[key] = self._define((Level(style, "", run),))
        return self._own[key]

    def _count(self, at: int, level: int, number: int, *, anew: bool = False) -> Counted:
        definition = self._definitions[at]
        first = not any(definition.counts) and number == 1
        if (anew and not first) or definition.counts[level] + 1 != number:
            self._instances.append(_Instance(at, level, number))
            definition.current[level] = len(self._instances)
        definition.counts[level] = number
        # A heading begins the levels below it anew, by the definition's own instance.
        for below in range(level + 1, len(definition.counts)):
            definition.counts[below] = 0
            definition.current[below] = definition.base
        return Counted(definition.current[level], level)

    def _parts(self) -> Iterator[str]:
        for at, definition in enumerate(self._definitions):
            kind = "multilevel" if at == _OUTLINE else "singleLevel"
            yield element(
                "w:abstractNum",
                {"w:abstractNumId": at},
                valued("w:nsid", f"{0x2D150000 + at:08X}"),
                valued("w:multiLevelType", kind),
                valued("w:tmpl", f"{0x4B6A0000 + at:08X}"),
                *(_level(number, level) for number, level in enumerate(definition.levels)),
            )
        for number, instance in enumerate(self._instances, 1):
            override = element(
                "w:lvlOverride",
                {"w:ilvl": instance.level},
                valued("w:startOverride", instance.start),
            )
            yield element(
                "w:num",
                {"w:numId": number},
                valued("w:abstractNumId", instance.definition),
                override if instance.start else "",
            )


def _level(at: int, level: Level) -> str:
    form, text = _number_format(level.mark), ""
    if level.mark is not MarkStyle.NONE:
        before, _, behind = form_of(level.mark)
        text = f"{before}%{at + 1}{behind}"
    return element(
        "w:lvl",
        {"w:ilvl": at},
        valued("w:start", 1),
        valued("w:numFmt", form),
        valued("w:pStyle", level.style) if level.style and text else "",
        valued("w:suff", "nothing"),
        valued("w:lvlText", text),
        valued("w:lvlJc", "left"),
        element("w:pPr", None, INDENTED),
        element("w:rPr", None, level.run) if level.run else "",
    )


def _number_format(style: MarkStyle) -> str:
    match style:
        case MarkStyle.NONE:
            return "none"
        case MarkStyle.CIRCLED:
            return "decimalEnclosedCircle"
        case _:
            return _HAN if form_of(style).han else "decimal"
