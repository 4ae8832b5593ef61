"""Words in scripts and styles: named there, put in their place when they are collected.

A script or style says ``"text:ledger.filter"`` for a string; a script with values in it,
``text("ledger.shown", { count: shown })``. What comes out is a string or, with values, a
template literal, so the browser has nothing to look up.
"""

import json
import re
from typing import Final

from disclosure.errors import TemplateError
from disclosure.page_texts import PageTexts

# The values are expressions without commas and braces.
_NAMED: Final = re.compile(rb'"text:([a-z_.]+)"|\btext\("([a-z_.]+)", \{ ([^{}]+) \}\)')
_SPECIAL: Final = re.compile(r"[\\`]|\$\{")  # in a template literal


def fill_in(source: bytes, name: str, texts: PageTexts) -> bytes:
    """Return a script or style with its words.

    Args:
        source: as it stands in the file, in UTF-8.
        name: of the file, for the message.
        texts: the words.

    Raises:
        TemplateError: it names a text that is not there, or leaves a value out.

    """

    def literal(found: re.Match[bytes]) -> bytes:
        try:
            if found[1]:
                return json.dumps(texts.text(found[1].decode()), ensure_ascii=False).encode()
            return _template_literal(found[2].decode(), found[3].decode(), texts).encode()
        except (KeyError, ValueError) as error:
            line = str(source.count(b"\n", 0, found.start()) + 1)
            raise TemplateError(
                "template.broken", name=name, line=line, detail=str(error)
            ) from error

    return _NAMED.sub(literal, source)


def _template_literal(name: str, values: str, texts: PageTexts) -> str:
    pairs = (pair.split(": ", 1) for pair in values.split(", "))
    safe = _SPECIAL.sub(lambda special: f"\\{special[0]}", texts.text(name))
    filled = safe.format_map({key: f"${{{expression}}}" for key, expression in pairs})
    return f"`{filled}`"
