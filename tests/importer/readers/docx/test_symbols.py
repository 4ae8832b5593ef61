"""Symbols, invisible characters, radicals, ruby, equations, wrappers (H13 to H16)."""

import pytest

from disclosure.importer.readers.docx.symbol_fonts import shown
from disclosure.importer.readers.docx.symbols import signs
from tests.importer.word_files import p, r
from tests.importer.word_inside import inside


def sym(font: str, code: str) -> str:
    """Return a run with a symbol."""
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def test_phone_with_non_breaking_hyphen() -> None:
    """The hyphen of a phone number is one, however it was typed."""
    element = inside(p(r("0555"), "<w:r><w:noBreakHyphen/></w:r>", r("2234567")))
    character = inside(p(r("0555\u20112234567")))
    assert element.text == character.text == "0555-2234567"
    assert element.codes == character.codes == ["no_break_hyphen"]


def test_soft_hyphen() -> None:
    """A soft hyphen inside a word is gone, and told."""
    found = inside(p(r("e"), "<w:r><w:softHyphen/></w:r>", r("mail与e\u00admail")))
    assert found.text == "email与email"
    assert found.codes == ["soft_hyphen", "soft_hyphen"]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (sym("Symbol", "F0B3"), "≥"),
        (sym("Symbol", "00A3"), "≤"),
        (sym("Wingdings", "F0FE"), "☑"),
        (sym("Wingdings", "F0A8"), "□"),
        (sym("Wingdings 2", "F052"), "☑"),
        (sym("Wingdings 2", "F0A3"), "□"),
        (sym("Wingdings", "F081"), "①"),
        (r("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "✓"),
        (r("þ", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "☑"),
    ],
)
def test_symbol(run: str, text: str) -> None:
    """A symbol is the character that it shows, and told."""
    found = inside(p(r("是"), run, r("否")))
    assert found.text == f"是{text}否"
    assert found.codes == ["symbol"]


def test_symbol_that_is_not_known() -> None:
    """It stays as it is and is told as unreadable elsewhere; a code that is none is told."""
    found = inside(p(sym("Wingdings 3", "F0FF"), sym("Symbol", "x"), sym("宋体", "2265")))
    assert found.text == "\uf0ff≥"
    assert found.codes == ["private", "no_symbol"]


def test_digits_in_a_symbol_font() -> None:
    """Digits of the font Symbol are digits: nothing is told."""
    found = inside(p(r("共12项", '<w:rFonts w:ascii="Symbol"/>')))
    assert (found.text, found.codes) == ("共12项", [])


def test_every_known_symbol_is_one_character() -> None:
    """No table shows a private or an empty character."""
    for font in ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"):
        found = [shown(font, code) for code in range(0x100)]
        known = [each for each in found if each]
        assert len(known) >= 9
        assert all(len(each) == 1 and each.isprintable() for each in known)
        assert found == [shown(font.upper(), 0xF000 + code) for code in range(0x100)]


def test_private_character_in_a_name() -> None:
    """The name stays as it is, and is told as unreadable elsewhere."""
    found = inside(p(r("王\ue123")))
    assert found.text == "王\ue123"
    assert found.codes == ["private"]


def test_radicals_fold() -> None:
    """Radicals of Kangxi fold, one that has no such character stays; ideographs are not touched."""
    found = inside(p(r("⼆⽉⺠豈﹒Ａ①㎡⻢")))
    assert found.text == "二月⺠豈﹒Ａ①㎡⻢"
    assert found.codes == ["radical", "radical_kept", "radical_kept"]


def test_invisible_characters() -> None:
    """What has no width is gone, a blank that does not break is one; a selector of forms stays."""
    found = inside(p(r("甲\u200b\ufeff乙\u00a0丙葛\U000e0100\u202e")))
    assert found.text == "甲乙 丙葛\U000e0100"
    assert found.codes == ["unseen", "unseen", "blank", "unseen"]


def test_signs_are_the_text() -> None:
    """Joined, the raw stretches are the text."""
    text = "⼆\u200b甲\u00a0\u00a0乙\u2011\ue000\u00ad丙\ufe00"
    assert "".join(each.raw for each in signs(text)) == text
    assert "".join(each.raw for each in signs(text, "Symbol")) == text
    assert list(signs("")) == []


def test_ruby() -> None:
    """黟 stays, what stands above it is told."""
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yī</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>黟</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    found = inside(p(ruby, r("县")))
    assert found.text == "黟县"
    assert found.told == [("ruby", {"text": "黟", "ruby": "yī"})]


def test_combined_and_raised_characters() -> None:
    """Characters that are combined in one, raised, lowered or struck out are kept and told."""
    combined = r("会同", '<w:eastAsianLayout w:combine="1"/>')
    found = inside(
        p(
            combined,
            r("10m"),
            r("2", '<w:vertAlign w:val="superscript"/>'),
            r("删", "<w:strike/>"),
            r("去", "<w:b/><w:strike/>"),
        )
    )
    assert found.text == "会同10m2删去"
    assert found.told == [
        ("combined", {"text": "会同"}),
        ("raised", {"text": "2"}),
        ("struck", {"text": "删去"}),
    ]


def m(tag: str, *within: str) -> str:
    """Return an element of an equation; a text is a run."""
    parts = (each if each.startswith("<") else f"<m:r><m:t>{each}</m:t></m:r>" for each in within)
    return f"<m:{tag}>{''.join(parts)}</m:{tag}>"


@pytest.mark.parametrize(
    ("equation", "text"),
    [
        (m("oMath", "63.46%"), "63.46%"),
        (m("oMathPara", m("oMath", "1+1")), "1+1"),
        (m("oMath", m("f", m("num", "1"), m("den", "a+b"))), "1/(a+b)"),
        (m("oMath", m("sSup", m("e", "m"), m("sup", "2"))), "m^2"),
        (m("oMath", m("sSub", m("e", "x"), m("sub", "1"))), "x_1"),
        (m("oMath", m("rad", m("deg"), m("e", "x+1"))), "√(x+1)"),
        (m("oMath", m("d", m("e", "a"), m("e", "b"))), "(a|b)"),
        (
            m("oMath", m("nary", '<m:naryPr><m:chr m:val="∑"/></m:naryPr>', m("sub", "1"), m("sup", "n"), m("e", "x"))),
            "∑_1^nx",
        ),
    ],
)  # fmt: skip
def test_equation(equation: str, text: str) -> None:
    """An equation is a line of text, and told."""
    found = inside(p(r("完成"), equation, r("。")))
    assert found.text == f"完成{text}。"
    assert found.told == [("equation", {"text": text})]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ('<w:smartTag w:element="date"><w:smartTagPr/>', "</w:smartTag>"),
        ('<w:customXml w:element="x"><w:customXmlPr/>', "</w:customXml>"),
        ('<w:bookmarkStart w:id="0" w:name="x"/>', '<w:bookmarkEnd w:id="0"/>'),
        ('<w:hyperlink w:anchor="x">', "</w:hyperlink>"),
        ('<w:dir w:val="ltr">', "</w:dir>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
        ("<w:unheardOf>", "</w:unheardOf>"),
    ],
)
def test_wrapped_text(before: str, behind: str) -> None:
    """Whatever text is wrapped in, every character is there, and nothing is told."""
    found = inside(p(r("甲"), before + r("乙") + behind, r("丙")))
    assert (found.text, found.codes) == ("甲乙丙", [])


