"""Chinese: importing: kinds of files, and why one is refused."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.file.folded": "“{char}”（{point}）是部首或兼容字符，看着相同、搜不到，已改为“{plain}”",
        "import.file.unseen": "有一个看不见的字符（{point}），已去掉",
        "import.file.private": "“{char}”（{point}）是自造字，换一台电脑就认不出，请核对并改用标准汉字",
        "import.file.lost": "有一个字在原文件里已经丢失，显示为“{char}”，请对照原件补上",
        "import.file.radical": "“{char}”（{point}）是部首，不是汉字，请核对应是什么字",
        "import.file.empty": "文件是空的，没有可导入的内容；请核对是不是选错了文件",
        "import.file.large": "文件有 {size} MB，超过了 {limit} MB 的上限，不像是一份通报；请另存一份只含通报文字的文件再导入",
        "import.file.encrypted": "文件有打开密码，读不了；请先用 Word 或 WPS 打开，去掉密码后另存再导入",
        "import.file.sheet": "这是电子表格，不是通报正文；整改台账请用 import --ledger 导入，通报正文请用 .docx 文件",
        "import.file.slides": "这是演示文稿，不能导入；请把通报正文另存为 .docx 再导入",
        "import.file.ofd": "这是 OFD 版式文件，不能导入；请用定稿的 .docx 文件，或转换为带文字的 PDF 再导入",
        "import.file.picture": "这是图片，里面没有文字可取；请用定稿的 .docx 文件导入",
        "import.file.packed": "这是压缩包；请先解压，再导入其中的文件",
        "import.file.mhtml": "这是“单个文件”形式的网页；请在浏览器里另存为“网页，仅 HTML”再导入",
        "import.file.xml": "这是 XML 文件，不能导入；请用 Word 或 WPS 打开，另存为 .docx 再导入",
        "import.file.other_text": "这不是通报正文的文件；可以导入 .docx、.doc、.wps、.pdf、.html、.md、.txt",
        "import.file.unknown": "认不出这是什么文件；可以导入 .docx、.doc、.wps、.pdf、.html、.md、.txt，请用 Word 或 WPS 另存为 .docx 再导入",
        "import.file.no_text": "文件里没有文字，没有可导入的内容；请核对是不是选错了文件",
        "import.file.other_kind": "文件名是 {name}，内容却是 {kind}，已按内容读取；请核对是不是选错了文件",
        "import.file.undecodable": "第 {line} 行有乱码（第 {byte} 字节不合 {encoding} 编码）；请用记事本打开，另存为 UTF-8 编码再导入",
        "import.file.big5": "文件是 Big5 编码的繁体文字，已按此读取；请核对文字是否无误",
        "import.file.healed": "有 {count} 处断行是排版时加的，已接成整段；请核对段落",
        "import.file.markup": "“{text}”是排版记号，不是文字，已去掉",
        "import.file.furniture": "“{text}”是网站的栏目、按钮或页脚，不是通报，未导入",
        "import.file.hidden": "“{text}”在原文件里是隐藏的，未导入；请核对",
        "import.file.revision": "“{text}”是修订中未采用的文字，未导入",
        "import.file.ruby": "“{text}”是注音，未导入",
        "import.file.frame": "网页里嵌有另一个网页（{src}），其中的内容没有导入；请打开它，单独保存再导入",
        "import.file.frames": "网页的正文在另一个文件里（{src}）；请在浏览器里打开正文，单独保存再导入",
        "import.file.picture_absent": "这里有一幅图片（{src}）不在文件里，没有导入；需要时请另行加入",
        "import.file.title_of_head": "网页里没有显示标题，取自网页属性；请核对",
        "import.file.of_head": "“{label}”在网页上没有显示，取自网页属性；请核对",
        "import.file.old": "这台电脑上没有 LibreOffice，读不了 .{kind} 文件；请用 Word 或 WPS 打开，另存为 .docx 再导入",
        "import.file.old_slow": "LibreOffice 没有在限定时间内读完这个 .{kind} 文件；请用 Word 或 WPS 打开，另存为 .docx 再导入",
        "import.file.old_unread": "LibreOffice 读不了这个 .{kind} 文件；请用 Word 或 WPS 打开，另存为 .docx 再导入",
        "import.file.pdf_images": "这个 PDF 是扫描图片，里面没有文字；请用定稿的 .docx 文件导入",
        "import.file.pdf_broken": "这个 PDF 已经损坏，读不了；请重新导出，或用定稿的 .docx 文件导入",
        "import.file.pdf_slow": "这个 PDF 没有在限定的时间和内存里读完；请用定稿的 .docx 文件导入",
        "import.file.pdf_pages": "这个 PDF 有 {count} 页，超过了 {limit} 页的上限；请只导出通报的几页再导入",
        "import.file.page_number": "“{text}”是页码，未导入",
        "import.file.running_head": "“{text}”是每页重复的页眉或页脚，未导入",
        "import.file.page_without_text": "第 {page} 页没有文字，可能是图片；请对照原件",
        "import.file.pdf_picture": "第 {page} 页有图片，没有导入；需要时请另行加入",
        "import.file.pdf_table": "第 {page} 页有表格线，表格的文字按行导入；请对照原件整理",
    }
)
