"""Numbers typed at the start of a paragraph that has an automatic one as well."""

import re
from typing import Final

_HAN: Final = "〇零一二三四五六七八九十百千"
_SPACE: Final = r"[ \t\u3000\u00a0]{0,8}"
# Kinds of marks: what one looks like, so that （一） typed is not taken for an automatic 一、.
_KINDS: Final = tuple(
    re.compile(_SPACE + pattern)
    for pattern in (
        rf"[（(]{_SPACE}[{_HAN}]{{1,9}}{_SPACE}[）)]",
        rf"[（(]{_SPACE}[0-9０-９]{{1,4}}{_SPACE}[）)]|[⑴-⒇]",
        rf"[{_HAN}]{{1,9}}{_SPACE}(?:[、．.]|(?=[\t\u3000]))",
        rf"[0-9０-９]{{1,4}}{_SPACE}(?:[、．.)）](?![0-9０-９])|(?=[\t\u3000]))|[⒈-⒛]",
        r"[①-⑳㉑-㊿]",
        rf"第[{_HAN}0-9]{{1,9}}[章节条款]",
    )
)
_SIGNS: Final = "（(、．.)）"


def typed_mark(mark: str, text: str) -> str:
    """Return the mark at the start of the text that is of the same kind as ``mark``, or ``""``."""
    if text.strip() == mark:
        return mark
    for kind in _KINDS:
        automatic = kind.fullmatch(mark) or (mark.isalnum() and kind.fullmatch(f"{mark}、"))
        if automatic:
            typed = kind.match(text)
            return typed[0].strip() if typed else ""
    return ""


def is_same(mark: str, typed: str) -> bool:
    """Say whether both are the same number, however they are written."""
    return _bare(mark) == _bare(typed)


def _bare(mark: str) -> str:
    return "".join(
        chr(ord(sign) - 0xFEE0) if "０" <= sign <= "９" else sign
        for sign in mark
        if not sign.isspace() and sign not in _SIGNS
    )
