"""A table of a notice's text."""

from collections.abc import Sequence

from pydantic import Field, model_validator

from disclosure.model.fields import Flag, Model, Text, refuse
from disclosure.model.merged_cells import merge


class Table(Model):
    """A table: its head, one row or several, then rows of as many cells.

    Cells are merged by a mark in the cells that give way (``merged_cells``): in ``head`` always,
    in ``rows`` where ``merge`` says so, since there a mark was once a text like any other.
    """

    caption: Text | None = Field(None, description="表题，原文没有的不写")
    columns: tuple[Text, ...] = Field((), min_length=1, description="各列标题，表头只有一行的")
    rows: tuple[tuple[str, ...], ...] = Field(description="各行，每行格数与列数相同")
    note: Text | None = Field(None, description="表注")
    head: tuple[tuple[Text, ...], ...] = Field(
        (), description="几行的表头，每行写满各列：并入上面一格的写 ↑，并入左边一格的写 ←"
    )
    merge: Flag = Field(
        False, description="合并单元格，true 时 rows 里只写 ↑ 的格并入上面，只写 ← 的并入左边"
    )
    row_heads: Flag = Field(
        False, description="首列是各行的标题，true 时可以没有表头（如 问题、措施、时限 各一行）"
    )
    align_numbers: Flag = Field(False, description="数字对齐，true 时全是数字的列靠右排")

    @property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the head, one, several or none."""
        return self.head or ((self.columns,) if self.columns else ())

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(next(iter((*self.heads, *self.rows)), ()))

    @model_validator(mode="after")
    def _one_head(self) -> "Table":
        if self.columns and self.head:
            raise refuse("table.two_heads", at="head")
        if not self.width or not (self.heads or self.row_heads):
            raise refuse("table.no_head")
        return self

    @model_validator(mode="after")
    def _even_rows(self) -> "Table":
        for number, row in enumerate(self.head, 1):
            if len(row) != self.width:
                params = {"row": str(number), "found": str(len(row)), "wanted": str(self.width)}
                raise refuse("table.head_row", at=f"head.{number - 1}", **params)
        for number, row in enumerate(self.rows):
            if len(row) < self.width:
                self._refuse_short(number, row)
            if len(row) > self.width:
                params = {"row": str(number + 1), "found": str(len(row)), "wanted": str(self.width)}
                more = row[self.width]
                raise refuse(
                    "table.long_row", at=f"rows.{number}.{self.width}", cell=more, **params
                )
        return self

    def _refuse_short(self, number: int, row: Sequence[str]) -> None:
        params = {"row": str(number + 1), "found": str(len(row)), "wanted": str(self.width)}
        at = f"rows.{number}"
        if not self.heads:
            raise refuse("table.row", at=at, **params)
        # Of the cells that are missing nothing is known but how many, and the last heads.
        missing = "、".join(f"“{name}”" for name in self._column_names()[len(row) :])
        raise refuse("table.short_row", at=at, missing=missing, **params)

    def _column_names(self) -> list[str]:
        """Return the lowest head of each column."""
        spans = merge(self.head).owners if self.head else {}
        last = len(self.heads) - 1
        owners = [spans.get((last, at), (last, at)) for at in range(self.width)]
        return [self.heads[row][column] for row, column in owners]

    @model_validator(mode="after")
    def _merged(self) -> "Table":
        for key, grid in (("head", self.head), ("rows", self.rows if self.merge else ())):
            slip = merge(grid).slip if grid else None
            if slip:
                raise refuse(slip.code, at=f"{key}.{slip.row}.{slip.column}")
        return self
