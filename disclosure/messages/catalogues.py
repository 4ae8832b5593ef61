"""All sentences of all languages.

Apart: most commands say little, and load only what they say.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from disclosure.messages import LANGUAGES, PARTS, part_of


def _catalogue(language: str) -> Mapping[str, str]:
    parts = (part_of(part, language) for part in PARTS)
    return MappingProxyType({code: said for part in parts for code, said in part.items()})


CATALOGUES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {language: _catalogue(language) for language in LANGUAGES}
)
