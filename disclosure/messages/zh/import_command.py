"""Chinese: importing: the command, its account of characters, and updates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.account.all": "原文 {total} 字，全部有着落",
        "import.account.lost": "原文 {total} 字，有 {lost} 字没有着落",
        "import.at": "（{place}）",
        "import.bracket_alone": "括号不成对，没有改：{text}",
        "import.confirm": "请核对：{reason}",
        "import.counts": "{conclusion}：{parts}",
        "import.dropped": "{sentence}（原文：{text}）",
        "import.full_width": "标点“{old}”改为“{new}”",
        "import.line": "第{line}行 {word}",
        "import.places": "{count} 处：{places}",
        "import.places_first": "{count} 处，前几处在{places}",
        "import.proof.differs": "草稿印出的文字与原文有 {count} 处不同",
        "import.proof.less": "“{before}”之后：没有印出“{file}”",
        "import.proof.more": "“{before}”之后：多印了“{printed}”",
        "import.proof.other": "“{before}”之后：原文“{file}”，印成“{printed}”",
        "import.proof.same": "草稿印出的文字与原文逐字相同（下列改动除外）",
        "import.quote_alone": "引号不成对，没有改：{text}",
        "import.title.changes": "改写和去掉的文字：",
        "import.title.confirm": "请核对：",
        "import.title.lost": "没有着落的文字：",
        "import.way.dropped": "去掉",
        "import.way.kept": "照录",
        "import.way.lost": "没有着落",
        "import.way.normalised": "改写",
        "import.way.said": "由程序印出",
        "import.way.worked_out": "写成数据",
    }
)
