"""Chinese: importing: what was found in the text, and guesses to confirm."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.ends.counter": "“{text}”是网站的计数，不是通报的文字，没有导入",
        "import.ends.day": "“{text}”印作“{written}”",
        "import.ends.empty_label": "“{text}”后面没有内容，没有导入",
        "import.ends.furniture": "“{text}”是网页上的操作、导航或页脚，不是通报的文字，没有导入",
        "import.ends.letterhead": "“{text}”是红头，没有导入",
        "import.ends.picture": "“{alt}”一图不能放在导语或文末，没有导入",
        "import.ends.registry": "“{text}”是版记（公开方式、抄送、印发），没有导入",
        "import.guess.ends.bare_source": "题目下面没有标签，当作来源",
        "import.guess.ends.declared": "文中声明的数目，取自开头几段",
        "import.guess.ends.genre": "标题像是“{genre}”，如果是，请加一行 genre: {genre}",
        "import.guess.ends.issuer_by": "发布单位取自“发布机构”一项",
        "import.guess.ends.issuer_missing": "文中没有找到发布单位，请填写",
        "import.guess.ends.issuer_signature": "发布单位取自落款",
        "import.guess.ends.issuer_source": "发布单位取自来源",
        "import.guess.ends.issuer_title": "发布单位取自标题",
        "import.guess.ends.metric": "正文里的数字，名称取自数字前后的文字，名称、单位和时段要核对",
        "import.guess.ends.published_below": "没有写发布日期，取题目下面的日期{day}",
        "import.guess.ends.published_posting": "没有写发布日期，取公示期的第一天{day}",
        "import.guess.ends.published_signature": "没有写发布日期，取落款的日期{day}",
        "import.guess.ends.table_rows": "开头有表格，这里逐行写成了文字",
        "import.guess.ends.title": "文中没有找到标题，请填写",
        "import.guess.ends.title_unusual": "标题末尾不是常见的文种，可能不完整",
        "import.guess.ends.unit_issuer": "被巡察单位开头写的是简称，这里用发布单位的名称",
        "import.guess.ends.unit_lead": "被巡察单位取自导语",
        "import.guess.ends.year_carried": "有的日期没有写年份，年份是按先后推算的",
        "import.guess.body.answer": "原文没有标签，这一段当作整改内容；不是整改内容的，请改写成 body",
        "import.guess.body.head": "原表没有标明表头，把第一行当作表头；不是表头的请改",
        "import.guess.body.kind": "大类、方面的个数和文中写明的不同，按最接近的一级标出",
        "import.guess.body.no_problem": "文中写明的问题个数不含这一处，所以写了 kind: 无；算作问题的请删去这一行",
        "import.guess.body.picture_alt": "图片没有说明文字；请写出图里看得见的内容，读给看不见图的人听",
        "import.guess.body.picture_kind": "原图是 {suffix} 格式，网页用不了；请另存为 PNG 或 JPEG，放到同名文件夹里",
        "import.guess.body.problem": "没有写整改内容；按文中写明的问题个数，这里算作一个问题",
        "import.guess.body.row_heads": "没有可用的表头，把第一列当作各行的标题",
        "import.guess.body.shared": "前面几条都没有单独的整改内容，这里当作几条共同的整改内容；只属于最后一条的，请移回去",
        "import.guess.body.table": "表里逐行写着整改措施等项，所以算作一个问题；不是问题的请删去这一行",
        "import.guess.body.titled": "下面的小标题是整改措施、整改成效一类，所以这里算作一个问题，各小标题不另算",
    }
)
