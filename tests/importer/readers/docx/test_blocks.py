"""Paragraphs, their looks, boxes, pictures and what is wrapped around them (H5 to H8, H16)."""

import pytest

from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.reading import Paragraph, Picture
from tests.importer.word_files import (
    docx,
    font,
    levels,
    num,
    p,
    part,
    r,
    relationships,
    tbl,
    tc,
    tr,
)
from tests.importer.word_reading import codes, lines, read

CENTRED = '<w:jc w:val="center"/>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
    "<wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_typed_numbers_stand() -> None:
    """Typed numbers of every width and spacing, missing and repeated ones, stand as typed (H5)."""
    typed = [
        "1、甲",
        "1. 乙",
        "1．丙",
        "⑴丁",
        "（1)戊",
        "一 、己",
        "　　二、庚",
        "9.辛",
        "（二）壬",
        "（二）癸",
    ]
    reading = read(docx("".join(map(p, typed))))
    assert lines(reading) == typed
    assert codes(reading) == []


def test_heading_and_text_parted_by_return() -> None:
    """A soft return in a paragraph is one in its text (H6)."""
    reading = read(docx(p("（一）甲不到位。", "<w:r><w:br/></w:r>", "已改。")))
    assert lines(reading) == ["（一）甲不到位。\n已改。"]


def test_heading_and_text_parted_by_font() -> None:
    """A heading that only its font tells from the text behind it is a stretch of its own (H6)."""
    reading = read(
        docx(p(r("（一）甲不到位。", font("楷体")), r("已", font("仿宋")), r("改。", font("仿宋"))))
    )
    [block] = reading.blocks
    assert isinstance(block, Paragraph)
    said = [(block.text.text[s.start : s.end], s.look.font) for s in block.spans]
    assert said == [("（一）甲不到位。", "楷体"), ("已改。", "仿宋")]


def test_one_look() -> None:
    """Runs that are set alike give the paragraph its look, and no stretches."""
    reading = read(docx(p(r("一、", font("黑体")), r("甲", font("黑体") + '<w:b w:val="0"/>'))))
    [block] = reading.blocks
    assert isinstance(block, Paragraph)
    assert (block.look.font, block.spans) == ("黑体", ())


@pytest.mark.parametrize("parted", ["paragraphs", "returns"])
def test_title_in_three_lines(parted: str) -> None:
    """A title in three centred paragraphs, or with soft returns, comes with its lines (H7)."""
    texts = ["关于某某巡察组", "反馈意见整改", "进展情况的通报"]
    if parted == "paragraphs":
        reading = read(docx("".join(p(each, properties=CENTRED) for each in texts)))
        assert lines(reading) == texts
    else:
        inside = "<w:r><w:br/></w:r>".join(map(r, texts))
        reading = read(docx(p(inside, properties=CENTRED)))
        assert lines(reading) == ["\n".join(texts)]
    assert all(
        isinstance(each, Paragraph) and each.look.aligned == "center" for each in reading.blocks
    )


def test_red_head_in_a_box() -> None:
    """A red head in a box of the title's paragraph is dropped once, and the title stays (H8)."""
    body = p(BOX.format(p("青溪县某某局文件")), "关于整改的通报", properties=CENTRED) + p("正文。")
    reading = read(docx(body))
    assert lines(reading) == ["关于整改的通报", "正文。"]
    assert reading.characters.count("青溪县某某局文件") == 1
    assert codes(reading) == ["box", "red_head"]


def test_large_red_line_in_a_box() -> None:
    """A large red line of a box is a red head as well, a black one is not."""
    red = p(r("中共青溪县委办公室", '<w:color w:val="FF0000"/><w:sz w:val="72"/>'))
    black = p(r("中共青溪县委办公室"))
    assert lines(read(docx(p(BOX.format(red), "题目")))) == ["题目"]
    assert lines(read(docx(p(BOX.format(black), "题目")))) == ["中共青溪县委办公室", "题目"]


def test_secrecy_in_a_box_is_read() -> None:
    """A line that speaks of secrecy is never taken for a red head."""
    assert lines(read(docx(p(BOX.format(p("内部工作资料文件")), "题目")))) == [
        "内部工作资料文件",
        "题目",
    ]


def test_box_in_a_cell() -> None:
    """The text of a box in a cell stands in that cell, once (H8)."""
    reading = read(docx(tbl(tr(tc(p(BOX.format(p("附注一则")), "甲")), "乙"))))
    assert lines(reading) == ["附注一则/甲|乙"]


def test_content_controls_and_tags() -> None:
    """What stands in controls and tags around blocks, rows, cells and runs is all there (H16)."""
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    tag = '<w:smartTag w:uri="u" w:element="date">{}</w:smartTag>'.format
    body = (
        control(control(p("一、甲")))
        + f'<w:customXml w:element="x">{p("乙")}</w:customXml>'
        + p(
            "<w:bookmarkStart/>",
            tag(r("2023年")),
            control(r("7月")),
            '<w:customXml w:element="y">' + r("1日") + "</w:customXml>",
        )
        + tbl(control(tr("丙", "丁")))
    )
    assert lines(read(docx(body))) == ["一、甲", "乙", "2023年7月1日", "丙|丁"]


