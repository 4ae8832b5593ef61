"""English: importing: the command, its account of characters, and updates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.bracket_alone": "a bracket without its pair, left as it is: {text}",
        "import.confirm": "please confirm: {reason}",
        "import.full_width": "mark {old} becomes {new}",
        "import.quote_alone": "a quotation mark without its pair, left as it is: {text}",
    }
)
