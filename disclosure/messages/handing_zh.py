"""Chinese: exporting and delivering."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.export": "导出：把定版的通报交给档案馆；可写 export 通报名 版本号，不写是全部",
        "cli.export_options": "导出和交付的选项，导出时前三项选一项",
        "cli.bag": "移交档案馆的文件夹（BagIt），含源文件和审签记录",
        "cli.warc": "网页归档文件（WARC），只有公开的文件",
        "cli.wacz": "可直接回放的网页归档包（WACZ），只有公开的文件",
        "cli.to": "放到哪个文件夹，缺省是当前文件夹",
        "cli.zip": "交付时打成一个 zip 压缩包，缺省是文件夹",
        "cli.deliver": "交付：生成粘贴到网站后台、公众号和打印用的一套文件，写 deliver 通报名",
        "deliver.which": "请写明交付哪一份通报，如 deliver 2022-02-23-jxzszx",
        "deliver.unreadable": "{path} 有错误，读不出来，没有生成；请先改正上面列出的错误",
        "deliver.foreign": "{path} 已经有了，不是本程序生成的交付文件，没有覆盖；请移走它，或用 --to 换一个文件夹",
        "deliver.touched": "{path} 里的 {name} 与生成时不同，没有覆盖；请核对并移走，或用 --to 换一个文件夹",
        "deliver.errors": "注意：{path} 有 {count} 处错误没有改正或豁免，可用 check 查看；公开之前请先改正",
        "deliver.unsigned": "注意：{path} 还没有审签完成，或者审签之后又改动过；公开之前请先用 sign 审签",
        "deliver.changed": "注意：{path} 的文字与最近定版的第 {number} 版不同；公开之前请先用 seal 定版，或用 diff 查看",
        "deliver.no_pdf": "没有生成 notice.pdf，其他文件都已生成。",
        "deliver.done": "已生成 {count} 个文件，从 README.txt 看起：{path}",
        "export.which": "请写 export --bag、--warc 或 --wacz 中的一个，前面可写通报名和版本号，如 export 2022-02-23-jxzszx 1 --bag",
        "export.nothing": "还没有定过版，没有可以导出的；请先用 seal 定版",
        "export.no_notice": "{slug} 还没有定过版，没有可以导出的；定过版的有：{known}",
        "export.unsound": "归档有 {count} 处异常（第一处：{place}），不能导出；请先运行 verify 查看",
        "export.changed": "归档文件 {path} 在导出时被改动，没有导出；请运行 verify 查看",
        "export.name": "归档文件名 {path} 在别的系统上不能用或不安全，不能导出；请核对归档是从哪里来的",
        "export.same_name": "归档文件名 {path} 和 {other} 在别的系统上分不开，不能导出；请核对归档是从哪里来的",
        "export.time": "{path} 的归档时间“{time}”读不懂，不能导出；请核对归档是从哪里来的",
        "export.done": "已导出：{versions} 版，{path}",
        "output.exists": "{path} 已经有了，没有覆盖；请移走它，或用 --to 换一个文件夹",
    }
)
