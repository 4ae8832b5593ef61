"""English: exporting a notice as a Word file.

Apart: what else leaves the house, ``handover`` says.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.docx": "a Word file in the form of official documents, numbered by Word; of the text as it is, or of a sealed version where its number is given; without names all notices",
        "cli.docx_fonts": "typefaces of a Word file: gb2312 for 仿宋_GB2312 and its like (if nothing is said), gbk for 方正仿宋_GBK",
        "docx.done": "exported: {path}",
        "docx.unreadable": "a notice cannot be read, no Word file was exported; mend the errors above first",
    }
)
