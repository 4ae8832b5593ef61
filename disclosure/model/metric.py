"""A figure that a notice states: what is written about it."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import Field, model_validator

from disclosure.model.amount import is_grouped, ungrouped
from disclosure.model.fields import Count, Exact, Flag, MetricId, Model, Percent, Text, refuse

_LONG = re.compile(r"-?\d{4}")


class Rounding(StrEnum):
    """How a derived figure is brought to its printed digits (GB/T 8170: 修约)."""

    HALF_UP = "四舍五入"
    TRUNCATE = "截断"


class MetricFormat(StrEnum):
    """How a figure is printed."""

    NUMBER = "number"
    PERCENT = "percent"


class Metric(Model):
    """One figure; prose prints it by its id in braces, so that it stands only once.

    Exactly one of ``value`` and ``formula`` is given. A formula is arithmetic over the ids of
    other figures; a year-on-year rate that is not given is derived from ``base``.
    """

    id: MetricId = Field(description="代号，正文用 {代号} 引用；字母、汉字、数字和下划线")
    name: Text = Field(description="指标名称")
    value: Exact | None = Field(None, description="数值，照公布的写法，如 38 或 1.10")
    formula: Text | None = Field(None, description="算式，由其他指标算出，如 (a - b) / a")
    about: Text | None = Field(None, description="约数用字，印在数值后面，如 余、多")
    unit: Text | None = Field(None, description="单位，如 个、亿元")
    period: Text | None = Field(None, description="统计时段，如 2021年")
    yoy: Percent | None = Field(None, description="同比，如 18.7%，下降写 -5%")
    mom: Percent | None = Field(None, description="环比，如 1.2%")
    base: Exact | None = Field(None, description="上年同期数值；未公布的不要填")
    rounding: Rounding = Field(Rounding.HALF_UP, description="取舍办法：四舍五入 或 截断")
    format: MetricFormat = Field(
        MetricFormat.NUMBER, description="印法，number 或 percent（百分数）"
    )
    digits: Count = Field(0, description="算出的数保留几位小数")
    group: Text | None = Field(None, description="分组，指标表按组列出")
    headline: Flag = Field(False, description="重点指标，true 时列在页首")
    note: Text | None = Field(None, description="口径说明")
    separators: Flag = Field(
        False, description="千分位，true 时印作 251,023.54；value 写了逗号的就是这样印"
    )

    @model_validator(mode="before")
    @classmethod
    def _as_typed(cls, data: Any) -> Any:
        """Take numbers with thousands separators, which are then printed with them."""
        if not isinstance(data, dict):
            return data
        typed = {key: str(data[key]) for key in ("value", "base") if is_grouped(data.get(key))}
        if not typed:
            return data
        for key in {"value", "base"} - typed.keys():
            # It would be printed with separators that nobody typed.
            if _LONG.match(str(data.get(key, ""))):
                raise refuse("metric.separators", at=key)
        return {**data, **{k: ungrouped(v) for k, v in typed.items()}, "separators": "true"}

    @model_validator(mode="after")
    def _one_origin(self) -> "Metric":
        if (self.value is None) == (self.formula is None):
            raise refuse("metric.origin", id=self.id)
        if self.digits > 10:
            raise refuse("metric.digits", id=self.id)
        if self.base is not None and self.base == Decimal(0) and self.yoy is None:
            raise refuse("metric.base_zero", id=self.id)
        return self
