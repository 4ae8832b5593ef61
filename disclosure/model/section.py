"""The tree of sections; a problem is a section that carries a response."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from disclosure.model.deadline import Deadline
from disclosure.model.fields import (
    Anchor,
    Anchors,
    Count,
    FileName,
    Flag,
    Link,
    Model,
    OneOrMany,
    Paragraphs,
    Text,
    one_or_many,
    refuse,
)
from disclosure.model.funds import FundsList
from disclosure.model.lists import Items, ListBlock
from disclosure.model.mark_style import MarkStyle
from disclosure.model.notes import Definition, Note
from disclosure.model.particulars import OfficeStatus, TermKind, Unprinted, Verified
from disclosure.model.picture import Picture, Pictures
from disclosure.model.status import Status
from disclosure.model.table import Table

# What was done, by field; each has a label that a unit may change.
ANSWERS: Final = ("measures", "progress", "outcomes")
# Keys that are written before a section's text, in this order; a new one comes behind the last.
BEFORE_TEXT: Final = (
    *("title", "kind", "mark", "id", "numbering", "run_in", "status", "verified", "term_kind"),
    *("offices", "measure_count", "leader", "department", "lead_unit", "deadline", "funds"),
    *("unprinted", "continues", "reopened"),
)


class Kind(StrEnum):
    """What a section is in the inspectors' count; ``NONE`` is none of it, whatever it holds."""

    CATEGORY = "大类"
    ASPECT = "方面"
    PROBLEM = "问题"
    NONE = "无"


class Attachment(Model):
    """A file that goes with the notice (``content/notices/<slug>/<file>``), or an address."""

    title: Text = Field(description="附件名称，后面不加标点")
    file: FileName | None = Field(None, description="文件名，放在与通报同名的文件夹里")
    url: Link | None = Field(None, description="网址，与 file 二选一")
    label: Text | None = Field(None, description="标签，照原文印，如 附件；缺省 附件1、附件2")
    only_named: Flag = Field(False, description="只列名称，不随附文件的写 true")

    @model_validator(mode="after")
    def _one_place(self) -> "Attachment":
        if sum((self.file is not None, self.url is not None, self.only_named)) != 1:
            raise refuse("attachment.place")
        return self


class Answer(Model):
    """What was done, where it stands in the text; without a label if the text has none."""

    label: Text | None = Field(None, description="标签，如 整改落实情况；原文没有标签的不写")
    text: Paragraphs | None = Field(None, description="一段或几段文字")
    items: Items | None = Field(None, description="逐条列出，序词由程序写")
    enumeration: MarkStyle | None = Field(None, description="序词，缺省与全文相同")
    own_line: Flag = Field(False, description="标签单独占一行")
    about: Anchors = Field((), description="一并整改的其他问题，写它们的 id")

    @model_validator(mode="after")
    def _something(self) -> "Answer":
        if self.text is None and self.items is None:
            raise self._nothing()
        return self

    def _nothing(self) -> PydanticCustomError:
        return refuse("answer.empty")


class Response(Answer):
    """What was done, under a label of the unit's own."""

    label: Text = Field(description="标签，如 整改落实情况")

    def _nothing(self) -> PydanticCustomError:
        return refuse("response.empty", label=self.label)


class ContentBlock(Model):
    """One block of a section's text, in its place: exactly one of these keys."""

    text: Paragraphs = Field((), description="一段或几段文字；也可不写 text，直接写文字")
    list: ListBlock | None = Field(None, description="分条列出、不属于整改内容的文字")
    table: Table | None = Field(None, description="表格")
    picture: Picture | None = Field(None, description="图片")
    pictures: Pictures = Field((), description="并排的2至6张图片，如 整改前、整改后")
    measures: Items = Field((), description="整改措施")
    progress: Items = Field((), description="整改情况")
    outcomes: Items = Field((), description="整改成效")
    answer: Answer | None = Field(None, description="整改内容，标签另写或没有标签")
    notes: tuple[Note, ...] = Field((), description="注释，正文里写 {①} 或 {注1} 引用")
    glossary: tuple[Definition, ...] = Field((), description="名词解释")
    sections: tuple["Section", ...] = Field((), description="下一级，后面还可以再写文字")

    @model_validator(mode="after")
    def _one_kind(self) -> "ContentBlock":
        given = sorted(self.model_fields_set)
        if not any(getattr(self, key) for key in given):
            raise refuse("field.empty")
        if len(given) != 1:
            raise refuse(
                "content.one", keys="、".join(given), kinds="、".join(type(self).model_fields)
            )
        return self

    @property
    def kind(self) -> str:
        """Its key."""
        return next(iter(self.model_fields_set))


