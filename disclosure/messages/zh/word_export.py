"""Chinese: exporting a notice as a Word file.

Apart: what else leaves the house, ``handover`` says.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.docx": "Word 文件，公文格式，序号自动编排；不用先定版，写了版本号就用那一版，不写通报名是全部",
        "cli.docx_fonts": "Word 文件用哪一套字体：gb2312 是仿宋_GB2312、楷体_GB2312 等（缺省），gbk 是方正仿宋_GBK 等",
        "docx.done": "已导出：{path}",
        "docx.unreadable": "有通报读不出来，没有导出 Word 文件；请先改正上面列出的错误",
    }
)
