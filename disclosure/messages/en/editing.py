"""English: editing a notice where it is read.

Apart: only what edits says them, and no command does.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "edit.absent": "there is no notice called {slug}; reload the page and try again",
        "edit.layout": "this is written in an uncommon way and cannot be changed on the page; nothing was written; change it in a text editor",
        "edit.character": "the text holds an invisible control character {point}; nothing was written; delete it and save again",
        "edit.split": "there is nothing to split at the beginning or end of a text; put the cursor where it is to be split",
        "edit.busy": "this notice is being saved elsewhere; nothing was written; try again in a moment",
    }
)
