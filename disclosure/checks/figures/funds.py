"""figures.funds: the parts of a sum of money come to the sum, or are told to be some of it.

With ``partial`` they come to no more than it.

Good::
    sections:
      - title: 甲
        outcomes: 已整改。
        funds: {name: 问题资金, amount: '1,580', parts: {追缴: '1,080', 归还: 500}}
Good::
    sections:
      - title: 甲
        outcomes: 已整改。
        funds: {name: 问题资金, amount: '1,580', partial: true, parts: {追缴: '1,080'}}
Bad::
    sections:
      - title: 甲
        outcomes: 已整改。
        funds: {name: 问题资金, amount: '1,580', parts: {追缴: '1,080', 归还: 400}}
Bad::
    sections:
      - title: 甲
        outcomes: 已整改。
        funds: {name: 问题资金, amount: '1,580', partial: true, parts: {追缴: '2,080'}}
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.amount import value_of


def _check(context: NoticeContext) -> Iterator[Finding]:
    for node in context.outline.nodes:
        for number, funds in enumerate(node.section.funds):
            whole = value_of(funds.amount)
            wrong = funds.sum > whole if funds.partial else funds.sum != whole
            if funds.parts and wrong:
                place = (*node.path, "funds", number, "amount")
                yield at_value(place, name=funds.name, amount=funds.amount, found=f"{funds.sum:,f}")


RULE = Rule("figures.funds", Level.ERROR, "通报自身", __doc__, _check)
