"""Chinese: importing: the command, its account of characters, and updates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.confirm": "请核对：{reason}",
    }
)
