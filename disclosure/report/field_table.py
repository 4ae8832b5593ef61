"""The table of YAML keys, written from the model so that it cannot go stale."""

from collections.abc import Iterator, Sequence
from enum import EnumType
from types import UnionType
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from disclosure.model.addresses import Addresses
from disclosure.model.closing import ClosingBlock
from disclosure.model.contact import Contact, ContactLine
from disclosure.model.fields import Model
from disclosure.model.funds import Funds
from disclosure.model.genre import Genre
from disclosure.model.head_and_foot import HeadEntry, PostingPeriod, Signature
from disclosure.model.inspection import BodyCount, Declared, Inspection
from disclosure.model.labels import Labels
from disclosure.model.ledger_columns import LedgerColumn
from disclosure.model.lists import ListBlock, ListItem
from disclosure.model.metric import Metric
from disclosure.model.notes import Definition, Note
from disclosure.model.notice import (
    Dropped,
    Feedback,
    Notice,
    Numbering,
)
from disclosure.model.particulars import OfficeStatus
from disclosure.model.picture import Picture
from disclosure.model.review import ReviewPolicy, Step
from disclosure.model.section import (
    Answer,
    Attachment,
    ContentBlock,
    Response,
    Section,
)
from disclosure.model.site import Column, Crumb, Feed, Site
from disclosure.model.status import ENDINGS, without_endings
from disclosure.model.table import Table
from disclosure.model.terms import Leader, Matter, Replacement, Terms

_PARTS: Final[Sequence[tuple[str, str, type[Model]]]] = (
    ("通报", "content/notices/<slug>.yaml", Notice),
    ("巡察", "inspection", Inspection),
    ("声明的数目", "declared", Declared),
    ("分单位的数目", "declared.bodies[]", BodyCount),
    ("序号", "numbering", Numbering),
    ("标签用字", "labels", Labels),
    ("指标", "metrics[]", Metric),
    ("题下各项", "head[]", HeadEntry),
    ("部分", "sections[]", Section),
    ("按顺序写的内容", "sections[].content[]", ContentBlock),
    ("分条", "sections[].content[].list", ListBlock),
    ("一条", "list.items[]、measures[] 等", ListItem),
    ("整改内容", "sections[].content[].answer", Answer),
    ("其他标签的整改内容", "sections[].responses[]", Response),
    ("各单位整改状态", "sections[].offices[]", OfficeStatus),
    ("表格", "sections[].tables[]", Table),
    ("正文之后", "closing[]", ClosingBlock),
    ("图片", "sections[].content[].picture", Picture),
    ("涉及的资金", "sections[].funds", Funds),
    ("注释", "notes[]", Note),
    ("名词解释", "glossary[]", Definition),
    ("不再报告的问题", "dropped[]", Dropped),
    ("附件", "attachments[]", Attachment),
    ("公示期", "posting_period", PostingPeriod),
    ("意见反馈", "feedback", Feedback),
    ("联系方式", "contact", Contact),
    ("联系方式的一行", "contact.lines[]", ContactLine),
    ("落款", "signature", Signature),
    ("网站", "content/site.yaml", Site),
    ("栏目", "column", Column),
    ("上级位置", "parents[]", Crumb),
    ("订阅", "feed", Feed),
    ("整改台账的一栏", "ledger_columns[]", LedgerColumn),
    ("审签", "review", ReviewPolicy),
    ("审签步骤", "review.steps[]", Step),
    ("原来的网址", "content/addresses.yaml", Addresses),
    ("词表", "content/terms.yaml", Terms),
    ("错词", "wrong_words[]", Replacement),
    ("需要确认的词", "sensitive[]", Matter),
    ("领导", "leaders[]", Leader),
    ("文种", "content/genres/<name>.yaml", Genre),
)
_HEADS: Final = {
    "zh": "| 名称 | 必填 | 说明 |\n|---|---|---|",
    "en": "| key | required | 中文 |\n|---|---|---|",
}
_YES: Final = {"zh": "是", "en": "yes"}


def field_tables(language: str) -> str:
    """Return Markdown tables of every key of every content file.

    Args:
        language: of headings; descriptions are the Chinese ones that editors show.

    """
    return "\n\n".join(_table(*part, language) for part in _PARTS) + "\n"


def _table(name: str, place: str, model: type[Model], language: str) -> str:
    title = f"**{name}**（`{place}`）" if language == "zh" else f"**`{place}`** ({name})"
    rows = "\n".join(_rows(model, language))
    return f"{title}\n\n{_HEADS[language]}\n{rows}"


def _rows(model: type[Model], language: str) -> Iterator[str]:
    for key, info in model.model_fields.items():
        required = _YES[language] if info.is_required() else ""
        yield f"| `{key}` | {required} | {_description(info)} |"


def _description(info: FieldInfo) -> str:
    description = (info.description or "").replace("|", "\\|")
    choices = _choices(info.annotation)
    shown = without_endings(choices)
    if choices and not all(choice in description for choice in choices):
        description += f"；可写 {_quoted(shown)}"
    if len(shown) < len(choices):
        description += f"，后面可以接 {_quoted(ENDINGS)}"
    return description


def _quoted(words: Sequence[str]) -> str:
    return "、".join(f"`{word}`" for word in words)


def _choices(annotation: Any) -> tuple[str, ...]:
    """Return the values of an enumeration anywhere inside ``annotation``."""
    if isinstance(annotation, EnumType):
        members: dict[str, object] = dict(annotation.__members__)
        return tuple(str(member) for member in members.values())
    if get_origin(annotation) in {tuple, UnionType, Annotated, dict}:
        found = (_choices(argument) for argument in get_args(annotation))
        return next((choices for choices in found if choices), ())
    return ()
