"""English: importing: what was found in the text, and guesses to confirm."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.guess.body.answer": "the source has no label here, so this text was taken for what was done; write it as body if it is not",
        "import.guess.body.head": "the table names no head, so its first row was taken for one; change it if it is none",
        "import.guess.body.kind": "there are not as many categories or aspects as the text states, so the nearest level was taken; please check",
        "import.guess.body.no_problem": "the count of problems in the text leaves this one out, hence kind: 无; delete the line if it is a problem",
        "import.guess.body.picture_alt": "the picture has no words of its own; say what can be seen in it, for those who cannot see it",
        "import.guess.body.picture_kind": "the picture is of the kind {suffix}, which pages do not take; save it as PNG or JPEG in the notice's folder",
        "import.guess.body.problem": "nothing is said of what was done; by the count in the text this is a problem, please check",
        "import.guess.body.row_heads": "there is no head that could be used, so the first column was taken for the heads of the rows; please check",
    }
)
