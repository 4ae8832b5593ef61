"""What stands around the text: entries below the title, the posting period, the signature."""

from datetime import date
from typing import Any

from pydantic import Field, model_validator

from disclosure.model.coarse_day import CoarseDay
from disclosure.model.fields import Day, Model, Names, Text, refuse


class HeadEntry(Model):
    """What a notice says below its title beside source and date, in its own words."""

    label: Text = Field(description="标签，如 公开方式")
    text: Text = Field(description="文字，照原文印，如 主动公开")

    @model_validator(mode="before")
    @classmethod
    def _typed_as_key(cls, data: Any) -> Any:
        # What is printed before the colon is easily taken for a key.
        label, value = "", ""
        if isinstance(data, str):
            label, _, value = data.replace("：", ":").partition(":")
        elif isinstance(data, dict) and len(data) == 1:
            ((label, value),) = data.items()
        if isinstance(value, str) and value.strip() and not label.isascii():
            raise refuse("contact.line_label", label=label, key="text", value=value.strip())
        return data


class PostingPeriod(Model):
    """公示期, both days included; in the words of the text where they are given.

    The days may be missing where the words name none: 自发布之日起5个工作日.
    """

    label: Text | None = Field(None, description="标签，照原文印，如 公示期限；缺省 公示时间")
    text: Text | None = Field(
        None, description="文字，照原文印，如 2022年3月1日至3月7日，共7天。缺省由两个日期写成"
    )
    start: Day | None = Field(None, description="公示开始日期")
    end: Day | None = Field(None, description="公示结束日期")

    @model_validator(mode="after")
    def _in_order(self) -> "PostingPeriod":
        if (self.start is None) != (self.end is None):
            raise refuse("posting.half", at="end" if self.start else "start")
        if self.days is None:
            if self.text is None:
                raise refuse("posting.empty")
        elif self.days[1] < self.days[0]:
            raise refuse("posting.order", at="end")
        return self

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day; None where only words are given."""
        return (self.start, self.end) if self.start and self.end else None


class Signature(Model):
    """落款: who signs the text, and its date (成文日期); either may stand alone."""

    name: Names = Field((), description="署名，可写一个或多个")
    date: CoarseDay | None = Field(
        None, description="成文日期，如 2022-02-23、2022-02，或照原文写 二〇二二年二月二十三日"
    )

    @model_validator(mode="after")
    def _something(self) -> "Signature":
        if not self.name and self.date is None:
            raise refuse("signature.empty")
        return self
