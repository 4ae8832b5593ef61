"""Sentences for people, by message code and language.

One package a language, one module a part of the program; the parts, the codes and the values they
take are the same in all (tested). A part is loaded when a sentence is not in those before it: most
commands say what stands in the first.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from disclosure.errors import DisclosureError
from disclosure.visible import visible

LANGUAGES: Final = ("zh", "en")
PARTS: Final = (
    *("core", "agreement", "checks", "contacts", "desk", "desk_actions", "desk_client", "editing"),
    *("follow_up", "genres", "handover", "import_command", "import_fields", "import_files"),
    *("import_word", "ledger", "notice", "pictures", "publish", "stages", "text", "typography"),
    *("versions", "word_export"),
)


def part_of(part: str, language: str) -> Mapping[str, str]:
    """Return the sentences of one of ``PARTS`` by code."""
    messages: Mapping[str, str] = import_module(f"{__name__}.{language}.{part}").MESSAGES
    return messages


# Loaded at once: they also say that files or memory have run out, when no more can be loaded.
_AT_HAND: Final = tuple(part_of("core", language) for language in LANGUAGES)


def template(code: str, language: str) -> str:
    """Return the sentence of ``code`` with its values' names in braces.

    Raises:
        KeyError: unknown code.

    """
    for part in PARTS:
        if code in (messages := part_of(part, language)):
            return messages[code]
    raise KeyError(code)


def say(
    code: str,
    language: str,
    params: Mapping[str, str] | None = None,
    put: Callable[[str], str] = str,
) -> str:
    """Return the sentence of ``code``.

    Args:
        code: of a sentence in one of the parts.
        language: ``zh`` or ``en``.
        params: a value for every name in the sentence; further ones are ignored. Values may
            come from anybody: they stand in the sentence made visible, so it is one line.
        put: puts the sentence otherwise before its values stand in it.

    Raises:
        KeyError: unknown code, or a value is missing.

    """
    shown = {name: visible(value) for name, value in (params or {}).items()}
    return put(template(code, language)).format_map(shown)


def explain(error: DisclosureError, language: str) -> str:
    """Return the sentence of an error.

    Where it gives no ``reason``, the sentence of the error that caused it is its reason.
    """
    cause = error.__cause__
    reason = {"reason": explain(cause, language)} if isinstance(cause, DisclosureError) else {}
    return say(error.code, language, reason | dict(error.params))
