"""A saved page gives its article, whatever the site puts around it, and lists the rest."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.html.page import read_page
from disclosure.importer.readers.options import ReadOptions
from disclosure.importer.reading import Fate, Paragraph, Picture, Reading, Table
from tests.importer.readers.accounting import codes_of, lines_of, unaccounted
from tests.importer.readers.html.layouts import DAY, FURNITURE, LAYOUTS, PARAGRAPHS, SOURCE, TITLE


def read(page: str, encoding: str = "utf-8") -> Reading:
    """Read a page."""
    return read_page(page.encode(encoding), ReadOptions())


def article(inner: str) -> Reading:
    """Read a page whose article is ``inner``."""
    prose = "<p>现将巡察整改进展情况予以公布，欢迎监督。</p>"
    return read(f"<html><body><div>{prose}{inner}</div></body></html>")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_of_each_layout(layout: str) -> None:
    """Title, source, day and every paragraph are there, and nothing of the site."""
    reading = read(LAYOUTS[layout](), "gbk" if layout == "tables" else "utf-8")
    lines = lines_of(reading)
    assert lines[0] == TITLE
    assert SOURCE in lines[1].replace(" ", "")
    assert DAY in lines[1]
    assert lines[2:] == list(PARAGRAPHS)
    assert [word for word in FURNITURE if any(word in line for line in lines)] == []
    assert unaccounted(reading) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_left_out_is_listed(layout: str) -> None:
    """The foot of the site is in the account as dropped, with its characters."""
    reading = read(LAYOUTS[layout]())
    dropped = "".join(
        reading.characters[each.start : each.end]
        for each in reading.remarks
        if each.fate == Fate.DROPPED
    )
    assert "12345" in dropped
    assert "ICP备" in dropped


def test_hidden_text_is_dropped_and_told() -> None:
    """What a page hides is no text of the notice, within a line or beside it."""
    reading = article(
        "<p>已完成<span style='DISPLAY: none'>九</span>项</p><div hidden>密</div>"
        "<p style='visibility:hidden'>内部</p><p><span style='mso-hide:all'>稿</span>公开</p>"
    )
    assert lines_of(reading)[1:] == ["已完成项", "公开"]
    assert codes_of(reading) == ["import.file.hidden"] * 4
    assert unaccounted(reading) == []


def test_tables_and_their_spans() -> None:
    """Cells stand once with what they cover; heads are told by th or thead."""
    reading = article(
        "<table><thead><tr><td>序号</td><td>问题</td></tr></thead><tr><td rowspan=2>1</td>"
        "<td>甲</td></tr><tr><td><p>一是乙；</p><p>二是丙。</p></td></tr>"
        "<tr><td colspan='9999999'>合计</td></tr>表外的字</table>"
    )
    table = reading.blocks[-1]
    assert isinstance(table, Table)
    assert table.head_rows == 1
    assert [[(c.columns, c.rows, len(c.blocks)) for c in row] for row in table.rows] == [
        [(1, 1, 1), (1, 1, 1)],
        [(1, 2, 1), (1, 1, 1)],
        [(1, 1, 2)],
        [(1000, 1, 1)],
    ]
    assert "表外的字" in lines_of(reading)
    assert unaccounted(reading) == []


@pytest.mark.parametrize(
    ("given", "marks"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.", "2."]),
        ("<ol start=3 type=a><li>甲</li><li value=9>乙</li></ol>", ["c.", "i."]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", ["一、", "二、"]),
        ("<ol type=I><li>甲<li>乙</ol>", ["I.", "II."]),
        ("<ul><li>甲<li>乙</ul>", ["", ""]),
        ("<ol style='list-style:none'><li>甲<li>乙</ol>", ["", ""]),
    ],
)
def test_numbers_of_lists(given: str, marks: list[str]) -> None:
    """The number that a browser makes is the paragraph's mark, not its text."""
    paragraphs = article(given).blocks[1:]
    assert [each.text.text for each in paragraphs if isinstance(each, Paragraph)] == ["甲", "乙"]
    assert [each.mark for each in paragraphs if isinstance(each, Paragraph)] == marks


def test_breaks_and_blanks() -> None:
    """One break in a paragraph is a soft return; with an indent, or two, it parts paragraphs."""
    reading = article("<p>甲<br>乙</p><p>丙<br>&nbsp;&nbsp;丁<br><br>戊\n己 a\n b</p>")
    assert lines_of(reading)[1:] == ["甲\n乙", "丙", "丁", "戊己 a b"]


