"""Named styles of an official document (GB/T 9704-2012, 7.3): the look stands here alone.

Sizes are in half points, lengths in twips. Lines of the text are 28.95 pt, of which 225 mm have
22, and characters 15.75 pt apart, of which 156 mm have 28: type of 16 pt, a quarter of a point
closer. A grid of characters would say the same, and LibreOffice misreads it. Tables, pictures
and titles keep out of all that, for an exact height would cut them off.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from disclosure.model.outline import MAX_DEPTH
from disclosure.render.deliveries.word.fonts import Font, Fonts, named
from disclosure.render.deliveries.word.numbering import INDENTED
from disclosure.render.deliveries.word.xml import element, valued

LINE: Final = 579
BODY, TITLE, SUBTITLE, FACTS = "GwText", "GwTitle", "GwSubtitle", "GwFacts"
ADDRESSEE, LABEL, CAPTION, NOTE = "GwAddressee", "GwLabel", "GwCaption", "GwNote"
SIGNATURE, PICTURE, BREAK, FOOTER = "GwSignature", "GwPicture", "GwBreak", "GwFooter"
TABLE, CELL, CELL_HEAD, LINK = "GwTable", "GwCell", "GwCellHead", "Hyperlink"
_NORMAL: Final = "Normal"
_BODY_SIZE, _TITLE_SIZE, _SMALL, _PAGE_SIZE = 32, 44, 24, 28
_LEVELS: Final = "一二三四五六"
_CLOSER: Final = valued("w:spacing", -5)
_OFF_GRID: Final = valued("w:snapToGrid", 0)


class _Style(NamedTuple):
    """A style of paragraphs; the parts of ``w:pPr`` in the schema's order."""

    id: str
    name: str
    keeps: str = ""  # keepNext, keepLines
    number: str = ""
    grid: str = ""
    spacing: str = ""
    indent: str = ""
    aligned: str = ""
    outline: str = ""
    run: str = ""
    next: str = BODY
    link: str = ""


def heading_style(depth: int) -> str:
    """Return the id of the style of a heading."""
    return f"GwHeading{depth}"


def run_in_style(depth: int) -> str:
    """Return the id of the style of a heading whose text goes on in its line."""
    return f"GwHeading{depth}Char"


def level_run(depth: int, fonts: Fonts) -> str:
    """Return the properties of a heading's characters: 黑体, 楷体, 仿宋 bold, then 仿宋."""
    fonts_by_depth = (fonts.first, fonts.second, fonts.text)
    font = fonts_by_depth[min(depth, len(fonts_by_depth)) - 1]
    bold = valued("w:b", 1) if depth == len(fonts_by_depth) else ""
    return named(font) + bold + _CLOSER


def text_run(fonts: Fonts) -> str:
    """Return the properties of the text's characters."""
    return named(fonts.text) + _CLOSER


def styles_part(fonts: Fonts, numbered: frozenset[int], declared: dict[str, str]) -> str:
    """Return ``styles.xml``.

    Args:
        fonts: of the document.
        numbered: depths of headings whose styles number by themselves.
        declared: the namespaces.

    """
    return element(
        "w:styles",
        declared,
        _defaults(fonts),
        *(_paragraph_style(style) for style in _styles(fonts, numbered)),
        *(_character_styles(fonts)),
        _table_style(),
    )


def _defaults(fonts: Fonts) -> str:
    # Digits and Latin letters count as English, or LibreOffice tears numbers at the end of a line.
    language = element("w:lang", {"w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"})
    run = element(
        "w:rPr",
        None,
        named(fonts.text),
        valued("w:kern", 0),
        _sized(_BODY_SIZE),
        language,
    )
    return element(
        "w:docDefaults",
        None,
        element("w:rPrDefault", None, run),
        element("w:pPrDefault", None),
    )


