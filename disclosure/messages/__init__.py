"""Sentences for people, by message code and language.

One package a language; the codes and the values they take are the same in all (tested).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from disclosure.messages.en import MESSAGES as _EN
from disclosure.messages.zh import MESSAGES as _ZH

CATALOGUES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({"zh": _ZH, "en": _EN})


def say(code: str, language: str, params: Mapping[str, str] | None = None) -> str:
    """Return the sentence of ``code``.

    Args:
        code: a key of the catalogues.
        language: ``zh`` or ``en``.
        params: a value for every name in the sentence; further ones are ignored.

    Raises:
        KeyError: unknown code, or a value is missing.

    """
    return CATALOGUES[language][code].format_map(params or {})