def test_looks_and_links() -> None:
    """Emphasis, alignment and links are spans and looks; scripts are no links."""
    reading = article(
        "<p style='text-align:center'><b>甲</b>乙丙丁戊</p>"
        "<p>见<a href='https://www.example.gov.cn/1.doc'>附件</a><a href='javascript:x()'>二</a></p>"
    )
    first, second = reading.blocks[1:]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.look.aligned, first.spans[0].look.bold) == ("center", True)
    assert [span.link for span in second.spans] == ["https://www.example.gov.cn/1.doc"]


def test_pictures_and_frames() -> None:
    """A picture in the page is taken, one elsewhere is named; a frame is told, none is fetched."""
    reading = article(
        "<img src='/img/a.png?x=1'><img src='data:image/png;base64,iVBORw0KGgo='>"
        "<iframe src='http://127.0.0.1:9/x'></iframe>"
    )
    pictures = [each for each in reading.blocks if isinstance(each, Picture)]
    assert [(each.suffix, each.data[:4]) for each in pictures] == [(".png", b"\x89PNG")]
    assert codes_of(reading) == ["import.file.picture_absent", "import.file.frame"]
    with pytest.raises(ImportRefusedError, match="frames"):
        read("<html><frameset><frame src='a.html'><frame src='b.html'></frameset></html>")


def test_revisions() -> None:
    """Of del and ins the one that was asked for goes on, the other is told."""
    page = "<p>现予公布，共<del>2.35</del><ins>3.25</ins>万元。</p>".encode()
    final = read_page(page, ReadOptions())
    original = read_page(page, ReadOptions(revisions=Revisions.ORIGINAL))
    assert lines_of(final) == ["现予公布，共3.25万元。"]
    assert lines_of(original) == ["现予公布，共2.35万元。"]
    assert codes_of(final) == ["import.file.revision"]


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "</tr>",
                "</table>",
                "<b>",
                "</b>",
                "<ol>",
                "<li>",
                "</ol>",
                "<br>",
                "<!--",
                "-->",
                "<!",
                "<script>",
                "</script>",
                "<span",
                "style='display:none'>",
                "</span>",
                "<h1>",
                "</h1>",
                "<a",
                "href=x>",
                "</a>",
                "&nbsp;",
                "&#x2f00;",
                "通报，公布。",
                "来源：某局",
                "打印",
                "一、",
                "<",
                "&lt;",
                ">",
                "<img",
                "src=a>",
                "<title>",
                "</title>",
                "<del>",
                "<iframe>",
                "</iframe>",
                "<td",
                "rowspan=2>",
                "首页>",
                "\u200b",
            ]
        ),
        max_size=40,
    )
)
def test_nothing_is_lost(parts: list[str]) -> None:
    """However tags are nested, every character of text is kept or told."""
    with contextlib.suppress(ImportRefusedError):  # text in another file
        reading = read("".join(parts))
        assert unaccounted(reading) == []


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10_000 + "深",
        "<table><tr><td>" * 3_000 + "深",
        "<!--" * 10_000,
        "<a b='" * 10_000,
        "</p" * 10_000,
        "<p " + "a=b " * 10_000 + ">",
        "&#x" * 10_000,
        "<p>通报，公布。" * 3_000,
        "<b><p>" * 5_000,
        "</div>" * 10_000,
        "<li>甲" * 5_000,
        " <br>" * 10_000,
        "<![endif]" * 10_000,
    ],
    ids=range(13),
)
def test_hostile_pages_end(page: str) -> None:
    """Deep nesting and broken markup take no recursion and no more than linear time."""
    assert unaccounted(read(page)) == []


def test_a_page_of_too_many_tags_is_refused() -> None:
    """Beyond any page there is an end, and it is said."""
    for page in ("<" * 400_000, "<div>" * 1_000_000, "<td>甲" * 30_000):
        with pytest.raises(ImportRefusedError, match="crowded"):
            read(page)


def test_particulars_that_follow_closely() -> None:
    """Labels without a blank before them, and a day of the text, hide neither source nor day."""
    prose = "<p>根据部署，2022年8月15日起开展巡察，现将整改进展情况予以公布。</p>" * 3
    head = "<html><meta name=PubDate content='2023-04-18'><body>"
    reading = read(f"{head}<h1>关于整改情况的通报</h1><div>{prose}</div>")
    assert lines_of(reading)[1] == "发布时间：2023-04-18"
    line = (
        "<p><span>发布日期：2023-04-18</span><span>来源：某局</span><span>字号：大 中 小</span></p>"
    )
    reading = read(f"{head}<h1>关于整改情况的通报</h1>{line}<div>{prose}</div>")
    assert lines_of(reading)[1] == "发布日期：2023-04-18\u3000来源：某局"
    assert unaccounted(reading) == []
