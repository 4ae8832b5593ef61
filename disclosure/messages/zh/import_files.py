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
    }
)
