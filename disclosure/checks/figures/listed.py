"""figures.listed: three things named before 三大 are three; before 等6个 they are at most six.

Good: 围绕电机泵阀、碳酸钙新材料、文旅康养三大产业链开展招商。
Bad: 围绕电机泵阀、碳酸钙新材料、文旅康养四大产业链开展招商。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.zh.numerals import number_of

_COUNT = re.compile(
    r"等(?P<about>\d{1,2}|[二两三四五六七八九十]{1,2})[个项家种类大名处条]|(?P<exact>[两三四五六七八九十])大"
)
_ITEM = re.compile(r"[^，。；：:“”《》（）]{2,20}")
_LONGEST = 300


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        if "、" not in piece.text:
            continue
        for match in _COUNT.finditer(piece.text):
            items = _items_before(piece.text, match.start())
            stated = number_of(match["about"] or match["exact"])
            if len(items) > stated or (match["exact"] and 1 < len(items) != stated):
                start = match.start() - len("、".join(items))
                yield in_piece(
                    piece,
                    start,
                    match.end(),
                    text=piece.text[start : match.end()],
                    named=str(len(items)),
                    stated=str(stated),
                )


def _items_before(text: str, end: int) -> list[str]:
    """Return what is listed in front of ``end``; the first item has its sentence's beginning."""
    clause = re.split(r"[，。；：:“”《》（）]", text[max(0, end - _LONGEST) : end])[-1]
    items = clause.split("、")
    # With a number in it, an item counts for more than one.
    if any(not _ITEM.fullmatch(item) for item in items) or re.search(r"\d", "".join(items[1:])):
        return []
    return items if len(items) > 1 else []


RULE = Rule("figures.listed", Level.WARNING, "通报自身", __doc__, _check)
