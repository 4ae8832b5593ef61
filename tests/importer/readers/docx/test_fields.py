"""Fields: contents left out, others as they were saved, each told (H17)."""

import pytest

from tests.importer.word_files import p, r
from tests.importer.word_inside import code, deleted, field, inside, sign

TAB = "<w:r><w:tab/></w:r>"


def entry(text: str, page: str) -> str:
    """Return what a line of contents holds."""
    return r(text) + TAB + field("PAGEREF _Toc1 \\h", r(page))


def test_contents() -> None:
    """Contents over paragraphs, with fields in them, are left out; what follows is not."""
    body = (
        p(sign("begin"), code('TOC \\o "1-3" \\h'), sign("separate"), entry("一、甲", "1"))
        + p(entry("二、乙", "2"))
        + p(sign("end"))
        + p("一、甲")
    )
    found = inside(body)
    assert found.texts == ["", "", "", "一、甲"]
    assert [each.gone for each in found.paragraphs[:2]] == [True, True]
    assert found.codes == ["contents", "contents"]
    assert found.dropped("contents") == "一、甲\t1二、乙\t2"


def test_contents_without_end() -> None:
    """Contents whose end is lost do not take the text with them."""
    body = (
        p(sign("begin"), code("TOC"), sign("separate"), entry("一、甲", "1"))
        + p(r("二、乙"), TAB, r("12"))
        + p("正文的第一段。")
        + p("第二段。")
    )
    assert inside(body).texts == ["", "", "正文的第一段。", "第二段。"]


def test_contents_by_style() -> None:
    """Lines in the style of contents are left out though their field was taken away."""
    styles = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="toc 1"/></w:style>'
    found = inside(p(r("一、甲 3"), style="x"), styles=styles)
    assert found.paragraphs[0].gone
    assert found.dropped("contents") == "一、甲 3"


@pytest.mark.parametrize(
    ("instruction", "told", "words"),
    [
        ("REF _Ref7 \\h", "reference_lost", {"to": "_Ref7"}),
        ("NOTEREF _Ref8", "reference_lost", {"to": "_Ref8"}),
        ('DATE \\@ "yyyy年M月d日"', "date_field", {}),
        ("TIME", "date_field", {}),
        ("= SUM(ABOVE)", "field", {}),
        ("PAGE", "field", {}),
    ],
)
@pytest.mark.parametrize("simple", [True, False])
def test_result_as_saved(instruction: str, told: str, words: dict[str, str], simple: bool) -> None:
    """The result is read as it was saved, and told."""
    result = r("（二）")
    quoted = instruction.replace('"', "&quot;")
    made = (
        f'<w:fldSimple w:instr=" {quoted} ">{result}</w:fldSimple>'
        if simple
        else field(f" {instruction} ", result)
    )
    found = inside(p(r("见"), made, r("。")))
    assert found.text == "见（二）。"
    assert found.told == [(told, {"text": "（二）", "field": instruction, **words})]


def test_sequence_is_text() -> None:
    """The number of a caption is read without a word."""
    found = inside(p(r("表"), field("SEQ 表 \\* ARABIC", r("3"))))
    assert (found.text, found.codes) == ("表3", [])


@pytest.mark.parametrize(
    "made", [field("REF x"), field("REF x", ""), sign("begin") + code("REF x") + sign("separate") + sign("end")]
)  # fmt: skip
def test_field_without_result(made: str) -> None:
    """A field that shows nothing is told; an entry of an index never shows anything."""
    found = inside(p(r("见"), made, field('XE "甲"'), r("。")))
    assert found.text == "见。"
    assert found.told == [("empty_field", {"text": "", "field": "REF x"})]


def test_nested_fields() -> None:
    """The result of a field in another's code is code; one in its result is a result."""
    inner = field("PAGE", r("1"))
    outer = sign("begin") + code("IF ") + inner + code("=1") + sign("separate") + r("甲")
    found = inside(p(outer, field("REF y", r("乙")), sign("end"), r("丙")))
    assert found.text == "甲乙丙"
    assert found.dropped("field_code") == "1"


def test_link_by_field() -> None:
    """The field of a link gives its result the address."""
    found = inside(p(field('HYPERLINK "https://www.example.gov.cn/"', r("网站")), r("。")))
    assert [(each.link, each.end) for each in found.paragraphs[0].spans] == [
        ("https://www.example.gov.cn/", 2),
        ("", 3),
    ]


@pytest.mark.parametrize(
    ("instruction", "text", "told"),
    [
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(yī),黟)', "黟", ["ruby"]),
        (r"eq \o\ac(○,8)", "⑧", ["ring"]),
        (r"eq \o\ac(○,甲)", "甲", ["ring"]),
        (r"EQ \o(\s\up 5(会),\s\do 2(同))", "会同", ["shown_field"]),
        (r"EQ \f(3,4)", "3/4", ["shown_field"]),
        (r"EQ \r(3,x)", "3x", ["shown_field"]),
        (r"SYMBOL 254 \f Wingdings \s 12", "☑", ["shown_field"]),
        ("MACROBUTTON NoMacro [点这里]", "[点这里]", ["shown_field"]),
    ],
)
def test_fields_that_show_their_code(instruction: str, text: str, told: list[str]) -> None:
    """Old ruby, rings and fractions stand in the code of a field."""
    found = inside(p(r("甲"), field(instruction.replace('"', "&quot;")), r("县")))
    assert found.text == f"甲{text}县"
    assert found.codes == told


def test_forms() -> None:
    """A box of a form is ticked or not; a list shows what was picked."""
    ticked = sign("begin", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>")
    empty = sign("begin", '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>')
    listed = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="未"/><w:listEntry w:val="已"/></w:ddList></w:ffData>'
    box = code("FORMCHECKBOX") + sign("end")
    drop = sign("begin", listed) + code("FORMDROPDOWN") + sign("end")
    found = inside(p(ticked, box, r("是"), empty, box, r("否"), drop))
    assert found.text == "☑是☐否已"


def test_stray_signs() -> None:
    """Signs of fields without their fellows lose no text."""
    found = inside(p(sign("end"), r("甲"), sign("separate"), r("乙"), sign("begin")) + p("丙"))
    assert found.texts == ["甲乙", "丙"]


def test_deleted_field() -> None:
    """A deleted field and the one in its place are both whole."""
    old = deleted("旧").replace("<w:r>", sign("begin") + "<w:r><w:delInstrText>REF a</w:delInstrText></w:r>" + sign("separate") + "<w:r>").replace("</w:del>", sign("end") + "</w:del>")  # fmt: skip
    found = inside(p(r("见"), old, field("REF b", r("新")), r("。")))
    assert found.text == "见新。"
    assert found.codes == ["deleted", "reference_lost"]


def test_reference_tells_what_it_names() -> None:
    """A reference is told with the beginning of the paragraph that its bookmark stands in."""
    named = p('<w:bookmarkStart w:id="0" w:name="_Ref7"/>', r("招商成效不明显。"))
    found = inside(named + p(r("见"), field("REF _ref7 \\r", r("（二）"))))
    assert found.texts[1] == "见（二）"
    assert found.told == [
        (
            "reference",
            {
                "text": "（二）",
                "field": "REF _ref7 \\r",
                "to": "_ref7",
                "names": "招商成效不明显。",
            },
        )
    ]


def test_fields_without_bound() -> None:
    """Thousands of fields, one in the other, lose no text and take no time."""
    many = 5000
    body = p((sign("begin") + code("REF x") + sign("separate")) * many, r("甲"), sign("end") * many)
    assert inside(body).text == "甲"
