"""release.summary: a summary is short enough for lists and page tags.

Good::
    summary: 现将巡察整改进展情况予以公布。
Bad::
    summary: >-
      现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，
      现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，
      现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，
      现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，
      现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，现将巡察整改进展情况予以公布，
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_LONGEST = 200


def _check(context: NoticeContext) -> Iterator[Finding]:
    summary = context.notice.summary
    if summary is not None and len(summary) > _LONGEST:
        yield at_value(("summary",), length=str(len(summary)), limit=str(_LONGEST))


RULE = Rule("release.summary", Level.INFO, "国办发〔2017〕47号（网页标签）", __doc__, _check)
