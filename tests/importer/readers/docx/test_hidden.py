"""Hidden text and comments are not in the text, and told (H10, H11)."""

import pytest

from tests.importer.word_files import p, part, r, tbl, tc, tr
from tests.importer.word_inside import BY, WHO, inside

STYLES = (
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="b"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ("<w:vanish/>", "hidden"),
        ('<w:rStyle w:val="b"/>', "hidden"),
        (WHITE, "white"),
        ('<w:color w:val="auto" w:themeColor="background1"/>', "white"),
        (f'{WHITE}<w:shd w:fill="FFFFFF"/>', "white"),
        ('<w:sz w:val="2"/>', "tiny"),
        (f'{WHITE}<w:sz w:val="2"/>', "tiny"),
    ],
)
def test_hidden_run(properties: str, code: str) -> None:
    """What nobody sees is left out, with its text in what is told."""
    found = inside(p(r("公开的话"), r("身份证号", properties), r("码", properties)), styles=STYLES)
    assert found.text == "公开的话"
    assert found.told == [(code, {"text": "身份证号码"})]
    assert found.dropped(code) == "身份证号码"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        "<w:webHidden/>",
        f'{WHITE}<w:shd w:fill="C00000"/>',
        f'{WHITE}<w:highlight w:val="red"/>',
        '<w:color w:val="auto" w:themeColor="background1" w:themeShade="80"/>',
        '<w:sz w:val="10"/>',
    ],
)
def test_visible_run(properties: str) -> None:
    """White on a colour, grey, and small print are text."""
    found = inside(p(r("看得见", properties)))
    assert found.text == "看得见"
    assert found.codes == []


def test_hidden_by_paragraph_style() -> None:
    """A style of paragraphs hides, and a run in it may show itself again."""
    found = inside(p(r("甲"), r("乙", '<w:vanish w:val="0"/>'), style="a"), styles=STYLES)
    assert found.text == "乙"


def test_white_in_a_coloured_cell() -> None:
    """White text on a coloured cell, or on a table whose style is coloured, is seen."""
    coloured = tc(p(r("甲", WHITE))).replace("<w:tcPr>", '<w:tcPr><w:shd w:fill="1F4E79"/>')
    styled = tbl(tr(tc(p(r("乙", WHITE)))), properties='<w:tblStyle w:val="t"/>')
    styles = (
        '<w:style w:type="table" w:styleId="t"><w:name w:val="T"/><w:tblStylePr w:type="firstRow">'
        '<w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style>'
    )
    found = inside(tbl(tr(coloured, tc(p(r("丙", WHITE))))) + styled, styles=styles)
    assert found.texts == ["甲", "", "乙"]
    assert found.codes == ["white"]


def test_hidden_mark_joins() -> None:
    """A hidden mark of a paragraph parts no text: a heading and its text on one line."""
    body = p(r("标题。"), properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(r("正文"))
    assert [each.joins_next for each in inside(body).paragraphs] == [True, False]


COMMENTS = {
    "word/comments.xml": part(
        "comments",
        f"<w:comment {BY.replace('1', '7', 1)}>{p(r('此数待核'))}</w:comment>"
        f'<w:comment w:id="8" w:author="李某">{p(r("没有着落"))}</w:comment>',
    )
}


def test_comment() -> None:
    """A comment is not in the text, and told with who, when, of what; an unanchored one, too."""
    body = p(
        r("完成率"),
        '<w:commentRangeStart w:id="7"/>',
        r("76%"),
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
        r("。"),
    )
    found = inside(body, parts=COMMENTS)
    assert found.text == "完成率76%。"
    assert found.told == [
        ("comment", {"text": "此数待核", "about": "76%", **WHO}),
        ("comment", {"text": "没有着落", "about": "", "author": "李某", "day": "—"}),
    ]
    assert found.dropped("comment") == "此数待核没有着落"


def test_comment_that_is_settled() -> None:
    """A comment that is marked as done, and the answer to it, are told as such."""
    said = {
        "word/comments.xml": part(
            "comments",
            '<w:comment w:id="1" w:author="甲"><w:p w14:paraId="A1"><w:r><w:t>核对</w:t></w:r></w:p></w:comment>'
            '<w:comment w:id="2" w:author="乙"><w:p w14:paraId="A2"><w:r><w:t>已核</w:t></w:r></w:p></w:comment>'
            '<w:comment w:id="3" w:author="甲"><w:p w14:paraId="A3"><w:r><w:t>再看</w:t></w:r></w:p></w:comment>',
        ),
        "word/commentsExtended.xml": (
            '<x:commentsEx xmlns:x="http://schemas.microsoft.com/office/word/2012/wordml">'
            '<x:commentEx x:paraId="A1" x:done="1"/><x:commentEx x:paraId="A2" x:paraIdParent="A1"/>'
            '<x:commentEx x:paraId="A3" x:done="0"/></x:commentsEx>'
        ),
    }
    relation = '<Relationship Id="x" Type="x/commentsExtended" Target="commentsExtended.xml"/>'
    found = inside(p("正文"), parts=said, relations=relation)
    assert found.codes == ["comment_settled", "comment_settled", "comment"]
