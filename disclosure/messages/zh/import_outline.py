"""Chinese: importing: headings and their numbers."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.guess.title_by_blank": "空格前面的当作标题，后面的当作正文；请核对",
        "import.guess.title_by_colon": "冒号前面的当作标题，后面的当作正文；请核对",
        "import.guess.title_by_comma": "逗号前面的当作标题，后面的当作正文；请核对",
        "import.guess.title_long": "这一段没有单独的标题，把第一句当作标题；不是标题的请改成列表或正文",
        "import.guess.heading_in_list": "这一条以分号或逗号结尾，可能是列表里的一项，不是标题；请核对",
        "import.guess.heading_by_look": "没有序号，因为同样的样式或字体反复出现而当作标题；请核对",
        "import.guess.heading_within_line": "这个标题在原文里没有另起一行，因为序号正好接上而当作标题；请核对",
        "import.outline.missing": "“{mark}{title}”前面少了第{number}个；序号照原文保留，请核对是否漏了一条",
        "import.outline.skipped": "“{mark}{title}”前面少了第{first}至第{last}个；序号照原文保留，请核对是否漏了几条",
        "import.outline.repeated": "“{mark}{title}”的序号和前一个重复；序号照原文保留，请核对",
        "import.outline.restarted": "“{mark}{title}”的序号在第{previous}个之后又从头开始；序号照原文保留，请核对是否少了上一级标题",
        "import.outline.backwards": "“{mark}{title}”的序号比前一个（第{previous}个）小；序号照原文保留，请核对",
        "import.outline.twice": "“{mark}”既是打出来的，又有自动编号；只保留打出来的",
        "import.outline.contents": "目录里的“{text}”没有导入；正文里有同样的标题",
    }
)
