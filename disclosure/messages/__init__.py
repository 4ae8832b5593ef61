"""Sentences for people, by message code and language.

One file a language; the codes and the values they take are the same in all (tested).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from disclosure.messages.archive_en import MESSAGES as _ARCHIVE_EN
from disclosure.messages.archive_zh import MESSAGES as _ARCHIVE_ZH
from disclosure.messages.checks_en import MESSAGES as _CHECKS_EN
from disclosure.messages.checks_zh import MESSAGES as _CHECKS_ZH
from disclosure.messages.en import MESSAGES as _EN
from disclosure.messages.handing_en import MESSAGES as _HANDING_EN
from disclosure.messages.handing_zh import MESSAGES as _HANDING_ZH
from disclosure.messages.publish_en import MESSAGES as _PUBLISH_EN
from disclosure.messages.publish_zh import MESSAGES as _PUBLISH_ZH
from disclosure.messages.zh import MESSAGES as _ZH

CATALOGUES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "zh": {**_ZH, **_CHECKS_ZH, **_ARCHIVE_ZH, **_HANDING_ZH, **_PUBLISH_ZH},
        "en": {**_EN, **_CHECKS_EN, **_ARCHIVE_EN, **_HANDING_EN, **_PUBLISH_EN},
    }
)


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
