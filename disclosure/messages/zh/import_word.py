"""Chinese: importing: what a Word file holds besides its text."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # The file and its structure.
        "import.word.box": "文本框里的文字已读入，排在所在段落之前，请核对位置。",
        "import.word.circle": "Word 没有大于 20 的带圈序号，这里印的是普通数字“{mark}”。",
        "import.word.damaged": "文件不完整或已损坏，打不开。请用 Word 或 WPS 打开原文件另存一份，再导入新文件。",
        "import.word.empty": "文件是空的，没有任何内容。请确认选对了文件。",
        "import.word.encrypted": "文件设了打开密码。请用 Word 或 WPS 打开，取消密码后另存为 .docx，再导入。",
        "import.word.entities": "文件的“{part}”含有文档类型声明，Word 不会这样写，为安全起见没有读取。请用 Word 打开另存一份，再导入。",
        "import.word.file_within": "这里嵌入了另一个文件，里面的文字没有读入。请打开核对，需要的内容请复制到正文里。",
        "import.word.html": "文件名是 .docx，内容却是网页。请用 Word 打开后另存为 .docx，或改名为 .html 再导入。",
        "import.word.large": "文件太大，或解压后大得不正常，没有读取。请压缩图片、删去无关内容后另存一份，再导入。",
        "import.word.macros": "文件带有宏，没有读取。请用 Word 另存为不带宏的 .docx，再导入。",
        "import.word.merged_text": "合并单元格下面被盖住的格子里还有文字，Word 不显示，已并入上面的格子，请核对。",
        "import.word.nested": "文件的“{part}”层层嵌套或元素过多，远超一般公文，没有读取。请用 Word 打开另存一份，再导入。",
        "import.word.no_text_part": "文件里没有 Word 正文。请确认这是 Word 文档，用 Word 打开另存为 .docx，再导入。",
        "import.word.no_word_file": "文件不是 Word 文档。请确认选对了文件，用 Word 或 WPS 打开另存为 .docx，再导入。",
        "import.word.number_differs": "Word 自动编号是“{mark}”，正文里又手工写了“{typed}”，保留手工写的，请核对。",
        "import.word.number_made": "序号“{mark}”由 Word 自动编号生成，已照 Word 显示的样子写出。",
        "import.word.number_twice": "序号“{typed}”既有自动编号又有手工书写，只留一个。",
        "import.word.old_doc": "文件名是 .docx，内容却是旧版 Word 文档（.doc）。请用 Word 或 WPS 打开后另存为 .docx，再导入。",
        "import.word.part_damaged": "文件里的“{part}”已损坏，读不出来。请用 Word 或 WPS 打开原文件另存一份，再导入。",
        "import.word.part_name": "文件里有不正常的路径“{part}”，为安全起见没有读取。请用 Word 打开另存一份，再导入。",
        "import.word.part_twice": "文件里“{part}”出现两次，无法判断以哪个为准。请用 Word 打开另存一份，再导入。",
        "import.word.pdf": "文件名是 .docx，内容却是 PDF。请改名为 .pdf 再导入，或导入原来的 Word 文档。",
        "import.word.picture_outside": "这里的图片不在文件里（{target}），没有读取。需要的话请把图片插入文档后重新导入。",
        "import.word.red_head": "红头“{text}”是版头，不属于正文，没有放入草稿。",
        "import.word.remote": "文件引用了外部内容（{kind}：{target}），没有访问，也没有读取。",
        "import.word.repeated_head": "这一行重复了表头，只保留最前面的一份。",
        "import.word.row_hidden": "表格的这一行设为隐藏，没有放入草稿，请核对是否应当公开。",
        "import.word.rtf": "文件名是 .docx，内容却是 RTF。请用 Word 或 WPS 打开后另存为 .docx，再导入。",
        "import.word.sheet": "这是电子表格，不是 Word 文档。整改台账请用台账导入命令；正文请导入 Word 文档。",
        "import.word.slides": "这是演示文稿，不是 Word 文档。请把正文放进 Word 文档，再导入。",
        "import.word.table_joined": "被分页或分节断开的 {count} 个表格已合成一个，请核对。",
        "import.word.unknown": "这里有 Word 正文之外的内容（{name}），其中的文字没有放入草稿，请核对。",
        # What stands inside a paragraph.
    }
)
