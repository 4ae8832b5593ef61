"""Chinese: editing a notice where it is read.

Apart: only what edits says them, and no command does.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "edit.absent": "没有名为 {slug} 的通报；请刷新页面再试",
        "edit.layout": "这里的写法特殊，不能在页面上改，没有写入；请用文本编辑器改这一处",
        "edit.character": "文字里有看不见的控制字符 {point}，没有写入；请删去它再保存",
        "edit.split": "光标在文字的开头或末尾，没有可以分开的两部分；请把光标放在要分开的地方",
        "edit.busy": "另一处正在保存这份通报，没有写入；请稍后再试",
    }
)
