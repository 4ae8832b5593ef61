"""The record of a file, which is no part of its text: to whom it went, who printed it."""

import re
from typing import Final

# Code of the remark for such a line.
OFFICE_LINE: Final = "import.word.office_line"
_PUBLIC: Final = re.compile(
    r"[（(]?(?:此件(?:可以?|主动)?公开(?:发布)?|(?:信息)?公开(?:属性|方式|选项|类别|形式)[：:](?:主动|全文)公开)[）)]?"
)
_SENT: Final = re.compile(r"(?:抄送|抄报|分送)(?:单位|机关)?[：:]")
_DATE: Final = (
    r"(?:\d{4}年\d{1,2}月\d{1,2}日"
    "|二[〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_PRINTED: Final = re.compile(
    rf"[\u4e00-\u9fff（）()]{{0,40}}{_DATE}印(?:发|制)?(?:[（(]?共印\d{{1,5}}份[）)]?)?"
)
_COPIES: Final = re.compile(r"[（(]?共印\d{1,5}份[）)]?")
_LONGEST: Final = 200
_MOST_LINES: Final = 5
_BLANKS: Final = re.compile(r"[\s\u3000]+")
_ENDS: Final = ("。", ".")


class RecordLines:
    """Knows the lines of a record, given one after the other."""

    def __init__(self) -> None:
        self._left = 0

    def take(self, line: str) -> bool:
        """Say whether the next line is one of the record.

        What 抄送 names may go on for some lines, to a full stop or the line of who printed it.
        """
        bare = _BLANKS.sub("", line)
        if len(bare) > _LONGEST:
            self._left = 0
            return False
        if _PUBLIC.fullmatch(bare) or _PRINTED.fullmatch(bare) or _COPIES.fullmatch(bare):
            self._left = 0
            return True
        if _SENT.match(bare):
            self._left = 0 if bare.endswith(_ENDS) else _MOST_LINES
            return True
        if self._left and bare.endswith(("，", "、", "；", *_ENDS)):
            self._left = 0 if bare.endswith(_ENDS) else self._left - 1
            return True
        self._left = 0
        return False
