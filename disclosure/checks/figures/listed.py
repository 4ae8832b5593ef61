"""figures.listed: three things named before 三大 are three; before 等6个 they are at most six.

Good: 围绕电机泵阀、碳酸钙新材料、文旅康养三大产业链开展招商。
Bad: 围绕电机泵阀、碳酸钙新材料、文旅康养四大产业链开展招商。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.checks.subject import Subject
from disclosure.diagnostics import Level
from disclosure.zh.numerals import number_of

_LIST = re.compile(
    r"(?P<list>[^，。；：:、“”《》（）]{2,20}(?:、[^，。；：:、“”《》（）\d]{2,20}?)+?)"
    r"(?:等(?P<about>\d{1,2}|[二两三四五六七八九十]{1,2})[个项家种类大名处条]|(?P<exact>[两三四五六七八九十])大)"
)


def _check(subject: Subject) -> Iterator[Finding]:
    for piece in subject.prose:
        if "、" not in piece.text:
            continue
        for match in _LIST.finditer(piece.text):
            named = match["list"].count("、") + 1
            stated = number_of(match["about"] or match["exact"])
            if named > stated or (match["exact"] and named != stated):
                yield in_piece(
                    piece,
                    match.start(),
                    match.end(),
                    text=match[0],
                    named=str(named),
                    stated=str(stated),
                )


RULE = Rule("figures.listed", Level.WARNING, "通报自身", __doc__, _check)
