"""Tables that only place things are told from those of the article, and from labels and values."""

import pytest

from disclosure.importer.readers.html.layout import Use, uses_of
from disclosure.importer.readers.html.nodes import tree_of

_LONG = "<p>通报如下，请监督。</p>" * 5


@pytest.mark.parametrize(
    ("table", "use"),
    [
        (f"<tr><td>{_LONG}</td></tr>", Use.LAYOUT),
        (f"<tr><td>标题</td></tr><tr><td>{_LONG}</td></tr>", Use.LAYOUT),
        (f"<tr><td><a href=1>甲</a></td><td>{_LONG}</td></tr>", Use.LAYOUT),
        (f"<tr><td>甲</td><td>乙</td></tr><tr><td colspan=2>{_LONG}</td></tr>", Use.LAYOUT),
        ("<tr><td><h1>通报</h1></td><td>甲</td></tr>", Use.LAYOUT),
        ("<tr><td><table><tr><td>1<td>2</table></td><td>甲</td></tr>", Use.LAYOUT),
        ("<tr><td><a href=1>甲</a></td><td><a href=2>乙</a></td></tr>", Use.LAYOUT),
        ("", Use.LAYOUT),
        ("<tr><td>序号</td><td>问题</td></tr><tr><td>1</td><td>甲</td></tr>", Use.DATA),
        (f"<tr><td>问题</td><td>整改</td></tr><tr><td>甲</td><td>{_LONG}</td></tr>", Use.DATA),
        (f"<tr><th>问题</th><th>整改</th></tr><tr><td>甲</td><td>{_LONG}</td></tr>", Use.DATA),
        (
            "<tr><td>序号</td><td>文号</td><td>发布日期</td></tr>" + "<tr><td>1<td>2<td>3</tr>" * 3,
            Use.DATA,
        ),
        ("<tr><td>索引号</td><td>1</td><td>文号</td><td>2</td></tr>", Use.PARTICULARS),
        ("<tr><th>索引号</th><td>1</td></tr><tr><th>标题</th><td>通报</td></tr>", Use.PARTICULARS),
        ("<tr><td>索引号：1</td><td>发布日期：2</td></tr>", Use.PARTICULARS),
        ("<tr><td>索引号</td><td>文号</td></tr><tr><td>1</td><td>2</td></tr>", Use.PARTICULARS),
    ],
    ids=range(16),
)
def test_uses(table: str, use: Use) -> None:
    """A table is told by its cells, whatever its borders and widths."""
    page = tree_of(f"<table width=100% border=0>{table}</table>")
    assert next(iter(uses_of(page).values())) is use