def test_prompt_of_a_control() -> None:
    """What a control says while nobody has filled it in is no text."""
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{r('单击此处')}</w:sdtContent></w:sdt>"
    )
    found = inside(p(r("甲"), control))
    assert found.text == "甲"
    assert found.told == [("placeholder", {"text": "单击此处"})]


def test_link() -> None:
    """A link to an address is a span; one to a file of the office is none."""
    relation = (
        '<Relationship Id="rId9" Type="x/hyperlink" Target="https://www.example.gov.cn/" '
        'TargetMode="External"/>'
        '<Relationship Id="rId8" Type="x/hyperlink" Target="file:///C:/a.doc" TargetMode="External"/>'
    )
    body = p(
        r("见"),
        f'<w:hyperlink r:id="rId9">{r("网站")}</w:hyperlink>',
        f'<w:hyperlink r:id="rId8">{r("。")}</w:hyperlink>',
    )
    (paragraph,) = inside(body, relations=relation).paragraphs
    assert [(each.start, each.end, each.link) for each in paragraph.spans] == [
        (0, 1, ""),
        (1, 3, "https://www.example.gov.cn/"),
        (3, 4, ""),
    ]


def test_tabs_and_returns() -> None:
    """A tab is a blank as wide as what stands before it; returns part lines, pages too."""
    tab, line, page = (
        "<w:r><w:tab/></w:r>",
        "<w:r><w:br/></w:r>",
        '<w:r><w:br w:type="page"/></w:r>',
    )
    found = inside(
        p(page, r("姓名"), tab, r("Tel:"), tab, r("1"), line, r("二"), page, r("三"), page)
    )
    assert found.text == "姓名　Tel: 1\n二\n三"
    assert found.codes == []


def test_boxes_and_pictures() -> None:
    """A box is found once, from the choice; pictures in their order; drawn words are told."""
    box = "<w:txbxContent><w:p/></w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    pictures = '<w:drawing><a:blip r:embed="image2"/></w:drawing><w:pict><v:imagedata r:id="image1"/></w:pict>'
    words = "<w:drawing><a:t>图中字</a:t></w:drawing>"
    found = inside(p(f"<w:r>{drawing}{pictures}{words}</w:r>", r("标题")))
    (paragraph,) = (each for each in found.paragraphs if each.text.text)
    assert (paragraph.text.text, len(paragraph.boxes)) == ("标题", 1)
    assert paragraph.pictures == ("image2", "image1")
    assert found.told == [("drawn_text", {"text": "图中字"})]
