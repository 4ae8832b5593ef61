"""Chinese: exporting, delivering and bundling."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.export": "导出：把定版的通报交给档案馆，或导出 Word 文件；可写 export 通报名 版本号，不写是全部",
        "cli.export_options": "导出和交付的选项，导出时从 --bag、--warc、--wacz、--docx 中选一项",
        "cli.bag": "移交档案馆的文件夹（BagIt），含源文件和审签记录",
        "cli.warc": "网页归档文件（WARC），只有公开的文件",
        "cli.wacz": "可直接回放的网页归档包（WACZ），只有公开的文件",
        "cli.to": "放到哪个文件夹，缺省是当前文件夹",
        "cli.bundle": "打包：把程序、内容和离线安装包打成一个压缩包，拷到没有网络的电脑上用",
        "cli.bundle_options": "打包的选项（也可用 --to）",
        "cli.extras": "带上哪些附加功能，用逗号分开，如 archive,sftp；缺省是本机装了的",
        "cli.platform": "给哪种电脑用，如 win_amd64；缺省与本机相同",
        "cli.python_version": "那台电脑的 Python 版本，如 3.12，可用逗号分开写几个；缺省与本机相同",
        "cli.zip": "交付时打成一个 zip 压缩包，缺省是文件夹",
        "cli.deliver": "交付：生成粘贴到网站后台、公众号和打印用的一套文件，写 deliver 通报名",
        "deliver.which": "请写明交付哪一份通报，如 deliver 2022-02-23-jxzszx",
        "deliver.unreadable": "{path} 有错误，读不出来，没有生成；请先改正上面列出的错误",
        "deliver.foreign": "{path} 已经有了，不是本程序生成的交付文件，没有覆盖；请移走它，或用 --to 换一个文件夹",
        "deliver.touched": "{path} 里的 {name} 与生成时不同，没有覆盖；请核对并移走，或用 --to 换一个文件夹",
        "deliver.errors": "注意：{path} 有 {count} 处错误没有改正或豁免，可用 check 查看；公开之前请先改正",
        "deliver.draft": "注意：{path} 还没有发布日期 published，是草稿；公开之前请补上日期，再审签",
        "deliver.unsigned": "注意：{path} 还没有审签完成，或者审签之后又改动过；公开之前请先用 sign 审签",
        "deliver.withdrawn": "注意：{path} 已由第 {number} 版撤回，不应再公开；要重新公开的，请先审签、定版",
        "deliver.changed": "注意：{path} 的文字与最近定版的第 {number} 版不同；公开之前请先用 seal 定版，或用 diff 查看",
        "deliver.no_pdf": "没有生成 notice.pdf，其他文件都已生成。",
        "pdf.unprintable": "有 {count} 个字在本机印不出来，或者会被认成别的字，位置见上；处理之后请再运行一次 deliver",
        "pdf.no_glyph": "本机的字体里没有“{character}”（{point}），在 PDF 里会印成方框；请安装收有它的字体，如思源宋体（Noto Serif CJK SC），或改用别的写法",
        "pdf.far_han": "本机的字体里没有“{character}”（{point}），在 PDF 里会印成方框；请安装收字多的字体，如花园明朝（HanaMinB）、天珩全字库（TH-Tshyn）、BabelStone Han",
        "pdf.private": "“{character}”（{point}）是自造字，只有装着同一套自造字的电脑才显示得出来；请换成国家标准里有的字，或请单位的电脑管理人员安装那套自造字的字体",
        "pdf.confused": "“{character}”（{point}）在本机的字体里与“{other}”（{other_point}）是同一个字形，复制、查找、朗读 PDF 时会变成“{other}”；请核对用的是哪一个字，全文用同一种写法",
        "deliver.done": "已生成 {count} 个文件，从 README.txt 看起：{path}",
        "export.which": "请写 export --bag、--warc、--wacz 或 --docx 中的一个，前面可写通报名和版本号，如 export 2022-02-23-jxzszx 1 --bag",
        "export.nothing": "还没有定过版，没有可以导出的；请先用 seal 定版",
        "export.no_notice": "{slug} 还没有定过版，没有可以导出的；定过版的有：{known}",
        "export.unsound": "归档有 {count} 处异常（第一处：{place}），不能导出；请先运行 verify 查看",
        "export.changed": "归档文件 {path} 在导出时被改动，没有导出；请运行 verify 查看",
        "export.name": "归档文件名 {path} 在别的系统上不能用或不安全，不能导出；请核对归档是从哪里来的",
        "export.same_name": "归档文件名 {path} 和 {other} 在别的系统上分不开，不能导出；请核对归档是从哪里来的",
        "export.time": "{path} 的归档时间“{time}”读不懂，不能导出；请核对归档是从哪里来的",
        "export.done": "已导出：{versions} 版，{path}",
        "bundle.downloading": "正在下载离线安装包……",
        "bundle.download": "下载不了 {name} 里的程序包：网络不通，或没有适合那台电脑的安装包；请核对网络、--platform 和 --python-version。详情见 {log}",
        "bundle.installed": "这个命令要从程序文件夹（里面有 build.py）里运行；请取得程序文件夹，在那里打包",
        "bundle.extra": "没有附加功能“{what}”；可写 {known}",
        "bundle.platform": "“{what}”不是电脑种类的写法；请写如 win_amd64 或 manylinux2014_aarch64",
        "bundle.python": "“{what}”不是能用的 Python 版本；请写 3.11 或更新的，如 3.12",
        "bundle.left_out": "没有打进去：{path}（不属于通报和程序，或者是密钥、指向别处的链接）",
        "bundle.done": "已打包：{path}",
        "bundle.readme": """公开通报生成器（离线使用）

一、先在这台电脑上装好 Python {python}（64位）。本压缩包适用的电脑：{platform}。
二、Windows：双击 start.bat。苹果电脑：双击 start.command。统信、麒麟等 Linux：打开终端，进入本文件夹，运行 sh start.sh。
三、第一次会自动准备运行环境，约一分钟，不用网络；然后生成网站，并在浏览器里打开预览。关闭窗口或按 Ctrl-C 停止。
四、生成的网站在 site 文件夹里。通报在 content 的 notices 文件夹里，写法见 README.zh-CN.md。
五、本压缩包带了安装包的附加功能：{extras}。要用时在命令行运行 python3 build.py setup 功能名称（Windows 写 py build.py setup 功能名称）。

本压缩包里有审签记录和归档，请不要放到网上。
""",
        "output.exists": "{path} 已经有了，没有覆盖；请移走它，或用 --to 换一个文件夹",
    }
)
