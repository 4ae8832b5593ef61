"""Chinese: importing: what was found in the text, and guesses to confirm."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.guess.body.answer": "原文没有标签，这一段当作整改内容；不是整改内容的，请改写成 body",
        "import.guess.body.head": "原表没有标明表头，把第一行当作表头；不是表头的请改",
        "import.guess.body.kind": "大类、方面的个数和文中写明的不同，按最接近的一级标出；请核对",
        "import.guess.body.no_problem": "文中写明的问题个数不含这一处，所以写了 kind: 无；算作问题的请删去这一行",
        "import.guess.body.picture_alt": "图片没有说明文字；请写出图里看得见的内容，读给看不见图的人听",
        "import.guess.body.picture_kind": "原图是 {suffix} 格式，网页用不了；请另存为 PNG 或 JPEG，放到同名文件夹里",
        "import.guess.body.problem": "没有写整改内容；按文中写明的问题个数，这里算作一个问题，请核对",
        "import.guess.body.row_heads": "没有可用的表头，把第一列当作各行的标题；请核对",
    }
)
