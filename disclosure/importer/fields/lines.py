"""The lines that stand before and behind the headings, each read once for all who look at them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from disclosure.importer.draft import Entry, Fields, Guess, Items, Scalar, Value
from disclosure.importer.reading import (
    SOFT_RETURN,
    Block,
    Cell,
    Fate,
    Look,
    Paragraph,
    Picture,
    Remark,
    Table,
)
from disclosure.importer.tracked import MADE, Tracked, joined

# One character for one, so that places in the plain text are places in the text.
_PLAIN: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(wide): narrow
    for wide, narrow in zip("\u3000\u00a0\u2002\u2003\t∶﹝﹞", "     :〔〕", strict=True)
}
_DEEPEST: Final = 20
# In the place of a label these tell that a table has columns, and is no list of labels.
_FIGURE: Final = re.compile(r"[0-9０-９]|[一二三四五六七八九十]{1,3}$|序号")
COLONS: Final = "：:"
# What an office's name ends in.
OFFICE: Final = re.compile(
    r"(?:党组|党委|工委|委员会|支部|总支|委|局|府|办公室|办|厅|部|院|校|中心|公司|站|所|队|组"
    r"|会|处|署|联|(?:支|分|总)行|科|社|室|大学|学院|中学|小学|幼儿园|医院|银行|集团|街道|镇|乡|村|馆|园|台|团)"
    r"(?:[（(][^（）()]{1,12}[）)])?"
)
_NO_NAME: Final = re.compile(r"[，。；：！？、“”:;,!?\d]")
_LONGEST_NAME: Final = 45


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, without blanks at its ends; empty only in the place of a table.

    Attributes:
        text: as it stands in the file.
        plain: the same, character for character, with half-width signs and plain blanks.
        look: how it is set.
        place: where in the file.
        paragraph: which of the blocks it belongs to, from 0.
        table: the table that stands there instead.
        in_table: whether it is a row of one.

    """

    text: Tracked
    plain: str
    look: Look = field(default_factory=Look)
    place: str = ""
    paragraph: int = 0
    table: Table | None = None
    in_table: bool = False

    def part(self, start: int, end: int | None = None) -> "Line":
        """Return a stretch as a line of its own, without blanks at its ends."""
        return line_of(self.text[start:end], self.look, self.place, self.paragraph)

    @property
    def is_office(self) -> bool:
        """Whether it can be the name of an office, and nothing else."""
        name = self.plain
        if len(name) > _LONGEST_NAME or _NO_NAME.search(name):
            return False
        return bool(re.search(rf"(?:{OFFICE.pattern})$", name))


def plain(text: str) -> str:
    """Return a text with half-width signs and plain blanks, character for character."""
    return text.translate(_PLAIN)


def line_of(text: Tracked, look: Look = Look(), place: str = "", paragraph: int = 0) -> Line:  # noqa: B008
    """Return a text as a line."""
    stripped = text.strip()
    return Line(stripped, plain(stripped.text), look, place, paragraph)


def lines_of(blocks: Iterable[Block], *, tables: bool = True) -> list[Line]:
    """Return the lines of blocks that hold any; of a table each row is one, or it is kept whole.

    Two cells are a label and what is said of it: 索引号 | 341823/2022-00012.
    """
    found: list[Line] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            text = Tracked.made(block.mark) + block.text
            found.extend(
                line_of(part, block.look, block.place, number)
                for part in text.split(SOFT_RETURN)
                if part.text.strip()
            )
        elif isinstance(block, Table):
            if tables:
                found.extend(rows_of(block, number))
            else:
                found.append(Line(Tracked(), "", Look(), block.place, number, block))
    return found


def rows_of(table: Table, number: int = 0) -> list[Line]:
    """Return the rows of a table as lines."""
    rows = [[text for cell in row if (text := _cell(cell)).text.strip()] for row in table.rows]
    labelled = not any(_FIGURE.match(cell.text) for row in rows for cell in row[::2])
    lines = (line for row in rows for line in _row(row, labelled, table.place, number))
    return [replace(line, in_table=True) for line in lines]


def _row(cells: list[Tracked], labelled: bool, place: str, number: int) -> Iterator[Line]:
    if not cells:
        return
    if labelled and len(cells) % 2 == 0 and all(len(cell) <= 12 for cell in cells[::2]):
        for label, said in zip(cells[::2], cells[1::2], strict=True):
            colon = "" if label.text.endswith(("：", ":")) else "："
            yield line_of(label + Tracked.made(colon) + said, place=place, paragraph=number)
        return
    yield line_of(joined(cells, "　"), place=place, paragraph=number)


def _cell(cell: Cell, depth: int = 0) -> Tracked:
    texts: list[Tracked] = []
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            texts.append(joined(block.text.split(SOFT_RETURN)).strip())
        elif isinstance(block, Table) and depth < _DEEPEST:
            texts += [_cell(inner, depth + 1) for row in block.rows for inner in row]
    return joined([text for text in texts if text.text], "　")


def dropped(code: str, text: Tracked, place: str = "") -> Iterator[Remark]:
    """Yield that a text was left out, a remark for each stretch that stood together."""
    params = {"text": text.text.strip()[:40]}
    start = end = MADE
    for origin in (*text.origins, MADE):
        if end != MADE and origin == end:
            end += 1
            continue
        if end != MADE:
            yield Remark(code, params, start, end, Fate.DROPPED, place=place)
        start, end = (origin, origin + 1) if origin != MADE else (MADE, MADE)


def left_pictures(blocks: Iterable[Block]) -> Iterator[Remark]:
    """Yield that pictures were left out: neither a lead nor a foot can hold any."""
    for block in blocks:
        if isinstance(block, Picture):
            yield Remark("import.ends.picture", {"alt": block.alt}, place=block.place)


def guessed(code: str, **params: str) -> Guess:
    """Return the reason for a guess; its sentence stands in ``messages``."""
    return Guess(code, tuple(sorted(params.items())))


def one_or_many(values: Sequence[Value]) -> Value:
    """Return a single value as it is, several as a list."""
    return values[0] if len(values) == 1 else Items(tuple(values))


def texts_in(value: Value) -> Iterator[Scalar]:
    """Yield the texts of a value, in order."""
    pending: list[Value] = [value]
    while pending:
        now = pending.pop()
        if isinstance(now, Scalar):
            yield now
        elif isinstance(now, Items):
            pending.extend(reversed(now.values))
        elif isinstance(now, Fields):
            pending.extend(entry.value for entry in reversed(now.entries))


def entry(key: str, value: Value | None, *said: Tracked) -> tuple[Entry, ...]:
    """Return a key with its value, or nothing where there is none."""
    return () if value is None else (Entry(key, value, tuple(s for s in said if s.text)),)
