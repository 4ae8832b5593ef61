"""Chinese: importing: the command, its account of characters, and updates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.confirm_public": "导入：文件里有密级、内部资料、征求意见稿等字样，已核实可以公开",
        "cli.import": "从 Word 等文件导入成一篇通报的草稿，列明每个字的去处：import 文件",
        "cli.import_options": "import 的选项（--to 写草稿的文件名，--report 写导入报告的文件名）",
        "cli.punctuation": "导入时的标点：full 把中文里的半角标点改为全角（缺省），keep 不改",
        "cli.revisions": "有修订痕迹的文件取哪一稿：final 接受修订后（缺省），original 修订前；每处修订都会列出",
        "import.absent": "没有找到文件 {path}；请核对文件名和所在的文件夹",
        "import.account.all": "原文 {total} 字，全部有着落",
        "import.account.lost": "原文 {total} 字，有 {lost} 字没有着落",
        "import.at": "（{place}）",
        "import.bracket_alone": "括号不成对，没有改：{text}",
        "import.comment_open": "原文件里的批注还没有处理：{text}；处理后请删去这一行",
        "import.confirm": "请核对：{reason}",
        "import.count_of_nothing": "文中说有 {stated} 个{label}，正文没有逐个列出，没有写入 declared",
        "import.counts": "{conclusion}：{parts}",
        "import.dropped": "{sentence}（原文：{text}）",
        "import.exists": "{path} 已经有了，没有覆盖；请用 --to 换一个文件名",
        "import.full_width": "标点 {old} 改为 {new}",
        "import.large": "文件太大，超过 {limit} MB，没有读取；请删去无关的图片后另存一份再导入",
        "import.line": "第{line}行 {word}",
        "import.no_file": "{path} 不是文件，没有读取；请写一个文件的名称",
        "import.places": "{count} 处：{places}",
        "import.places_first": "{count} 处，前几处在{places}",
        "import.private": "没有放入草稿的文字（隐藏文字、批注等）里有需要注意的内容，转发原文件前请删去：",
        "import.proof.differs": "草稿印出的文字与原文有 {count} 处不同",
        "import.proof.less": "“{before}”之后：没有印出“{file}”",
        "import.proof.more": "“{before}”之后：多印了“{printed}”",
        "import.proof.none": "草稿还不能生成网页，没有与原文核对；请先改正下面的错误",
        "import.proof.other": "“{before}”之后：原文“{file}”，印成“{printed}”",
        "import.proof.same": "草稿印出的文字与原文逐字相同（下列改动除外）",
        "import.quote_alone": "引号不成对，没有改：{text}",
        "import.stopped": "没有写草稿，因为文件里有这样的字样：{why}。请核实能否公开；可以公开的，加 --confirm-public 重新导入",
        "import.title.changes": "改写和去掉的文字：",
        "import.title.confirm": "请核对：",
        "import.title.lost": "没有着落的文字：",
        "import.unreadable": "文件 {path} 读不出来（{reason}）；请核对后重试",
        "import.usage": "请写一个要导入的文件，如 python3 build.py import 通报.docx；写 - 从标准输入读取",
        "import.way.dropped": "去掉",
        "import.way.kept": "照录",
        "import.way.lost": "没有着落",
        "import.way.normalised": "改写",
        "import.way.said": "由程序印出",
        "import.way.worked_out": "写成数据",
        "import.written": "草稿已写到 {path}（图片 {pictures} 张）；请核对带“请核对”的各行，再运行 python3 build.py check {slug}",
        "import.written_faulty": "草稿已写到 {path}（图片 {pictures} 张），上面的错误改好后才能生成网页；改后运行 python3 build.py check {slug}",
    }
)
