"""The notice as a whole."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field, model_validator

from disclosure.model.contact import Contacts
from disclosure.model.content import children_of
from disclosure.model.fields import (
    Clock,
    CodedLink,
    Count,
    Day,
    Model,
    Paragraphs,
    Text,
    refuse,
)
from disclosure.model.labels import Labels
from disclosure.model.lists import Enumeration
from disclosure.model.metric import Metric
from disclosure.model.notes import Definition, Note
from disclosure.model.particulars import Unprinted
from disclosure.model.registrations import IndexNumber
from disclosure.model.section import (
    Attachment,
    MarkStyle,
    Section,
)
from disclosure.model.status import Status
from disclosure.model.table import Table

OFFICIAL_LEVELS = (
    MarkStyle.CHAPTER,
    MarkStyle.BRACKETED_HAN,
    MarkStyle.POINT,
    MarkStyle.BRACKETED,
    MarkStyle.CIRCLED,
)


class InspectionLevel(StrEnum):
    """巡视 is the central and provincial level, 巡察 the city and county level."""

    COUNTY = "巡察"
    PROVINCE = "巡视"


class Inspection(Model):
    """The inspection that the notice answers."""

    team: Text = Field(description="巡察组，如 县委第四巡察组")
    level: InspectionLevel = Field(InspectionLevel.COUNTY, description="巡察 或 巡视")
    round: Text | None = Field(None, description="轮次，如 十四届县委第一轮")
    start: Day = Field(description="巡察开始日期，如 2021-08-31")
    end: Day = Field(description="巡察结束日期")
    feedback: Day = Field(description="反馈日期")

    @model_validator(mode="after")
    def _in_order(self) -> "Inspection":
        if self.end < self.start:
            raise refuse("inspection.order", at="end")
        if self.feedback < self.end:
            raise refuse("inspection.order", at="feedback")
        return self


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


class Feedback(Model):
    """How readers are invited to object or suggest."""

    invitation: Paragraphs = Field((), description="邀请监督的话，照原文")
    url: CodedLink | None = Field(None, description="意见反馈网址；没有的用电子邮箱")


class PostingPeriod(Model):
    """公示期, both days included."""

    start: Day = Field(description="公示开始日期")
    end: Day = Field(description="公示结束日期")

    @model_validator(mode="after")
    def _in_order(self) -> "PostingPeriod":
        if self.end < self.start:
            raise refuse("posting.order", at="end")
        return self


class Signature(Model):
    """落款: who signs the text, and its date (成文日期)."""

    name: Text = Field(description="署名")
    date: Day = Field(description="成文日期")


class Numbering(Model):
    """How section marks are printed where a section does not say otherwise."""

    styles: tuple[MarkStyle, ...] = Field(
        OFFICIAL_LEVELS, min_length=1, max_length=6, description="各级序号样式，从第一级起"
    )
    run_on: tuple[MarkStyle, ...] = Field(
        (), description="在一章之内连续编号、不重新起的样式，如 1."
    )


class Notice(Model):
    """One public disclosure notice (公开通报), with every value as published.

    Attributes that are missing were not in the published text; nothing is filled in.
    """

    genre: Text | None = Field(None, description="文种，如 信访件办理；不写就是巡察整改通报")
    title: Text = Field(description="标题")
    issuer: Text = Field(description="发布单位（谁的通报）")
    source: Text | None = Field(None, description="来源（谁的网站登出），与发布单位不同")
    published: Day = Field(description="发布日期，如 2022-02-23")
    published_time: Clock | None = Field(None, description="发布时刻，如 09:30")
    as_of: Day | None = Field(None, description="数据截至日期")
    document_number: Text | None = Field(None, description="发文字号，用六角括号〔〕")
    index_number: IndexNumber | None = Field(None, description="索引号")
    unit: Text | None = Field(None, description="被巡察单位")
    summary: Text | None = Field(None, description="摘要，用于目录页和网页标签")
    keywords: tuple[Text, ...] = Field((), description="关键词")
    inspection: Inspection | None = Field(None, description="巡察时间与反馈日期")
    declared: Declared = Field(default_factory=Declared, description="文中声明的数目")
    numbering: Numbering = Field(default_factory=Numbering, description="序号样式")
    enumeration: Enumeration = Field(Enumeration.HAN_IS, description="分条序词的样式")
    unprinted: Unprinted = Field((), description="全文只进台账、不在正文里印出的项，如 [status]")
    labels: Labels = Field(default_factory=Labels, description="标签用字")
    metrics: tuple[Metric, ...] = Field((), description="指标")
    lead: Paragraphs = Field((), description="导语")
    sections: tuple[Section, ...] = Field(min_length=1, description="正文各章")
    tables: tuple[Table, ...] = Field((), description="表格，印在最后一章之后")
    closing: Paragraphs = Field((), description="正文之后、邀请监督之前的话")
    notes: tuple[Note, ...] = Field((), description="注释，印在全文之后，正文写 {①} 或 {注1} 引用")
    glossary: tuple[Definition, ...] = Field((), description="名词解释，印在全文之后")
    attachments: tuple[Attachment, ...] = Field((), description="附件")
    posting_period: PostingPeriod | None = Field(None, description="公示期")
    feedback: Feedback = Field(default_factory=Feedback, description="意见反馈")
    contact: Contacts = Field((), description="联系方式，可写一处或多处")
    signature: Signature | None = Field(None, description="落款")

    def walk(self) -> Iterator[Section]:
        """Yield every section in reading order."""
        pending = list(reversed(self.sections))
        while pending:
            section = pending.pop()
            yield section
            pending.extend(reversed([child for _, child in children_of(section)]))

    @model_validator(mode="after")
    def _published_last(self) -> "Notice":
        # One day of grace: a text dated the next day is a slip of the clock, not of the notice.
        if self.inspection and self.published < self.inspection.feedback:
            raise refuse("notice.before_feedback", at="published")
        if self.signature and self.signature.date - self.published > timedelta(days=1):
            raise refuse("notice.before_signature", at="published")
        return self

    @property
    def dated(self) -> date:
        """The day that the notice speaks of: ``as_of``, else the day it was published."""
        return self.as_of or self.published
