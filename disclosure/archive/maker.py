"""Which program made a version, as its ``record.json`` says."""

import json
from typing import Any, Final, NamedTuple

MAKER_KEYS: Final = ("生成软件", "程序摘要", "模板摘要")


class Maker(NamedTuple):
    """The program that made a version, so that it can be made again.

    Attributes:
        version: of the program.
        program: digest of its files.
        templates: digest of the templates, styles and scripts.
    """

    version: str
    program: str
    templates: str


def maker_in(record: bytes) -> Maker:
    """Return the program that made the version of a ``record.json``; unknown parts are empty."""
    try:
        values: Any = json.loads(record)
        return Maker(*(str(values.get(name, "")) for name in MAKER_KEYS))
    except (ValueError, AttributeError):
        return Maker("", "", "")
