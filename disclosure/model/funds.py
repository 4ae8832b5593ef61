"""Money that a problem is about, and what became of it."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator

from disclosure.model.amount import Amount, value_of
from disclosure.model.fields import Flag, Model, OneOrMany, Text, one_or_many, refuse


class Funds(Model):
    """One sum of money and its parts, each with what became of it."""

    name: Text = Field(description="名称，如 问题资金")
    amount: Amount = Field(description="总额，照公布的写法，如 251,023.54")
    unit: Text = Field("万元", description="单位，缺省 万元")
    parts: dict[Text, Amount] = Field(
        default_factory=dict, description="去向和金额，如 追缴: 77,038.68"
    )
    partial: Flag = Field(False, description="只列出一部分，true 时印“其中”，各部分不必等于总额")

    @field_validator("parts", mode="before")
    @classmethod
    def _each_once(cls, parts: Any) -> Any:
        # A name is read without the blanks around it: of two that are then alike one would go.
        if isinstance(parts, dict):
            for name in parts:
                if isinstance(name, str) and name.strip() and name != name.strip():
                    raise refuse("shape.blank_key", key=name, near=name.strip())
        return parts

    @property
    def sum(self) -> Decimal:
        """What its parts come to."""
        return sum((value_of(part) for part in self.parts.values()), Decimal(0))

    def printed(self, of_which: str) -> str:
        """Return the sum and its parts as they are printed.

        Args:
            of_which: the word before parts that are not the whole.

        """
        parts = "、".join(f"{fate}{amount}{self.unit}" for fate, amount in self.parts.items())
        listed = f"（{of_which if self.partial else ''}{parts}）" if parts else ""
        return f"{self.amount}{self.unit}{listed}"


FundsList = Annotated[tuple[Funds, ...], BeforeValidator(one_or_many), OneOrMany()]
