"""The notice as a whole."""

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import Field, model_validator

from disclosure.model.closing import Closing, Part, is_ordered, placed_closing
from disclosure.model.coarse_day import first_day
from disclosure.model.contact import Contacts
from disclosure.model.content import children_of, placed_content
from disclosure.model.fields import (
    Anchor,
    Clock,
    CodedLink,
    Day,
    Model,
    Names,
    Paragraphs,
    Slug,
    Text,
    refuse,
)
from disclosure.model.head_and_foot import HeadEntry, PostingPeriod, Signature
from disclosure.model.inspection import Declared, Inspection
from disclosure.model.labels import Labels
from disclosure.model.mark_style import MarkStyle
from disclosure.model.metric import Metric
from disclosure.model.notes import Definition, Note
from disclosure.model.particulars import Unprinted
from disclosure.model.registrations import IndexNumber
from disclosure.model.section import (
    Attachment,
    Content,
    Section,
)

OFFICIAL_LEVELS = (
    MarkStyle.CHAPTER,
    MarkStyle.BRACKETED_HAN,
    MarkStyle.POINT,
    MarkStyle.BRACKETED,
    MarkStyle.CIRCLED,
)


class Feedback(Model):
    """How readers are invited to object or suggest."""

    invitation: Paragraphs = Field((), description="邀请监督的话，照原文")
    url: CodedLink | None = Field(None, description="意见反馈网址；没有的用电子邮箱")


class Numbering(Model):
    """How section marks are printed where a section does not say otherwise."""

    styles: tuple[MarkStyle, ...] = Field(
        OFFICIAL_LEVELS, min_length=1, max_length=6, description="各级序号样式，从第一级起"
    )
    run_on: tuple[MarkStyle, ...] = Field(
        (), description="在一章之内连续编号、不重新起的样式，如 1."
    )


class Dropped(Model):
    """A problem of the notice before that this one does not report any more."""

    id: Anchor = Field(description="上一篇里那个问题的 id 或位置，如 s-2-1")
    reason: Text = Field(description="为什么不再报告，写成完整的话，印在正文各章之后")


class Notice(Model):
    """One public disclosure notice (公开通报), with every value as published.

    Attributes that are missing were not in the published text; nothing is filled in.
    """

    genre: Text | None = Field(None, description="文种，如 信访件办理；不写就是巡察整改通报")
    title: Text = Field(description="标题")
    issuer: Text = Field(description="发布单位（谁的通报）")
    source: Text | None = Field(None, description="来源（谁的网站登出），与发布单位不同")
    published: Day | None = Field(None, description="发布日期，如 2022-02-23；没有定的不写，是草稿")
    published_time: Clock | None = Field(None, description="发布时刻，如 09:30")
    as_of: Day | None = Field(None, description="数据截至日期")
    document_number: Text | None = Field(None, description="发文字号，用六角括号〔〕")
    index_number: IndexNumber | None = Field(None, description="索引号")
    continues: Slug | None = Field(
        None, description="接续：接着哪一篇通报，写它的文件名，不带 .yaml"
    )
    unit: Names = Field((), description="被巡察单位，可写一个或多个")
    summary: Text | None = Field(None, description="摘要，用于目录页和网页标签")
    keywords: tuple[Text, ...] = Field((), description="关键词")
    inspection: Inspection | None = Field(None, description="巡察时间与反馈日期")
    declared: Declared = Field(default_factory=Declared, description="文中声明的数目")
    numbering: Numbering = Field(default_factory=Numbering, description="序号样式")
    enumeration: MarkStyle = Field(MarkStyle.HAN_IS, description="分条序词的样式")
    unprinted: Unprinted = Field((), description="全文只进台账、不在正文里印出的项，如 [status]")
    labels: Labels = Field(default_factory=Labels, description="标签用字")
    metrics: tuple[Metric, ...] = Field((), description="指标")
    subtitle: Names = Field((), description="副题，题目下面的一行或几行，破折号照写")
    speaker: Names = Field((), description="题下署名，如 市审计局局长　某某某")
    head: tuple[HeadEntry, ...] = Field((), description="题下各项，照原文印，如 公开方式")
    addressee: Text | None = Field(None, description="主送机关，冒号照写，如 市审计局：")
    salutation: Text | None = Field(None, description="称谓，如 各位委员：")
    lead: Paragraphs = Field((), description="导语")
    sections: tuple[Section, ...] = Field(
        (), min_length=1, description="正文各章；全文没有小标题的不写，写 content"
    )
    content: Content = Field(
        (), description="没有小标题的正文，直接写文字，或像各章的 content 那样逐块写"
    )
    dropped: tuple[Dropped, ...] = Field((), description="不再报告的问题：上一篇有、这一篇没有的")
    closing: Closing = Field(
        (), description="正文之后的话；后面各项要换先后的，用 part 写在所在的地方"
    )
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
            pending.extend(reversed([child for _, child in children_of((), section)]))

    @model_validator(mode="after")
    def _one_text(self) -> "Notice":
        if not self.content:
            if not self.sections:
                given = {"at": "content"} if "content" in self.model_fields_set else {}
                raise refuse("notice.no_text", **given)
            return self
        if self.sections:
            raise refuse("notice.two_texts", at="content")
        for block in placed_content(self.content):
            at = ".".join(map(str, block.path))
            if block.kind == "sections":
                raise refuse("notice.headed", at=at)
            if block.kind == "answer" and block.value.about:
                # Only sections are problems, and there are none.
                raise refuse("answer.about", at=f"{at}.about.0", id=block.value.about[0])
        return self

    @model_validator(mode="after")
    def _published_last(self) -> "Notice":
        if self.published is None:
            if self.published_time:
                raise refuse("notice.time_alone", at="published_time")
            return self
        # One day of grace: a text dated the next day is a slip of the clock, not of the notice.
        feedback = self.inspection.feedback if self.inspection else None
        if feedback and self.published < first_day(feedback):
            raise refuse("notice.before_feedback", at="published")
        signed = self.signature.date if self.signature else None
        if signed and first_day(signed) - self.published > timedelta(days=1):
            raise refuse("notice.before_signature", at="published")
        return self

    @model_validator(mode="after")
    def _closing_parts(self) -> "Notice":
        named: set[str] = set()
        for placed in placed_closing(self.closing) if is_ordered(self.closing) else ():
            if placed.value is None:
                at = ".".join(map(str, placed.path))
                if placed.kind in named:
                    raise refuse("closing.twice", at=at, part=placed.kind)
                if not self.holds(Part(placed.kind)):
                    raise refuse("closing.nothing", at=at, part=placed.kind)
                named.add(placed.kind)
        return self

    def holds(self, part: Part) -> bool:
        """Say whether anything is printed for a part; contacts may be those of the site."""
        match part:
            case Part.INVITATION:
                return bool(self.feedback.invitation)
            case Part.FEEDBACK:
                return bool(self.feedback.url)
            case Part.CONTACT:
                return True
            case _:
                return bool(getattr(self, part.value))

    @property
    def dated(self) -> date | None:
        """The day that the notice speaks of: ``as_of``, else the day it was published.

        None while there is no date of publication.
        """
        return self.as_of or self.published
