"""Printed words that differ from unit to unit and from genre to genre."""

import re
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from disclosure.model.fields import Model, Text, refuse
from disclosure.model.marks import NO_MARK
from disclosure.page_texts.zh.document import DOCUMENT
from disclosure.page_texts.zh.names import NAMES

# A word goes into other sentences of the page, so it is one, and nothing that is filled in.
_WORD = re.compile(r"[^\s{}*\[\]\\]{1,20}")
# Chinese, as the model: of other pages the labels that are not given are their language's.
_USUAL: Final = DOCUMENT.labels
_ON_THE_PAGE: Final = ("notice", "problem", "counter")


def _word(value: str) -> str:
    if value == NO_MARK or not _WORD.fullmatch(value):
        raise refuse("labels.word", value=value)
    return value


Word = Annotated[Text, AfterValidator(_word)]


class Labels(Model):
    """Printed words: before an answer or a fact, and what the page calls things."""

    measures: Text = Field(_USUAL.measures, description="措施的标签")
    progress: Text = Field(_USUAL.progress, description="情况的标签")
    outcomes: Text = Field(_USUAL.outcomes, description="成效的标签")
    status: Text = Field(_USUAL.status, description="状态的标签")
    verified: Text = Field(_USUAL.verified, description="是否属实的标签")
    term_kind: Text = Field(_USUAL.term_kind, description="整改类型的标签")
    offices: Text = Field(_USUAL.offices, description="各单位整改状态的标签")
    leader: Text = Field(_USUAL.leader, description="责任领导的标签")
    department: Text = Field(_USUAL.department, description="责任部门的标签，如 责任科室")
    lead_unit: Text = Field(_USUAL.lead_unit, description="牵头单位的标签")
    deadline: Text = Field(_USUAL.deadline, description="时限的标签，如 完成时限")
    unit: Word = Field(_USUAL.unit, description="被巡察单位的标签，如 被审计单位")
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
        given = self.model_fields_set
        found = {name: getattr(self, name) for name in NAMES if name in given}
        return {
            name: word for name, word in found.items() if word != NO_MARK and _WORD.fullmatch(word)
        }
