"""English: importing: the command, its account of characters, and updates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.account.all": "the file has {total} characters, all of them accounted for",
        "import.account.lost": "the file has {total} characters, {lost} of them unaccounted for",
        "import.at": " ({place})",
        "import.bracket_alone": "a bracket without its pair, left as it is: {text}",
        "import.confirm": "please confirm: {reason}",
        "import.counts": "{conclusion}: {parts}",
        "import.dropped": "{sentence} (in the file: {text})",
        "import.full_width": "mark {old} becomes {new}",
        "import.line": "line {line} {word}",
        "import.places": "{count} times: {places}",
        "import.places_first": "{count} times, first at {places}",
        "import.proof.differs": "what the draft prints differs from the file in {count} places",
        "import.proof.less": "behind {before}: {file} is not printed",
        "import.proof.more": "behind {before}: {printed} is printed besides",
        "import.proof.other": "behind {before}: the file says {file}, printed is {printed}",
        "import.proof.same": "the draft prints the file word for word, but for the changes below",
        "import.quote_alone": "a quotation mark without its pair, left as it is: {text}",
        "import.title.changes": "written otherwise or left out:",
        "import.title.confirm": "please look at:",
        "import.title.lost": "unaccounted for:",
        "import.way.dropped": "left out",
        "import.way.kept": "kept",
        "import.way.lost": "unaccounted for",
        "import.way.normalised": "written otherwise",
        "import.way.said": "printed by the program",
        "import.way.worked_out": "as data",
    }
)
