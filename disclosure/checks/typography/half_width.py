"""typography.half_width: Chinese text is punctuated with full-width marks.

Good: 党组会议3次，机关干部会议12次（含扩大会议）。
Good: 噪声小于60dB(A)的要求。
Bad: 党组会议3次,机关干部会议12次(含扩大会议)。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Edit, Finding, Rule, in_piece, mending_check
from disclosure.checks.typography.damaged import asks
from disclosure.diagnostics import Level

_HAN = "\u4e00-\u9fff"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_BESIDE = re.compile(
    rf"(?<=[{_HAN}》”’）%％\d])[,;:?!](?=[{_HAN}“‘《（]|$)|(?<=[{_HAN}》”’）])[,;:?!](?=[\d{_HAN}“‘《（]|$)"
)
# A bracketed stretch is Chinese when Han stands inside it or beside it; 60dB(A)的 is one sign.
_BRACKETS = re.compile(
    rf"\((?=[^()]*[{_HAN}])[^()]*\)|(?<=[{_HAN}》”])\([^()]*\)|(?<![A-Za-z\d])\([^()]*\)(?=[{_HAN}])"
)


# Not between a unit and another (元/人.月), nor in a list of books.
_POINT = re.compile(rf"(?<=[{_HAN}”》）])(?<!/[{_HAN}])\.(?=[{_HAN}“《])")

_CODE = re.compile(r"(?:^|\s)[A-Za-z\d_./-]*[A-Za-z][A-Za-z\d_./-]*\Z")


def fix(text: str) -> Iterator[Edit]:
    """Yield the marks that are certainly meant full-width."""
    if not any(mark in text for mark in _FULL):
        return
    edits = {
        match.start(): _FULL[match[0]]
        for match in _BESIDE.finditer(text)
        # Where nobody asks, a character was lost: typography.damaged.
        if (match[0] != "?" or asks(text, match.start())) and not _of_a_code(text, match)
    }
    for match in _BRACKETS.finditer(text):
        # 〔2021)73号: this ) is none of a pair (typography.document_number).
        if match[0].count("〔") != match[0].count("〕"):
            continue
        edits[match.start()] = "（"
        edits[match.end() - 1] = "）"
    for at in sorted(edits):
        yield Edit(at, at + 1, edits[at])


def _of_a_code(text: str, match: re.Match[str]) -> bool:
    # A line of letters and digits that ends with a mark is no sentence.
    return match.end() == len(text) and bool(_CODE.search(text, 0, match.start()))


_MENDED = mending_check(fix)


def _check(context: NoticeContext) -> Iterator[Finding]:
    yield from _MENDED(context)
    for piece in context.prose:
        if "." not in piece.text or piece.text[0] == "[":
            continue
        for match in _POINT.finditer(piece.text):
            # Whether 。 or · is meant (卡尔.马克思), a person must say.
            yield in_piece(piece, match.start(), match.end(), text=".", new="。")


RULE = Rule("typography.half_width", Level.WARNING, "GB/T 15834—2011 5.1", __doc__, _check, fix)
