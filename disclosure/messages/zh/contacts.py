"""Chinese: contacts, their telephone numbers and mailboxes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "field.phone": "电话“{value}”不像电话号码；请写成 0563-2263070 的样子，多个号码分行列出",
        "field.phone_like": "电话“{value}”请写成“{mended}”：区号和号码之间一个短横，其余不空格；多个号码分行列出",
        "field.phone_beside": "电话“{value}”紧挨着字母或别的数字，看不出是不是号码；请隔开",
        "field.phone_area": "电话“{value}”的区号不对：没有以 {area} 开头的区号，只有 010、020 至 029 和以 03 至 09 开头的四位区号；请核对",
        "field.phone_count": "电话“{value}”的区号 {area} 后面有{count}位数字；固定电话是7位或8位，12388 这样的短号是5位，请核对是否多写或漏写",
        "field.phone_first": "电话“{value}”里的号码以 {digit} 开头；固定电话不以 0 或 1 开头，请核对区号和号码",
        "field.phone_digits": "电话“{value}”有{count}位数字；固定电话是7位或8位，前面加区号，手机号是11位，请核对是否多写或漏写",
        "field.phone_mobile": "“{value}”像手机号，有{count}位数字；手机号是11位，以 13 至 19 开头，请核对",
        "field.phone_free": "“{value}”有{count}位数字；400 和 800 电话是10位，请核对是否多写或漏写",
        "field.phone_several": "“{value}”里不止一个号码；请一个一个列出，如 phone: [0563-2263070, 0563-2263071]，要照原文印的写在 lines 里",
        "field.phone_words": "“{value}”除号码外还有别的文字；请只写“{number}”，要照原文印的写在 lines 里",
        "field.email": "电子邮箱“{value}”不对；请写成 name@example.com 的样子",
        "contact.unreachable": "联系方式里电话、邮箱、地址一个都没有；请至少写一个",
        "contact.line": "联系方式的一行，label 之外只写一项，这里写了 {keys}；请分成几行，或都写进一项里",
        "contact.line_label": "“{label}”是要印出来的标签；这一行请写成 {{label: {label}, {key}: {value}}}",
        "contact.line_empty": "这一行只有标签；请再写一项：phone（电话）、fax（传真）、email（邮箱）、address（地址）或 text（其他内容）",
        "contact.mixed": "已用 lines 照原文逐行写联系方式，{key} 也请移到 lines 里",
        "contact.unreachable_lines": "lines 里没有电话、邮箱或地址；请至少有一行用 phone、email 或 address 写，只有文字的写在 closing 里",
    }
)
