"""The table of problems, and rows that are pasted into it from a spreadsheet."""

import pytest

from disclosure.editing.apply import applied
from disclosure.editing.edit import SetValue
from disclosure.editing.problems import Pasted, ProblemRow, pasted, problem_rows
from tests.editing.material import FORMS, loaded

_ONE = ("sections", 2, "sections", 0)
_TWO = ("sections", 2, "sections", 1)


def _rows(text: str = FORMS) -> tuple[ProblemRow, ...]:
    notice = loaded(text)
    assert notice is not None
    return problem_rows(notice)


def test_rows() -> None:
    """Every problem with its mark and what is typed of it."""
    one, two = _rows()
    assert (one.path, one.number, one.mark) == (_ONE, 1, "（一）")
    assert one.cells == {
        "title": "问题一",
        "status": "已完成",
        "leader": "王某某",
        "department": None,
        "deadline": "2023-10-31",
    }
    assert (two.path, two.cells["status"]) == (_TWO, None)


@pytest.mark.parametrize(
    ("text", "first", "key", "edits", "left"),
    [
        (
            "已完成\t李某\r\n正在整改\t赵某\r\n",
            0,
            "status",
            (
                SetValue((*_ONE, "leader"), "李某", "王某某"),
                SetValue((*_TWO, "status"), "正在整改", None),
                SetValue((*_TWO, "leader"), "赵某", None),
            ),
            (),
        ),
        ("\n", 0, "status", (), ()),
        (
            "\t",
            0,
            "status",
            (SetValue((*_ONE, "status"), "", "已完成"), SetValue((*_ONE, "leader"), "", "王某某")),
            (),
        ),
        ("\t已完成", 0, "title", (), ()),
        (
            "甲局\n乙局\n丙局\n",
            1,
            "department",
            (SetValue((*_TWO, "department"), "甲局", None),),
            (2, 3),
        ),
        (
            "整改时限\t问题\t备注\n2023/1/5\t问题二\tx\n\t没有这个\t\n",
            0,
            "title",
            (SetValue((*_TWO, "deadline"), "2023-01-05", None),),
            (3,),
        ),
        (
            '责任 领导\t整改时限\n"李\n某"\t2023年6月\n赵某\t长期坚持\n',
            0,
            "deadline",
            (
                SetValue((*_ONE, "leader"), "李 某", "王某某"),
                SetValue((*_ONE, "deadline"), "2023-06", "2023-10-31"),
                SetValue((*_TWO, "leader"), "赵某", None),
                SetValue((*_TWO, "deadline"), "长期坚持", None),
            ),
            (),
        ),
    ],
)
def test_pasted(
    text: str, first: int, key: str, edits: tuple[SetValue, ...], left: tuple[int, ...]
) -> None:
    """By place or by the columns' names and titles; days as the file writes them."""
    assert pasted(_rows(), text, first, key) == Pasted(edits, left)


def test_all_at_once() -> None:
    """What was pasted stands in the file, and only in lines of its own."""
    found = pasted(
        _rows(), "已办结\t李某\t甲局\t2024-01\n未启动\t赵某\t乙局\t2024年底前\n", 0, "status"
    )
    after = applied(FORMS, found.edits)
    assert [row.cells for row in _rows(after)] == [
        {
            "title": "问题一",
            "status": "已办结",
            "leader": "李某",
            "department": "甲局",
            "deadline": "2024-01",
        },
        {
            "title": "问题二",
            "status": "未启动",
            "leader": "赵某",
            "department": "乙局",
            "deadline": "2024年底前",
        },
    ]
    gone = set(FORMS.split("\n")) - set(after.split("\n"))
    assert {row.strip().partition(":")[0] for row in gone} == {"status", "leader", "deadline"}
