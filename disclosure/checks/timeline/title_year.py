"""timeline.title_year: the year in the title is the one that the opening names.

Good::
    title: 青山县财政局关于2021年度审计整改情况的公告
    lead: 现将2021年度审计查出问题整改情况公告如下。
Good::
    title: 青山县财政局关于2021年度审计整改情况的公告
    lead: 根据2020年审计工作方案，现将审计整改情况公告如下。
Bad::
    title: 青山县财政局关于2021年度审计整改情况的公告
    lead: 现将2020年度审计查出问题整改情况公告如下。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年度?")
_ANNOUNCED = re.compile(
    r"现(?:将|就|对|把)(?P<what>[^。；！？]{2,80}?)(?:(?:予以|进行)?(?:公[告开布示]|通[报告]|报告|说明|汇报)|如下)"
)
_NEAR = 12


def _check(context: NoticeContext) -> Iterator[Finding]:
    title = context.notice.title
    years = {match["year"]: title[match.end() :] for match in _YEAR.finditer(title)}
    if len(years) != 1:
        return  # none, or a comparison of years
    ((year, about),) = years.items()
    for piece in context.prose:
        if "现" not in piece.text or piece.path == ("title",):
            continue
        for told in _ANNOUNCED.finditer(piece.text):
            named = list(_YEAR.finditer(piece.text, told.start("what"), told.end("what")))
            # 2020年度 and 2021年度 together are a comparison.
            if len(named) == 1 and named[0]["year"] != year:
                match = named[0]
                if _same(about, piece.text[match.end() : match.end() + _NEAR]):
                    yield in_piece(piece, match.start(), match.end(), text=match[0], wanted=year)


def _same(about: str, words: str) -> bool:
    """Say whether what stands behind both years is the same: 审计整改, 审计查出问题."""
    return any(words[at : at + 2] in about[:_NEAR] for at in range(min(4, len(words) - 1)))


RULE = Rule("timeline.title_year", Level.WARNING, "通报自身", __doc__, _check)
