"""Money that a problem is about, and what became of it."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from disclosure.model.amount import Amount, value_of
from disclosure.model.fields import Flag, Model, OneOrMany, Text, one_or_many


class Funds(Model):
    """One sum of money and its parts, each with what became of it."""

    name: Text = Field(description="名称，如 问题资金")
    amount: Amount = Field(description="总额，照公布的写法，如 251,023.54")
    unit: Text = Field("万元", description="单位，缺省 万元")
    parts: dict[Text, Amount] = Field(
        default_factory=dict, description="去向和金额，如 追缴: 77,038.68"
    )
    partial: Flag = Field(False, description="只列出一部分，true 时印“其中”，各部分不必等于总额")

    @property
    def sum(self) -> Decimal:
        """What its parts come to."""
        return sum((value_of(part) for part in self.parts.values()), Decimal(0))

    @property
    def text(self) -> str:
        """The sum and its parts as they are printed."""
        parts = "、".join(f"{fate}{amount}{self.unit}" for fate, amount in self.parts.items())
        listed = f"（{'其中：' if self.partial else ''}{parts}）" if parts else ""
        return f"{self.amount}{self.unit}{listed}"


FundsList = Annotated[tuple[Funds, ...], BeforeValidator(one_or_many), OneOrMany()]