def _styles(fonts: Fonts, numbered: frozenset[int]) -> Iterator[_Style]:
    line, roomy, tight = _exactly(LINE), _exactly(724), _at_least(0)
    centred = valued("w:jc", "center")
    first = INDENTED
    keep = valued("w:keepNext", 1)
    # Digits stand as close to Han as Han does, and no mark beyond the edge: 28 to a line.
    apart = "".join(valued(f"w:{n}", 0) for n in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"))
    yield _Style(_NORMAL, "Normal", grid=apart, aligned=valued("w:jc", "both"),
                 run=_sized(_BODY_SIZE), next="")  # fmt: skip
    text = text_run(fonts)
    yield _Style(BODY, "公文正文", spacing=line, indent=first, run=text)
    yield _Style(
        TITLE, "公文标题", keep + valued("w:keepLines", 1), "", _OFF_GRID, roomy, _FLUSH, centred,
        run=_set(fonts.title, _TITLE_SIZE),
    )  # fmt: skip
    for depth in range(1, MAX_DEPTH + 1):
        yield _Style(
            heading_style(depth),
            f"公文{_LEVELS[depth - 1]}级",
            keep,
            _numbered(depth) if depth in numbered else "",
            "",
            line,
            first,
            outline=valued("w:outlineLvl", depth - 1),
            run=level_run(depth, fonts),
            link=run_in_style(depth),
        )
    yield _Style(SUBTITLE, "公文副标题", keep, "", "", line, _FLUSH, centred, "",
                 named(fonts.second) + _CLOSER)  # fmt: skip
    yield _Style(FACTS, "公文信息", "", "", _OFF_GRID, _exactly(360), _FLUSH, centred, "",
                 _sized(_SMALL))  # fmt: skip
    yield _Style(ADDRESSEE, "公文主送", keep, "", "", line, _FLUSH, run=text)
    yield _Style(LABEL, "公文标签", keep, "", "", line, first, run=text)
    yield _Style(CAPTION, "公文表题", keep, "", _OFF_GRID, _at_least(60, 120), _FLUSH, centred, "",
                 _set(fonts.first, _SMALL))  # fmt: skip
    yield _Style(NOTE, "公文注释", "", "", _OFF_GRID, _at_least(60, 60), first, "", "",
                 _sized(_SMALL))  # fmt: skip
    yield _Style(SIGNATURE, "公文署名", "", "", "", line, _FLUSH, valued("w:jc", "right"),
                 run=text)  # fmt: skip
    yield _Style(PICTURE, "公文图片", "", "", _OFF_GRID, _at_least(60, 120), _FLUSH, centred)
    yield _Style(BREAK, "公文分节", "", "", _OFF_GRID, _exactly(20), _FLUSH, "", "", _sized(2))
    yield _Style(CELL, "公文表格文字", "", "", _OFF_GRID, tight, _FLUSH, valued("w:jc", "left"), "",
                 _sized(_SMALL), CELL)  # fmt: skip
    yield _Style(CELL_HEAD, "公文表头", keep, "", _OFF_GRID, tight, _FLUSH, centred, "",
                 _set(fonts.first, _SMALL), CELL_HEAD)  # fmt: skip
    yield _Style(FOOTER, "公文页码", "", "", _OFF_GRID, _exactly(280), "", "", "",
                 _set(fonts.page, _PAGE_SIZE), FOOTER)  # fmt: skip


_FLUSH: Final = element("w:ind", {"w:firstLineChars": 0, "w:firstLine": 0})


def _paragraph_style(style: _Style) -> str:
    normal = style.id == _NORMAL
    paragraph = (
        style.keeps + style.number + style.grid + style.spacing + style.indent + style.aligned
    )
    if style.outline:
        paragraph += style.outline
    return element(
        "w:style",
        {"w:type": "paragraph", **({"w:default": 1} if normal else {"w:customStyle": 1}),
         "w:styleId": style.id},
        valued("w:name", style.name),
        "" if normal else valued("w:basedOn", _NORMAL),
        valued("w:next", style.next) if style.next else "",
        valued("w:link", style.link) if style.link else "",
        element("w:qFormat"),
        element("w:pPr", None, paragraph) if paragraph else "",
        element("w:rPr", None, style.run) if style.run else "",
    )  # fmt: skip


def _character_styles(fonts: Fonts) -> Iterator[str]:
    plain = {"w:type": "character"}
    yield element("w:style", {**plain, "w:default": 1, "w:styleId": "DefaultParagraphFont"},
                  valued("w:name", "Default Paragraph Font"), valued("w:uiPriority", 1),
                  element("w:semiHidden"))  # fmt: skip
    for depth in range(1, MAX_DEPTH + 1):
        yield element(
            "w:style",
            {**plain, "w:customStyle": 1, "w:styleId": run_in_style(depth)},
            valued("w:name", f"公文{_LEVELS[depth - 1]}级 字符"),
            valued("w:basedOn", "DefaultParagraphFont"),
            valued("w:link", heading_style(depth)),
            element("w:rPr", None, level_run(depth, fonts)),
        )
    yield element(
        "w:style",
        {**plain, "w:styleId": LINK},
        valued("w:name", "Hyperlink"),
        valued("w:basedOn", "DefaultParagraphFont"),
        # On paper, a link is text: no colour, only a line.
        element("w:rPr", None, valued("w:u", "single")),
    )


def _table_style() -> str:
    side: dict[str, str | int] = {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "auto"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element("w:tblBorders", None, *(element(f"w:{name}", side) for name in sides))
    room = ((name, width) for name, width in (("top", 40), ("left", 85), ("bottom", 40),
                                              ("right", 85)))  # fmt: skip
    margins = element(
        "w:tblCellMar",
        None,
        *(element(f"w:{name}", {"w:w": width, "w:type": "dxa"}) for name, width in room),
    )
    return element(
        "w:style",
        {"w:type": "table", "w:customStyle": 1, "w:styleId": TABLE},
        valued("w:name", "公文表格"),
        element("w:tblPr", None, borders, margins),
    )


def _numbered(depth: int) -> str:
    """Return what numbers every paragraph of the style: the document's first list."""
    level = valued("w:ilvl", depth - 1) if depth > 1 else ""
    return element("w:numPr", None, level, valued("w:numId", 1))


def _set(font: Font, size: int) -> str:
    return named(font) + _sized(size)


def _sized(half_points: int) -> str:
    return valued("w:sz", half_points) + valued("w:szCs", half_points)


def _exactly(twips: int) -> str:
    return element("w:spacing", {"w:line": twips, "w:lineRule": "exact"})


def _at_least(after: int, before: int = 0) -> str:
    """Return spacing of lines as high as what stands in them."""
    return element(
        "w:spacing",
        {"w:before": before, "w:after": after, "w:line": 288, "w:lineRule": "auto"},
    )
