"""English: importing: headings and their numbers."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.guess.title_by_blank": "what stands before the space was taken as heading, the rest as text; please check",
        "import.guess.title_by_colon": "what stands before the colon was taken as heading, the rest as text; please check",
        "import.guess.title_by_comma": "what stands before the comma was taken as heading, the rest as text; please check",
        "import.guess.title_long": "this paragraph has no heading of its own, its first sentence was taken as one; where it is none, make it a list or text",
        "import.guess.heading_in_list": "this ends in a semicolon or comma and may be an item of a list, no heading; please check",
        "import.guess.heading_by_look": "has no number and was taken as heading because its style or font is repeated; please check",
        "import.guess.heading_within_line": "does not begin a line of the file and was taken as heading because its number is the one missing; please check",
        "import.outline.missing": "number {number} is missing before “{mark}{title}”; numbers were kept as they are, please check whether an item was left out",
        "import.outline.skipped": "numbers {first} to {last} are missing before “{mark}{title}”; numbers were kept as they are, please check whether items were left out",
        "import.outline.repeated": "“{mark}{title}” has the number of the one before; numbers were kept as they are, please check",
        "import.outline.restarted": "“{mark}{title}” begins anew after number {previous}; numbers were kept as they are, please check whether a heading above is missing",
        "import.outline.backwards": "“{mark}{title}” has a smaller number than the one before ({previous}); numbers were kept as they are, please check",
        "import.outline.twice": "“{mark}” is typed and made by automatic numbering as well; the typed one was kept",
        "import.outline.contents": "“{text}” of the contents page was not imported; the text has the same heading",
    }
)
