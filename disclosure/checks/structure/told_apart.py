"""structure.told_apart: data that only the ledger prints is what the section's text prints.

Good::
    unprinted: [leader, department, deadline, status]
    sections:
      - title: 甲
        body: |
          责任领导：张某某, 李某某

          责任部门：办公室；整改时限：2022年1月底前；整改状态：已完成。
        outcomes: 已改。
        leader: 李某某、张某某
        department: 办公室
        deadline: 2022-01-31
        status: 已完成
Good::
    sections:
      - {title: 甲, body: 责任领导：张某某, outcomes: 已改。}
      - {title: 乙, outcomes: 已改。, leader: 李某某, unprinted: leader}
Good::
    sections: [{title: 甲, body: 责任领导：张某某负责此事。各股室配合。, outcomes: 已改。,
      leader: 张某某, unprinted: leader}]
Bad::
    sections: [{title: 甲, body: 责任领导：张某某, outcomes: 已改。, leader: 李某某,
      unprinted: leader}]
Bad::
    unprinted: department
    sections: [{title: 甲, outcomes: [已改。, 责任单位：办公室。], department: 财务股}]
Bad::
    sections: [{title: 甲, body: （整改时限：2022年1月31日；整改状态：已完成）, outcomes: 已改。,
      deadline: 2022-03-31, status: 已完成, unprinted: [deadline, status]}]
Bad::
    unprinted: status
    sections: [{title: 甲, body: 整改状态：正在整改, outcomes: 已改。, status: 已完成}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.told_data import told_apart
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for each in told_apart(context.notice, context.prose):
        yield in_piece(
            each.piece,
            each.start,
            each.end,
            label=each.label,
            text=each.text,
            key=each.key.value,
            data=each.data,
        )


RULE = Rule("structure.told_apart", Level.ERROR, "通报自身", __doc__, _check)
