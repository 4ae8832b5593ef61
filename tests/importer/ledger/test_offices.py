"""Tables as five made-up offices keep them: head, merged cells, dates and phones of each."""

from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pytest

from disclosure.importer.ledger.comparing import Compared, compare
from disclosure.importer.ledger.difference import Fate
from disclosure.importer.ledger.problems import Problem, problems_of
from disclosure.source.load import load_notice
from tests.importer.ledger.sheets_made import book

_NOTICE = """\
title: 云岭县水务局党组关于巡察整改进展情况的通报
issuer: 云岭县水务局党组
published: 2024-06-15
sections:
  - title: 整改情况
    sections:
      - {title: 制度不健全。, kind: 问题, measures: [甲。]}
      - {title: 学习不深入。, kind: 问题, measures: [乙。]}
      - {title: 台账管理不规范。, kind: 问题, measures: [丙。]}
contact: {phone: 0360-5550118}
"""


@pytest.fixture(scope="module")
def problems() -> list[Problem]:
    """Return the problems of a notice."""
    loaded, found = load_notice(_NOTICE.encode(), PurePosixPath("water.yaml"))
    assert loaded is not None, found
    return list(problems_of("water", loaded))


def said(compared: Compared) -> list[tuple[int, str, str]]:
    """Return what would be added: number of the problem, key, value."""
    return [
        (each.match.problem.node.problem, each.kind.value, each.new)
        for each in compared.findings
        if each.fate is Fate.ADDED and each.match.problem and each.kind
    ]


def compared(problems: list[Problem], rows: list[list[Any]], **how: Any) -> Compared:
    """Compare a table."""
    return compare(book(rows, **how), (), problems, text=False)


def test_two_rows_of_head_and_merged_problems(problems: list[Problem]) -> None:
    """A title above, a head of two rows, a problem over several rows of measures, sums below."""
    rows = [
        ["云岭县水务局巡察反馈问题整改台账", None, None, None, None, None, None],
        ["填报单位（盖章）：", None, None, "填报时间：", None, None, None],
        ["序号", "反馈问题", "整改措施", "责任分工", None, "完成\n时限", "整改状态"],
        [None, None, None, "责任领导", "责任科室", None, None],
        ["一、全面从严治党方面", None, None, None, None, None, None],
        [1, "1.制度不健全", "制定制度", "王建国", "办公室", date(2024, 10, 31), "已完成"],
        [None, None, "开展培训", "王建国", None, None, None],
        [2, "2.学习不深入", "每月学习", "李新民", "人事科", "2024年底前", "整改中"],
        ["合计", "2个问题", None, None, None, None, None],
    ]
    merged = ["A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "G3:G4", "A5:G5"]
    merged += ["A6:A7", "B6:B7", "E6:E7", "F6:F7", "G6:G7"]
    result = compared(problems, rows, merged=merged)
    assert result.sheets[0].rows == (3, 4)
    assert result.sheets[0].problems == 2
    assert said(result) == [
        (1, "status", "已完成"),
        (1, "leader", "王建国"),
        (1, "department", "办公室"),
        (1, "deadline", "2024-10-31"),
        (2, "status", "正在整改"),
        (2, "leader", "李新民"),
        (2, "department", "人事科"),
        (2, "deadline", "2024年底前"),
    ]


def test_dates_as_serials_months_and_words(problems: list[Problem]) -> None:
    """A number that is a day, a day shown as a month, a day in words, and words that stay."""
    rows = [
        ["问题清单", "整改时限"],
        ["制度不健全。", 45596],
        ["学习不深入。", date(2024, 6, 1)],
        ["台账管理不规范。", "长期坚持"],
    ]
    result = compared(problems, rows, formats={"B3": 'yyyy"年"m"月"'})
    assert said(result) == [
        (1, "deadline", "2024-10-31"),
        (2, "deadline", "2024-06"),
        (3, "deadline", "长期坚持"),
    ]


def test_phones_are_text_and_stay_outside(problems: list[Problem]) -> None:
    """A number of eleven digits stays one; a name with its phone is not put into a notice."""
    rows = [
        ["具体问题", "责任人", "责任单位", "联系电话"],
        ["制度不健全", "王建国\n0360-5550118", "办公室、人事科", 13900000000],
        ["学习不深入", 13900000000, "人事科", "0360-5550118"],
        ["台账管理不规范", "王建国\n李新民", None, None],
    ]
    result = compared(problems, rows)
    assert said(result) == [
        (1, "department", "办公室、人事科"),
        (2, "department", "人事科"),
        (3, "leader", "王建国、李新民"),
    ]
    phones = [each.new for each in result.findings if each.fate is Fate.PHONE]
    assert phones == ["王建国\n0360-5550118", "13900000000"]


def test_states_in_offices_words(problems: list[Problem]) -> None:
    """A tick, an ending behind a comma; a report of what was done is no state and is listed."""
    rows = [
        ["存在问题", "完成情况"],
        ["制度不健全", "√"],
        ["学习不深入", "已完成，并长期坚持"],
        ["台账管理不规范", "已召开专题会议2次，修订办法1项，正在报批。"],
    ]
    result = compared(problems, rows)
    assert said(result) == [(1, "status", "已完成"), (2, "status", "已完成并长期坚持")]
    assert [each.fate for each in result.findings][-1] is Fate.UNREAD


def test_of_two_columns_of_problems_the_one_that_fits(problems: list[Problem]) -> None:
    """Beside the problem, its details; and heads that come again on the next page."""
    rows = [
        ["序号", "问题", "具体问题", "牵头单位", "责任单位", "责任部门", "措施条数"],
        [1, "政治建设", "制度不健全", "县水务局", "办公室", "一科", 3],
        [2, "政治建设", "学习不深入", "县水务局", "办公室", "一科", "2条"],
        ["序号", "问题", "具体问题", "牵头单位", "责任单位", "责任部门", "措施条数"],
        [3, "内部管理", "台账管理不规范", "/", "—", "一科", None],
    ]
    result = compared(problems, rows)
    assert said(result) == [
        (1, "department", "一科"),
        (1, "lead_unit", "县水务局"),
        (1, "measure_count", "3"),
        (2, "department", "一科"),
        (2, "lead_unit", "县水务局"),
        (2, "measure_count", "2"),
        (3, "department", "一科"),
    ]
    assert result.sheets[0].unused == ("责任单位",)
    assert result.sheets[0].problems == 3


def test_several_rows_that_disagree_are_listed(problems: list[Problem]) -> None:
    """A problem of two rows with two deadlines has none that could be taken."""
    rows = [
        ["问题", "整改时限"],
        ["制度不健全", "2024-10-31"],
        [None, "2024-12-31"],
        ["学习不深入", "2024/5/6"],
    ]
    result = compared(problems, rows, merged=["A2:A3"])
    assert said(result) == [(2, "deadline", "2024-05-06")]
    assert Fate.VALUES in {each.fate for each in result.findings}


def test_two_rows_about_one_problem_change_nothing(problems: list[Problem]) -> None:
    """Nobody can say which is meant."""
    rows = [["问题", "责任人"], ["制度不健全", "甲乙"], ["制度不健全。", "丙丁"]]
    result = compared(problems, rows)
    assert [each.fate for each in result.findings] == [Fate.TWICE, Fate.TWICE]
