"""One file with twenty-two traps, in which each of six other readers of Word files fell."""

from disclosure.importer.secrecy import tell_marks
from tests.importer.word_files import docx, levels, num, p, part, r, tbl, tc, tr
from tests.importer.word_inside import BY, deleted, field, ins
from tests.importer.word_reading import codes, lines, read

BOX = f"<w:txbxContent>{p('中共某县某局党组文件')}</w:txbxContent>"
RED_HEAD = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx>"
    f"{BOX}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yī</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>黟</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
COMMENT = (
    '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/>'
    '<w:r><w:commentReference w:id="7"/></w:r>'
)
SECOND = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
BODY = (
    p(RED_HEAD, r("关于整改情况的通报"))
    + p("招商成效不明显", style="b")
    + f"<w:sdt><w:sdtContent>{p('主体责任不实', style='b')}</w:sdtContent></w:sdt>"
    + p(r("到位资金"), ins(r("3.25")), deleted("2.35"), r("亿元，完成率"), COMMENT.format(r("76%")), r("。"))
    + p(ins(r("新增的一段。")), properties=f"<w:rPr><w:ins {BY}/></w:rPr>")
    + p(r("前半句，"), properties=f"<w:rPr><w:del {BY}/></w:rPr>")
    + p(r("后半句。"))
    + p(r("留下的话。"), f"<w:moveFrom {BY}>{r('移走的话。')}</w:moveFrom>")
    + p(f"<w:moveTo {BY}>{r('移走的话。')}</w:moveTo>")
    + p(r("公开的话。"), r("不公开的话。", "<w:vanish/>"))
    + p(r("制度12项"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r("。"))
    + p(r("电话：0555"), "<w:r><w:noBreakHyphen/></w:r>", r("2234567"))
    + p(r("36"), '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', r("30"))
    + p(r("截至"), field("DATE", r("2023年7月1日")), r("，"), f'<w:smartTag>{r("6月30日")}</w:smartTag>')
    + p(RUBY, r("县完成"), "<m:oMath><m:r><m:t>63.46%</m:t></m:r></m:oMath>")
    + p("联系人：王\ue123")
    + tbl(
        tr(tc("序号", merge="restart"), tc("问题", span=2), head=True),
        tr(tc("", merge="continue"), "类别", "内容", head=True),
        tr(tc(p(number=(2, 0))), "甲", tc("乙", tbl(tr("内", "表")))),
        tr(tc(p(number=(2, 0))), "丙", "丁"),
    )
)  # fmt: skip
FILE = docx(
    BODY,
    styles=f'<w:style w:type="paragraph" w:styleId="b"><w:name w:val="公文二级"/>{SECOND}</w:style>',
    numbering=levels(("chineseCounting", "%1、"), ("chineseCounting", "（%2）"))
    + levels(("decimal", "%1"), abstract=1)
    + num(1)
    + num(2, 1),
    parts={
        "word/header1.xml": part("hdr", p("内部资料")),
        "word/footer1.xml": part("ftr", p(r("— "), field("PAGE", r("3")), r(" —"))),
        "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{p("含修订4项。")}</w:footnote>'),
        "word/comments.xml": part("comments", f'<w:comment {BY.replace("1", "7", 1)}>{p("此数待核")}</w:comment>'),
    },
)  # fmt: skip


def test_what_is_read() -> None:
    """Every trap's text is as Word shows it."""
    assert lines(read(FILE)) == [
        "关于整改情况的通报",
        "（一）招商成效不明显",
        "（二）主体责任不实",
        "到位资金3.25亿元，完成率76%。",
        "新增的一段。",
        "前半句，后半句。",
        "留下的话。",
        "移走的话。",
        "公开的话。",
        "制度12项{①}。",
        "电话：0555-2234567",
        "36≥30",
        "截至2023年7月1日，6月30日",
        "黟县完成63.46%",
        "联系人：王\ue123",
        "序号|问题\n类别|内容\n1|甲|乙/内|表\n2|丙|丁",
    ]


def test_what_is_told() -> None:
    """Nothing that is left out, guessed or unreadable goes without a word."""
    found = codes(read(FILE))
    assert {
        *("red_head", "number_made", "replaced", "comment", "inserted_paragraph", "deleted_mark"),
        *("moved", "hidden", "no_break_hyphen", "symbol", "date_field", "ruby", "equation"),
        *("private", "header", "footer"),
    } <= set(found)
    assert found.count("replaced") == found.count("moved") == found.count("comment") == 1


def test_what_stops() -> None:
    """The header's word stops the import."""
    (stop,) = (each for each in tell_marks(read(FILE)).remarks if each.stops)
    assert (stop.code, stop.params["text"]) == ("import.word.stop_internal", "内部资料")
