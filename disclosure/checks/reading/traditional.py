"""Which characters are Traditional, and what they are in Simplified Chinese.

The table is derived from OpenCC's (Apache License 2.0, beside the data): only characters with
exactly one simplified form that no Simplified text or name uses.

Apart: it reads a file of data, which rules do not.
"""

import re
from functools import cache

from disclosure.checks.reading.listed import entries


@cache
def simplified_forms() -> dict[str, str]:
    """Return the simplified form of every Traditional character."""
    return {pair[0]: pair[1] for row in entries("traditional.txt") for pair in row.split()}


@cache
def traditional_runs() -> re.Pattern[str]:
    """Return what matches a stretch of Traditional characters."""
    return re.compile(f"[{''.join(simplified_forms())}]+")
