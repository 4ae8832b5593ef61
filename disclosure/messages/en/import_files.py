"""English: importing: kinds of files, and why one is refused."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.file.folded": "“{char}” ({point}) is a radical or compatibility character, which looks the same and is never found; it was changed to “{plain}”",
        "import.file.unseen": "a character that nobody sees ({point}) was taken out",
        "import.file.private": "“{char}” ({point}) is of private use and unreadable elsewhere; look at the original and use a standard character",
        "import.file.lost": "a character was lost already in the file and shows as “{char}”; look at the original and put it in",
        "import.file.radical": "“{char}” ({point}) is a radical and no character; look at the original for what it should be",
    }
)
