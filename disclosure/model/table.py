"""A table of a notice's text."""

from pydantic import Field, model_validator

from disclosure.model.fields import Model, Text, refuse


class Table(Model):
    """A table: one header row, then rows of as many cells."""

    caption: Text = Field(description="表题")
    columns: tuple[Text, ...] = Field(min_length=1, description="各列标题")
    rows: tuple[tuple[str, ...], ...] = Field(description="各行，每行格数与列数相同")
    note: Text | None = Field(None, description="表注")

    @model_validator(mode="after")
    def _even_rows(self) -> "Table":
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise refuse(
                    "table.row",
                    at=f"rows.{number - 1}",
                    row=str(number),
                    found=str(len(row)),
                    wanted=str(len(self.columns)),
                )
        return self
