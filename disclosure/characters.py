"""Characters that do not show themselves: the one place that says which they are.

``REFUSED`` may stand in no file of ours: they act on a terminal or change the order in which
a reader sees the others (Unicode TR 36, CVE-2021-42574). ``HIDDEN`` are the others that
nobody sees; word processors leave them, so that a rule tells them and can take them out.
``PRIVATE`` show on one machine and not on the next. A test goes through all of Unicode.

Each is the inside of a character class, for patterns that are made where they are needed.
"""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category

# Cc but Tab and line ends, U+2028 and U+2029 (line ends to YAML and to no editor), surrogates,
# noncharacters, the byte order mark, and every format character (Cf) that sets direction
# or carries what is no text: musical beams, tags, annotations.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
REFUSED: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    f"{_DIRECTION}{_NONCHARACTERS}"
)
# The other format characters, fillers, blanks that are no blanks, selectors of variants, and
# what Unicode keeps free for more of them.
HIDDEN: Final = (
    "\u00ad\u034f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200d\u2060-\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000110bd\U000110cd"
    "\U00016fe4\U000e0080-\U000e0fff"
)
PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
UNSEEN: Final = REFUSED + HIDDEN


def refused_in(text: str) -> Iterator[re.Match[str]]:
    """Return the matches of ``REFUSED`` in order; nearly always none, which is seen at once."""
    # None of them is printable to Python, which goes through a text four times as fast.
    ordinary = text.replace("\n", " ").replace("\u3000", " ")
    return iter(()) if ordinary.isprintable() else re.finditer(f"[{REFUSED}]", text)


# Controls, formats, surrogates, unassigned characters; line and paragraph separators.
_WITHOUT_SHAPE: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})


def shows_nothing(character: str) -> bool:
    """Say whether nobody sees a character in a line of text: what has no shape, and fillers."""
    if category(character) in _WITHOUT_SHAPE:
        return True
    return re.match(f"[{HIDDEN}]", character) is not None and not is_selector(character)


def is_selector(character: str) -> bool:
    """Say whether a character chooses the form of the one before it, as in some names."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
