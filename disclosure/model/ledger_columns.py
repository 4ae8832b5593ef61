"""Which columns a table of problems (整改台账) has that is handed out, and what they are called."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from disclosure.model.fields import Model, Text, refuse


class LedgerField(StrEnum):
    """What a column shows of a problem; data has the name of its key in the notice."""

    NUMBER = "number"
    NOTICE = "notice"
    MARKS = "marks"
    PART = "part"
    TITLE = "title"
    MEASURES = "measures"
    ANSWERS = "answers"
    MEASURE_COUNT = "measure_count"
    LEADER = "leader"
    DEPARTMENT = "department"
    LEAD_UNIT = "lead_unit"
    DEADLINE = "deadline"
    STATUS = "status"
    BLANK = "blank"


class LedgerColumn(Model):
    """A column of the table."""

    field: LedgerField = Field(
        description="印什么，如 title、leader、deadline、status；空栏写 blank"
    )
    name: Text = Field(description="栏名，如 责任领导")


def _each_once(columns: tuple[LedgerColumn, ...]) -> tuple[LedgerColumn, ...]:
    names: set[str] = set()
    fields: set[LedgerField] = set()
    for number, column in enumerate(columns):
        again = column.field in fields and column.field is not LedgerField.BLANK
        if again or column.name in names:
            at = f"{number}.{'field' if again else 'name'}"
            raise refuse("ledger.column_twice", at=at, name=column.name)
        names.add(column.name)
        fields.add(column.field)
    return columns


LedgerColumns = Annotated[tuple[LedgerColumn, ...], AfterValidator(_each_once)]

_USUAL: Final = (
    (LedgerField.NUMBER, "序号"),
    (LedgerField.TITLE, "问题"),
    (LedgerField.MEASURES, "整改措施"),
    (LedgerField.LEADER, "责任领导"),
    (LedgerField.DEPARTMENT, "责任部门"),
    (LedgerField.DEADLINE, "整改时限"),
    (LedgerField.STATUS, "整改状态"),
)
_NOTICE: Final = (LedgerField.NOTICE, "通报")


def columns_of(given: Sequence[LedgerColumn], *, several: bool) -> tuple[LedgerColumn, ...]:
    """Return the columns of a table.

    Args:
        given: those that the site names; none means the usual ones.
        several: whether it is the table of several notices, which are then told apart.

    """
    if given:
        return tuple(given)
    usual = (_USUAL[0], _NOTICE, *_USUAL[1:]) if several else _USUAL
    return tuple(LedgerColumn(field=field, name=name) for field, name in usual)