def test_cell_in_a_control() -> None:
    """A cell, and what is in it, may stand in a control (H16)."""
    cell = f"<w:sdt><w:sdtContent>{tc('甲')}</w:sdtContent></w:sdt>"
    inner = tc("<w:sdt><w:sdtContent>" + p("乙") + "</w:sdtContent></w:sdt>")
    assert lines(read(docx(f"<w:tbl><w:tr>{cell}{inner}</w:tr></w:tbl>"))) == ["甲|乙"]


DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="某"/></w:rPr>'


def test_number_of_joined_paragraphs() -> None:
    """Paragraphs that a deleted mark joins are one, numbered and counted once (H9)."""
    numbering = levels(("chineseCounting", "%1、")) + num(1)
    body = (
        p("甲", number=(1, 0), properties=DELETED_MARK)
        + p(r("乙", font("仿宋")), number=(1, 0))
        + p("丙", number=(1, 0))
    )
    reading = read(docx(body, numbering=numbering))
    assert lines(reading) == ["一、甲乙", "二、丙"]
    [joined, _] = reading.blocks
    assert isinstance(joined, Paragraph)
    assert [(s.start, s.end, s.look.font) for s in joined.spans] == [(1, 2, "仿宋")]
    assert lines(read(docx(body, numbering=numbering), Revisions.ORIGINAL)) == [
        "一、甲",
        "二、乙",
        "三、丙",
    ]


def test_joined_to_an_empty_one() -> None:
    """A deleted mark of an empty paragraph leaves the next one as it is, and one before a table ends."""
    body = (
        p(properties=DELETED_MARK)
        + p("甲", properties='<w:jc w:val="center"/>')
        + p("乙", properties=DELETED_MARK)
        + tbl(tr("丙"))
    )
    reading = read(docx(body))
    assert lines(reading) == ["甲", "乙", "丙"]
    [first, *_] = reading.blocks
    assert isinstance(first, Paragraph)
    assert first.look.aligned == "center"


def test_pictures() -> None:
    """A picture comes with its bytes and its description; one outside the file is only listed."""
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="公示栏照片"/><a:graphic><a:graphicData><pic:pic>'
        '<pic:blipFill><a:blip r:embed="{}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    outside = '<Relationship Id="far" Type="http://x/image" Target="http://192.0.2.1/a.png" TargetMode="External"/>'
    reading = read(
        docx(
            p("甲", drawing.format("image1")) + p(drawing.format("far")),
            parts={"word/media/image1.png": b"\x89PNG made up"},
            relations=outside,
        )
    )
    assert [each for each in reading.blocks if isinstance(each, Picture)] == [
        Picture(b"\x89PNG made up", ".png", "公示栏照片", "第1段")
    ]
    assert codes(reading) == ["remote"]


def test_picture_that_is_missing() -> None:
    """A picture that is not in the file is listed."""
    pict = '<w:r><w:pict><v:shape><v:imagedata r:id="gone"/></v:shape></w:pict></w:r>'
    assert codes(read(docx(p("甲", pict)))) == ["picture_missing"]


def test_blank_paragraphs() -> None:
    """Empty paragraphs are none, but Word counts and prints the number of one."""
    numbering = levels(("decimal", "%1.")) + num(1)
    body = p() + p("　 ") + p(number=(1, 0)) + p("甲", number=(1, 0))
    assert lines(read(docx(body, numbering=numbering))) == ["1.", "2.甲"]


def test_file_within() -> None:
    """A file within the file, which is not read, is listed."""
    assert codes(read(docx(p("甲") + '<w:altChunk r:id="rId9"/>'))) == ["file_within"]


def test_unknown_block() -> None:
    """Text in what is no block of Word's is dropped and listed."""
    reading = read(docx(p("甲") + '<x:y xmlns:x="urn:x">' + p("乙") + "</x:y>"))
    assert lines(reading) == ["甲"]
    assert codes(reading) == ["unknown"]


def test_comments_and_instructions() -> None:
    """Comments and processing instructions in the body, as WPS leaves them, are passed over (H20)."""
    assert lines(read(docx("<!-- x --><?y z?>" + p("甲", "<!-- x -->", "乙")))) == ["甲乙"]


def test_alternative_without_fallback() -> None:
    """An alternative without a fallback, or without anything, is no fault (H20)."""
    body = p(
        "甲",
        "<mc:AlternateContent/>",
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpsx"/></mc:AlternateContent></w:r>',
    )
    settings = "<mc:AlternateContent><mc:Choice/></mc:AlternateContent>"
    reading = read(docx(body, parts={"word/settings.xml": part("settings", settings)}))
    assert lines(reading) == ["甲"]


def test_remote_template() -> None:
    """A template elsewhere is listed, and not fetched (H20)."""
    relation = '<Relationship Id="t" Type="http://x/attachedTemplate" Target="http://192.0.2.1/a.dotm" TargetMode="External"/>'
    reading = read(
        docx(
            p("甲"),
            parts={
                "word/settings.xml": part("settings", ""),
                "word/_rels/settings.xml.rels": relationships(relation),
            },
        )
    )
    assert codes(reading) == ["remote"]
