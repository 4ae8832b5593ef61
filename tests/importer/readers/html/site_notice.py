"""A made-up notice, and what a page that shows it is checked for."""

from dataclasses import dataclass, field
from typing import Final

TITLE: Final = "中共清溪县林业局委员会关于县委巡察整改进展情况的通报"
LEDGER: Final = (
    ("序号", "问题", "完成时限"),
    ("1", "理论学习不深入", "2024年2月底前"),
    ("2", "台账不健全", "2024年3月底前"),
)
ATTACHMENT: Final = "附件：1.巡察整改台账"
TEXT: Final = (
    "按照县委统一安排，县委第三巡察组对局党委进行了巡察。根据有关规定，现将整改进展情况予以公布。",
    "一、履行主体责任情况",
    "局党委召开专题会议3次，研究整改方案。",
    "二、问题整改情况",
    "（一）理论学习不深入",
    "整改情况：一是修订学习制度；二是开展集中学习8次。",
    "（二）台账不健全",
    "整改情况：补建台账12本，已完成整改。",
)
LAST: Final = (
    "联系电话：0552-6000001；通信地址：清溪县人民路8号",
    "中共清溪县林业局委员会",
    "2024年3月15日",
)
# Words of what sites put around a notice; none of them is in it.
AROUND: Final = [
    "首页",
    "打印",
    "关闭",
    "分享",
    "扫一扫",
    "上一篇",
    "下一篇",
    "相关",
    "主办单位",
    "ICP备",
    "网站标识码",
    "浏览次数",
    "字体",
    "字号：大",
    "主动公开",
    "某镇",
    "责任编辑",
    "版权所有",
    "当前位置",
    "收藏",
    "政务公开",
    "分类",
    "热点",
    "声明",
    "导航",
    "无障碍",
    "微信",
    "阅读",
    "12345",
]


@dataclass(frozen=True)
class Page:
    """A saved page.

    Attributes:
        html: as the site sends it.
        facts: keys of the draft with what the page says of them.
        ledger: whether the notice has its table on this page.
        attached: whether the notice names its attachment in its text.
        files: names of files that the page offers beside the text.
        encoding: of the bytes.
        above: lines of the notice between its title and its text.

    """

    html: str
    facts: dict[str, str] = field(default_factory=dict)
    ledger: bool = False
    attached: bool = False
    files: tuple[str, ...] = ()
    encoding: str = "utf-8"
    above: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of the notice behind its title, cells of the ledger a line each."""
        cells = [cell for row in LEDGER for cell in row] if self.ledger else []
        attached = [ATTACHMENT] if self.attached else []
        return [*TEXT, *cells, *attached, *LAST, *self.files]


def paragraphs(
    before: str = "<p>　　", behind: str = "</p>\n", *, ledger: str = "", attached: str = ""
) -> str:
    """Return the text, each paragraph between two strings."""
    parts = [f"{before}{each}{behind}" for each in TEXT]
    return "".join([*parts, ledger, attached, *(f"{before}{each}{behind}" for each in LAST)])


def table(attributes: str = "border=1", cell: str = "td", inner: str = "{}") -> str:
    """Return the ledger as a table of the page."""
    rows = "".join(
        "<tr>" + "".join(f"<{cell}>{inner.format(text)}</{cell}>" for text in row) + "</tr>"
        for row in LEDGER
    )
    return f"<table {attributes}>{rows}</table>"
