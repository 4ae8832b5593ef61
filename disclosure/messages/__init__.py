"""Sentences for people, by message code and language.

One package a language; the codes and the values they take are the same in all (tested).
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from disclosure.errors import DisclosureError
from disclosure.messages.en import MESSAGES as _EN
from disclosure.messages.zh import MESSAGES as _ZH
from disclosure.visible import visible

CATALOGUES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({"zh": _ZH, "en": _EN})


def say(
    code: str,
    language: str,
    params: Mapping[str, str] | None = None,
    put: Callable[[str], str] = str,
) -> str:
    """Return the sentence of ``code``.

    Args:
        code: a key of the catalogues.
        language: ``zh`` or ``en``.
        params: a value for every name in the sentence; further ones are ignored. Values may
            come from anybody: they stand in the sentence made visible, so it is one line.
        put: puts the sentence otherwise before its values stand in it.

    Raises:
        KeyError: unknown code, or a value is missing.

    """
    shown = {name: visible(value) for name, value in (params or {}).items()}
    return put(CATALOGUES[language][code]).format_map(shown)


def explain(error: DisclosureError, language: str) -> str:
    """Return the sentence of an error.

    Where it gives no ``reason``, the sentence of the error that caused it is its reason.
    """
    cause = error.__cause__
    reason = {"reason": explain(cause, language)} if isinstance(cause, DisclosureError) else {}
    return say(error.code, language, reason | dict(error.params))
