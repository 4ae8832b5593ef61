"""A Markdown file gives headings, tables and emphasis; its signs are dropped and told."""

from hypothesis import given
from hypothesis import strategies as st

from disclosure.importer.readers.markdown_text import read_markdown
from disclosure.importer.reading import Paragraph, Table
from tests.importer.readers.accounting import codes_of, lines_of, unaccounted

TEXT = """\
---
layout: post
---
# 关于巡察整改进展情况的通报 #

来源：某县纪委
一、提高**政治站位**
1. 制定方案
- 一是学习
> 引用的话
标题二
------
见[附件](https://www.example.gov.cn/1.docx)和![图](a.png)
5*3 与 a_b 不是记号，\\*号也不是

| 序号 | 问题 |
| --- | :-: |
| 1 | 学习**不够** |
| 2 |  |

***
"""


def test_each_construct() -> None:
    """Each becomes what it is; numbers that are typed stay in the text."""
    reading = read_markdown(TEXT.encode())
    paragraphs = [each for each in reading.blocks if isinstance(each, Paragraph)]
    assert [each.text.text for each in paragraphs] == [
        "关于巡察整改进展情况的通报",
        "来源：某县纪委",
        "一、提高政治站位",
        "1. 制定方案",
        "一是学习",
        "引用的话",
        "标题二",
        "见附件和",
        "5*3 与 a_b 不是记号，*号也不是",
    ]
    assert [each.look.level for each in paragraphs] == [1, 0, 0, 0, 0, 0, 2, 0, 0]
    bold = paragraphs[2].spans[0]
    assert (bold.start, bold.end, bold.look.bold) == (4, 8, True)
    assert paragraphs[7].spans[0].link == "https://www.example.gov.cn/1.docx"
    assert "import.file.picture_absent" in codes_of(reading)
    assert unaccounted(reading) == []


def test_a_table() -> None:
    """Bars and dividers make a table with one row of heads; an empty cell stays one."""
    table = read_markdown(TEXT.encode()).blocks[-1]
    assert isinstance(table, Table)
    assert table.head_rows == 1
    assert [[len(cell.blocks) for cell in row] for row in table.rows] == [[1, 1], [1, 1], [1, 0]]


def test_code_is_text() -> None:
    """Within a fence no sign is a sign."""
    assert lines_of(read_markdown(b"```\n# a **b**\n```\n")) == ["# a **b**"]


@given(st.text(st.sampled_from("甲一、1.*_#|-`~[](<br>)!\\\n >=："), max_size=120))
def test_nothing_is_lost(text: str) -> None:
    """Whatever signs in whatever order, every character is kept or told."""
    if text.strip():
        assert unaccounted(read_markdown(text.encode())) == []
