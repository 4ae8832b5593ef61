"""Words by which a file says that it is secret, internal, or not final: they stop the import.

Meant is a mark of the file: a line of its own anywhere, a header or watermark that holds such a
word, the end of a title. The same words inside prose (保守国家秘密) say nothing of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from disclosure.importer.reading import Block, Fate, Paragraph, Reading, Remark, Table
from disclosure.importer.record_lines import OFFICE_LINE, RecordLines
from disclosure.importer.tracked import Tracked

_GRADED: Final = "import.word.stop_secret"
_INTERNAL: Final = "import.word.stop_internal"
_DRAFT: Final = "import.word.stop_draft"
_CLOSED: Final = "import.word.stop_closed"

_GRADE: Final = "(?:绝密|机密|秘密)"
_STAR: Final = "[★☆⭐]"
_INTERNAL_WORDS: Final = (
    "内部(?:资料|文件|材料|文稿|使用|参考|参阅|传阅|掌握|刊物)|工作秘密"
    "|(?:请)?勿外传|不得外传|严禁外传|注意保密|阅后即焚|阅后收回|阅后清退"
)
# What may follow in such a line; 内部资料管理制度 is a heading of a text.
_CARE: Final = (
    "(?:[，,、；;·—-]*(?:请|注意|妥善|严禁|不得|禁止|仅供|切勿|保密|概不|不准|用后|勿|限)"
    ".{0,16}){0,3}"
)
_DRAFT_WORDS: Final = (
    "(?:征求意见|送审|讨论|报批|审议|报审|修改|初审|审核|会签|校对|代拟|征求|汇报|未定|审阅)稿"
    "|初稿|草稿|草案|样稿"
)
_OPEN, _SHUT = '[（(【\\[〔<《“"]*', '[）)】\\]〕>》”"]*'
_NUMBER: Final = (
    r"(?:\d{4}年|第?[一二三四五六七八九十\d]{1,3}(?:次|稿|版)?|[vV]?\d{1,2}(?:\.\d{1,2})?)?"
)
_WHOLE: Final = (
    (
        _GRADED,
        re.compile(
            rf"{_OPEN}(?:密级|保密等级|涉密等级)?[：: ]*{_GRADE}"
            rf"(?:{_STAR}.{{0,12}}|[*＊]{{1,3}}.{{0,8}}|级)?{_SHUT}"
        ),
    ),
    (
        _INTERNAL,
        re.compile(
            rf"{_OPEN}(?:(?:仅供|限|只限|属于?|系)?(?:{_INTERNAL_WORDS}){_CARE}"
            rf"|(?:仅供|只供|限于?)(?:单位|机关|系统)?内部.{{0,8}}|此件发至.{{1,20}}){_SHUT}"
        ),
    ),
    (
        _DRAFT,
        re.compile(rf"{_OPEN}{_NUMBER}(?:公开|内部|再次|会议)?(?:{_DRAFT_WORDS}){_NUMBER}{_SHUT}"),
    ),
    (
        _CLOSED,
        re.compile(
            rf"{_OPEN}(?:此件|(?:信息)?公开(?:属性|方式|选项|类别|形式)[：: ]*)"
            rf"(?:不予?公开|不宜公开|依申请公开){_SHUT}"
        ),
    ),
)
_STARRED: Final = re.compile(f"{_GRADE}{_STAR}")
_TITLE_END: Final = re.compile(
    rf"(?<![》”])[（(【\[]({_NUMBER}(?:{_DRAFT_WORDS}){_NUMBER})[）)】\]]\Z"
)
_QUOTED_TITLE: Final = re.compile(rf"《[^》]+》[（(]({_DRAFT_WORDS})[）)]")
_IN_MARGIN: Final = (
    (_GRADED, re.compile(f"(?<!国家)(?<!商业)(?<!保守){_GRADE}(?!法)")),
    (_INTERNAL, re.compile(_INTERNAL_WORDS)),
    (_DRAFT, re.compile(_DRAFT_WORDS)),
    (_CLOSED, re.compile("不予公开|依申请公开|此件不公开")),
)
_MARGINS: Final = ("header", "footer", "watermark", "running_head", "running_foot", "drawn_text")
_NO_MARK: Final = ("deleted", "inserted", "replaced", "moved", "undone", "comment", "contents")
_LONGEST: Final = 60
_TITLE_LINES: Final = 12
_DEEPEST: Final = 20
_BLANKS: Final = re.compile(r"[\s\u3000]+")


def tell_marks(reading: Reading) -> Reading:
    """Return a reading without such marks and without the office's record, each told.

    A mark that is a paragraph of its own, a line that says to whom the file went (抄送), who
    printed it (印发) or that it is public (此件公开发布) leaves the text. A mark at the end of a
    title stays in it. What stops has ``stops``; the command goes on when that is confirmed.

    Args:
        reading: of any kind of file.

    """
    return _Teller(reading).told()


class _Teller:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._remarks: list[Remark] = []
        self._record = RecordLines()
        self._title_lines = 0

    def told(self) -> Reading:
        reading = self._reading
        for each in reading.remarks:
            if each.fate is Fate.DROPPED:
                self._remarks.extend(_of_dropped(each, reading.characters))
        blocks = self._blocks(reading.blocks, 0)
        if not self._remarks:
            return reading
        return replace(reading, blocks=blocks, remarks=(*reading.remarks, *self._remarks))

    def _blocks(self, blocks: tuple[Block, ...], depth: int) -> tuple[Block, ...]:
        found: list[Block] = []
        for block in blocks:
            if isinstance(block, Table) and depth < _DEEPEST:
                table = self._table(block, depth)
                found.extend([] if table is None else [table])
            elif not isinstance(block, Paragraph) or not self._is_left_out(block, depth):
                found.append(block)
        return tuple(found)

    def _table(self, table: Table, depth: int) -> Table | None:
        rows = tuple(
            tuple(replace(cell, blocks=self._blocks(cell.blocks, depth + 1)) for cell in row)
            for row in table.rows
        )
        if rows == table.rows:
            return table
        # The record at the foot is often a table of its own.
        empty = not any(cell.blocks for row in rows for cell in row)
        return None if empty else replace(table, rows=rows)

    def _is_left_out(self, paragraph: Paragraph, depth: int) -> bool:
        """Say whether a paragraph is a mark or of the record, and tell it."""
        if paragraph.mark:
            # What is numbered is a part of the text.
            return False
        lines = [line for line in paragraph.text.split("\n") if line.text.strip()]
        if depth == 0:
            self._title_lines += len(lines)
        codes = [self._code(line.text) for line in lines]
        # A cell of a ledger may name the state of a paper: it stops the import, and stays.
        if lines and all(codes) and not (depth and _STOPS & set(codes)):
            for line, code in zip(lines, codes, strict=True):
                self._leave_out(line, code, paragraph.place)
            return True
        for line, code in zip(lines, codes, strict=True):
            stop = code if code in _STOPS else ""
            if not stop and depth == 0 and self._title_lines <= _TITLE_LINES:
                stop = _title_code(line.text)
            if not stop and _STARRED.search(_bare(line.text[:_LONGEST])):
                stop = _GRADED
            if stop:
                self._say(stop, line, Fate.KEPT, paragraph.place)
        return False

    def _code(self, line: str) -> str:
        return mark_of(line) or (OFFICE_LINE if self._record.take(line) else "")

    def _leave_out(self, line: Tracked, code: str, place: str) -> None:
        self._say(code, line, Fate.DROPPED, place)

    def _say(self, code: str, line: Tracked, fate: Fate, place: str) -> None:
        stretches = list(_stretches(line.origins)) or [(0, 0)]
        if fate is Fate.KEPT:
            stretches = [(stretches[0][0], stretches[-1][1])]
        for number, (start, end) in enumerate(stretches):
            stops = code in _STOPS and not number
            params = {"text": line.text.strip()}
            self._remarks.append(Remark(code, params, start, end, fate, stops, place))


_STOPS: Final = frozenset({_GRADED, _INTERNAL, _DRAFT, _CLOSED})


def mark_of(line: str) -> str:
    """Return the code of the sentence for a line that is a mark of the file, or nothing."""
    bare = _bare(line)
    if not bare or len(bare) > _LONGEST:
        return ""
    return next((code for code, pattern in _WHOLE if pattern.fullmatch(bare)), "")


def _title_code(line: str) -> str:
    bare = _bare(line)
    if len(bare) > 2 * _LONGEST or re.search("[。！？；]", bare) or bare.startswith("附件"):
        return ""
    return _DRAFT if _TITLE_END.search(bare) or _QUOTED_TITLE.fullmatch(bare) else ""


def _of_dropped(remark: Remark, characters: str) -> Iterator[Remark]:
    """Yield what stops in a text that another reader left out."""
    said = remark.code.rpartition(".")[2]
    if said.startswith(_NO_MARK):
        return
    for line in characters[remark.start : remark.end].split("\n"):
        bare = _bare(line)
        code = mark_of(line)
        if not code and said in _MARGINS and len(bare) <= _LONGEST:
            code = next((each for each, pattern in _IN_MARGIN if pattern.search(bare)), "")
        if code:
            # Its characters are accounted for by the remark that left them out.
            at = remark.start
            yield Remark(code, {"text": line.strip()}, at, at, Fate.KEPT, True, remark.place)


def _bare(line: str) -> str:
    """Return a line without blanks: 内 部 资 料 is set apart for its looks."""
    return _BLANKS.sub("", line)


def _stretches(origins: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for number in origins:
        if number < 0:
            continue
        if number not in (end, end - 1):
            if start >= 0:
                yield start, end
            start = number
        end = number + 1
    if start >= 0:
        yield start, end
