"""Printed words that differ from unit to unit and from genre to genre."""

import re
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from disclosure.model.fields import Model, Text, refuse
from disclosure.model.marks import NO_MARK
from disclosure.page_texts.zh import NAMES

# A word goes into other sentences of the page, so it is one, and nothing that is filled in.
_WORD = re.compile(r"[^\s{}*\[\]\\]{1,20}")
_ON_THE_PAGE: Final = ("notice", "problem", "counter")


def _word(value: str) -> str:
    if value == NO_MARK or not _WORD.fullmatch(value):
        raise refuse("labels.word", value=value)
    return value


Word = Annotated[Text, AfterValidator(_word)]


class Labels(Model):
    """Printed words: before an answer or a fact, and what the page calls things."""

    measures: Text = Field("整改措施", description="措施的标签")
    progress: Text = Field(NAMES["progress"], description="情况的标签")
    outcomes: Text = Field("整改成效", description="成效的标签")
    status: Text = Field(NAMES["status"], description="状态的标签")
    verified: Text = Field("是否属实", description="是否属实的标签")
    term_kind: Text = Field("整改类型", description="整改类型的标签")
    offices: Text = Field("各单位整改状态", description="各单位整改状态的标签")
    leader: Text = Field("责任领导", description="责任领导的标签")
    department: Text = Field("责任部门", description="责任部门的标签，如 责任科室")
    lead_unit: Text = Field("牵头单位", description="牵头单位的标签")
    deadline: Text = Field("整改时限", description="时限的标签，如 完成时限")
    unit: Word = Field("被巡察单位", description="被巡察单位的标签，如 被审计单位")
    notice: Word = Field(NAMES["notice"], description="页面上怎么称呼全文，如 公告、年报")
    problem: Word = Field(NAMES["problem"], description="页面上怎么称呼问题，如 事项、信访件")
    counter: Word = Field(NAMES["counter"], description="问题的量词，如 项、件")

    @property
    def names(self) -> Mapping[str, str]:
        """What the page calls otherwise than usual; empty where nothing is.

        Status and progress go along only then: a unit that has changed no more than these
        labels has pages with the usual words elsewhere.
        """
        if all(getattr(self, name) == NAMES[name] for name in _ON_THE_PAGE):
            return {}
        found = {name: getattr(self, name) for name in NAMES}
        return {
            name: word for name, word in found.items() if word != NO_MARK and _WORD.fullmatch(word)
        }
