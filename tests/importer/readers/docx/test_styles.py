"""Styles: decided by name and level, never by id; looks inherited (H2)."""

import pytest

from disclosure.importer.reading import Look, Paragraph
from tests.importer.word_files import docx, p, part, r
from tests.importer.word_reading import read


def style(
    style_id: str, name: str, *, inside: str = "", kind: str = "paragraph", default: str = ""
) -> str:
    """Return a style."""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{default}><w:name w:val="{name}"/>{inside}</w:style>'


def look(body: str, styles: str, **parts: str) -> Look:
    """Return the look of the first paragraph."""
    found = {f"word/{name}1.xml": text for name, text in parts.items()}
    first = read(docx(body, styles=styles, parts=found)).blocks[0]
    assert isinstance(first, Paragraph)
    return first.look


@pytest.mark.parametrize(
    ("name", "inside", "level"),
    [
        ("heading 1", "", 1),
        ("Heading 3", "", 3),
        ("标题 2", "", 2),
        ("公文二级", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', 2),
        ("公文正文", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', 0),
        ("Title", "", 0),
        ("heading x", "", 0),
    ],
)
def test_level(name: str, inside: str, level: int) -> None:
    """The level is that of outlineLvl, or of the name; the id, 1 to 9 in Chinese Word, says none."""
    found = look(p("甲", style="1"), style("1", name, inside=inside))
    assert (found.style, found.level) == (name.lower(), level)


def test_level_of_a_base() -> None:
    """A style has the level of the one that it is based on, unless it or the paragraph has its own."""
    styles = style("1", "heading 2") + style("a", "公文标题", inside='<w:basedOn w:val="1"/>')
    assert look(p("甲", style="a"), styles).level == 2
    assert look(p("甲", style="a", properties='<w:outlineLvl w:val="9"/>'), styles).level == 0


def test_look_is_inherited() -> None:
    """Font, size, weight and place on the line come from defaults, base, style, run in that order."""
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style(
            "n",
            "Normal",
            default=' w:default="1"',
            inside='<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>',
        )
        + style(
            "t",
            "公文标题",
            inside='<w:basedOn w:val="n"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>',
        )
        + style(
            "c", "强调", kind="character", inside='<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>'
        )
    )
    assert look(p("甲"), styles) == Look("normal", 0, "left", "宋体", 16)
    assert look(p("甲", style="t"), styles) == Look("公文标题", 0, "center", "宋体", 16, bold=True)
    run = r("甲", '<w:rStyle w:val="c"/><w:b w:val="0"/>')
    assert look(p(run, style="t"), styles) == Look("公文标题", 0, "center", "黑体", 16)
    assert look(p("甲", style="nowhere"), styles).style == "normal"


def test_font_of_the_theme() -> None:
    """A font of the theme wins over a name, and is that for simplified characters."""
    fonts = '<a:majorFont><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:majorFont>'
    theme = part(
        "theme", f"<a:themeElements><a:fontScheme>{fonts}</a:fontScheme></a:themeElements>"
    )
    run = r("甲", '<w:rFonts w:eastAsia="仿宋" w:eastAsiaTheme="majorEastAsia"/>')
    assert look(p(run), style("n", "Normal"), theme=theme).font == "等线"


def test_no_styles() -> None:
    """Without a part of styles all is body text, set as its runs say."""
    assert look(p(r("甲", '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>')), "") == Look(
        font="仿宋_GB2312", size=16
    )