def _content_kind(value: Any) -> str:
    return "text" if isinstance(value, str | tuple) else "block"


ContentItem = Annotated[
    Annotated[Paragraphs, Tag("text")] | Annotated[ContentBlock, Tag("block")],
    Discriminator(_content_kind),
]
# Of a notice without headings; one text stands for a list of it.
Content = Annotated[tuple[ContentItem, ...], BeforeValidator(one_or_many), OneOrMany()]


class Section(Model):
    """One heading with what stands under it.

    Its printed mark follows from its level and position unless ``mark`` gives one ("无" for
    none); ``numbering`` is the style of its children's marks.
    """

    title: Text = Field(description="标题，不写序号；原文标题带句号的照写")
    kind: Kind | None = Field(None, description="大类、方面 或 问题；有整改措施而不算问题的写 无")
    mark: Text | None = Field(None, description="照原文另印的序号，如 （二）；不印写 无")
    id: Anchor | None = Field(None, description="固定地址，小写字母、数字和连字符；缺省按位置")
    numbering: MarkStyle | None = Field(None, description="下一级的序号样式")
    run_in: Flag = Field(False, description="接排，true 时标题与正文相连，如 1、加强领导。坚持…")
    content: tuple[ContentItem, ...] = Field(
        (), description="按原文顺序写的全部内容；写了它，就不再写 body、tables、measures 等"
    )
    body: Paragraphs = Field((), description="正文，空行分段")
    tables: tuple[Table, ...] = Field((), description="表格")
    measures: Items = Field((), description="整改措施")
    progress: Items = Field((), description="整改情况")
    outcomes: Items = Field((), description="整改成效")
    responses: tuple[Response, ...] = Field((), description="用其他标签写的整改内容")
    status: Status | None = Field(None, description="整改状态，原文没有的不要填")
    verified: Verified | None = Field(None, description="是否属实，信访件用")
    term_kind: TermKind | None = Field(None, description="整改类型，与整改状态是两回事")
    offices: tuple[OfficeStatus, ...] = Field((), description="几个单位各自的整改状态")
    measure_count: Count | None = Field(None, description="整改措施条数，只进台账")
    leader: Text | None = Field(None, description="责任领导")
    department: Text | None = Field(None, description="责任部门")
    lead_unit: Text | None = Field(None, description="牵头单位")
    deadline: Deadline | None = Field(
        None, description="整改时限：日期如 2023-10-31，月份如 2023-06，或文字如 2024年底前"
    )
    funds: FundsList = Field((), description="涉及的资金，可写一笔或几笔")
    unprinted: Unprinted = Field(
        (), description="只进台账、不在正文里印出的项，如 [status, deadline]"
    )
    continues: Anchors = Field(
        (), description="接续：接着上一篇的哪些问题，写它们的 id 或位置，如 s-2-1；id 没变的不写"
    )
    reopened: Text | None = Field(
        None, description="退步原因：整改状态比上一篇退步的写，如 回头看时发现反弹；印在问题后面"
    )
    sections: tuple["Section", ...] = Field((), description="下一级")

    @model_validator(mode="after")
    def _one_order(self) -> "Section":
        if self.content:
            for key in ("body", "tables", *ANSWERS, "responses"):
                if getattr(self, key):
                    raise refuse("content.mixed", at=key, key=key)
            if self.sections and any(b.kind == "sections" for b in self.content_blocks):
                raise refuse("content.mixed", at="sections", key="sections")
        return self

    @property
    def content_blocks(self) -> Iterator[ContentBlock]:
        """Those items of ``content`` that are no plain text."""
        return (item for item in self.content if isinstance(item, ContentBlock))

    @property
    def is_problem(self) -> bool:
        """Whether the section counts as a problem: it carries a response, or says it is one.

        A category or aspect does not, when all its answers name the problems that they are for.
        """
        if self.kind is None:
            return self.has_response
        if self.kind is Kind.PROBLEM or self.kind is Kind.NONE:
            return self.kind is Kind.PROBLEM
        return self.has_response and not self._only_shared

    @property
    def _only_shared(self) -> bool:
        if self.content:
            answers = [b for b in self.content_blocks if b.kind in {*ANSWERS, "answer"}]
            return all(block.answer is not None and block.answer.about for block in answers)
        if self.measures or self.progress or self.outcomes:
            return False
        return all(response.about for response in self.responses)

    @property
    def has_response(self) -> bool:
        """Whether anything is said of what was done."""
        if self.content:
            return any(block.kind in {*ANSWERS, "answer"} for block in self.content_blocks)
        return bool(self.measures or self.progress or self.outcomes or self.responses)
