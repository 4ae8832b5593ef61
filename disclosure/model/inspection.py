"""The inspection that a notice answers, and the counts that the notice states."""

from enum import StrEnum

from pydantic import Field, model_validator

from disclosure.model.coarse_day import CoarseDay, first_day, last_day
from disclosure.model.fields import Count, Model, Names, Text, refuse
from disclosure.model.status import Status


class InspectionLevel(StrEnum):
    """巡视 is the central and provincial level, 巡察 the city and county level."""

    COUNTY = "巡察"
    PROVINCE = "巡视"


class Inspection(Model):
    """The inspection that the notice answers; days as exactly as the text tells them."""

    team: Names = Field(min_length=1, description="巡察组，可写一个或多个，如 县委第四巡察组")
    level: InspectionLevel = Field(InspectionLevel.COUNTY, description="巡察 或 巡视")
    round: Text | None = Field(None, description="轮次，如 十四届县委第一轮")
    start: CoarseDay | None = Field(
        None, description="巡察开始日期，如 2021-08-31；只到月写 2021-08，到旬写 2021年8月下旬"
    )
    end: CoarseDay | None = Field(None, description="巡察结束日期，写法同上")
    feedback: CoarseDay | None = Field(None, description="反馈日期，写法同上")

    @model_validator(mode="after")
    def _in_order(self) -> "Inspection":
        if (self.start is None) != (self.end is None):
            raise refuse("inspection.half", at="end" if self.start else "start")
        if self.start and self.end and last_day(self.end) < first_day(self.start):
            raise refuse("inspection.order", at="end")
        if self.end and self.feedback and last_day(self.feedback) < first_day(self.end):
            raise refuse("inspection.order", at="feedback")
        return self


class BodyCount(Model):
    """How many of the problems are those of one body, or of a group of bodies."""

    name: Text = Field(description="单位，如 镇本级、30个村")
    problems: Count = Field(description="问题数")


class Declared(Model):
    """Counts that the notice itself states; checked against the tree, never derived from it."""

    categories: Count | None = Field(None, description="大类数")
    aspects: Count | None = Field(None, description="方面数")
    problems: Count | None = Field(None, description="问题数")
    measures: Count | None = Field(None, description="整改措施条数")
    listed: Count | None = Field(
        None, description="正文列出的问题数；声明的数目里有正文没有列出的时写，如共58个、列出15个"
    )
    statuses: dict[Status, Count] = Field(
        default_factory=dict, description="各整改状态的问题数，如 已完成: 7"
    )
    suggestions: Count | None = Field(None, description="意见建议条数")
    detailed_measures: Count | None = Field(None, description="细化后的整改措施条数")
    bodies: tuple[BodyCount, ...] = Field((), description="分单位的问题数，合起来是全部")

    @model_validator(mode="after")
    def _no_more_listed(self) -> "Declared":
        if self.listed is not None and self.listed > (self.problems or 0):
            raise refuse(
                "declared.listed",
                at="listed",
                listed=str(self.listed),
                problems=str(self.problems or 0),
            )
        return self
