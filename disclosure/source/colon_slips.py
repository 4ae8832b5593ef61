"""A key whose colon is wrong: full-width, with a wide gap behind it, or with none.

To YAML, the line is then text.

Apart: the reader of plain lines asks for it, and must not load PyYAML as ``hints`` does.
"""

import re
from typing import Final

KEY: Final = r"^\s*(?:- +)*([a-z_]+)"
WIDE_COLON: Final = re.compile(KEY + "：")
WIDE_GAP: Final = re.compile(KEY + ":(?=[\u00a0\u3000])")
TIGHT_COLON: Final = re.compile(KEY + r":(?=[^\s/])")


def colon_slip(text: str) -> tuple[str, str, int] | None:
    """Return code, key and offset of a wrong colon behind what looks like a key."""
    for pattern, code in (
        (WIDE_COLON, "yaml.wide_colon"),
        (WIDE_GAP, "yaml.wide_gap"),
        (TIGHT_COLON, "yaml.tight_colon"),
    ):
        if match := pattern.match(text):
            return code, match[1], match.end(1)
    return None
