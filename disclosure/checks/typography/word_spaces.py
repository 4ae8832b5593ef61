"""typography.word_spaces: no space between the words of a sentence.

Headings, signatures, labels and names are set apart by blanks on purpose.

Good: 第二十一条 本办法由县财政局负责解释，自公布之日起施行。
Bad: 县财政局召开 党组会议，研究整改工作。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.checks.typography.spaces import fix
from disclosure.diagnostics import Level

_HAN = "\u4e00-\u9fff"
# One blank: two, or a wide one, are a line or a paragraph that was lost.
_BETWEEN = re.compile(rf"(?<=[{_HAN}])[ \u00a0\t](?=[{_HAN}])")
_MARK = re.compile(r"[，。；]")
_LABEL = re.compile(
    rf"(?:第?[一二三四五六七八九十百零〇○]+[条章节款项编部分、]*|[（(][一二三四五六七八九十]+[)）]|附件|[{_HAN}])$"
)
_PEOPLE = re.compile(r"记者|通讯员|编辑|作者|摄影|审核|签发|撰稿|责编|来源")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        if not _MARK.search(piece.text):
            continue
        between = [each for each in _BETWEEN.finditer(piece.text) if _in_clause(piece.text, each)]
        certain = {edit.start for edit in fix(piece.text)} if between else set()
        for match in between:
            if match.start() not in certain:
                yield in_piece(piece, match.start(), match.end())


def _in_clause(text: str, blank: re.Match[str]) -> bool:
    before = re.split(rf"[^{_HAN}]", text[max(0, blank.start() - 30) : blank.start()])[-1]
    behind = re.split(rf"[^{_HAN}]", text[blank.end() : blank.end() + 30])[0]
    first = blank.start() - len(before)
    # A character alone at a beginning or behind another blank is a name spaced out: 王 伟.
    label = first == 0 or text[first - 1].isspace()
    named = (label and _LABEL.fullmatch(before)) or _PEOPLE.search(before + behind)
    return len(behind) > 1 and not named


RULE = Rule("typography.word_spaces", Level.INFO, "GB/T 15834—2011 5.1", __doc__, _check)
