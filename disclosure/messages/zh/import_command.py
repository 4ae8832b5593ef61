"""Chinese: importing: the command, its account of characters, and updates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.bracket_alone": "括号不成对，没有改：{text}",
        "import.confirm": "请核对：{reason}",
        "import.full_width": "标点“{old}”改为“{new}”",
        "import.quote_alone": "引号不成对，没有改：{text}",
    }
)
