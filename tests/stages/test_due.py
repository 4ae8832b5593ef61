"""What is due about a day."""

from datetime import date

from disclosure.stages.due import DueKind
from tests.conftest import NOTICE, Project
from tests.stages.office import due

DAY = date(2022, 3, 1)
PROBLEMS = """\
      - {title: 已办的。, kind: 问题, body: 甲。, status: 已完成, deadline: 2022-03-02}
      - {title: 办结并坚持的。, kind: 问题, body: 甲。, status: 已办结并长期坚持, deadline: 2022-03-02}
      - {title: 在办的。, kind: 问题, body: 甲。, status: 正在整改, deadline: 2022-03-15}
      - {title: 迟了的。, kind: 问题, body: 甲。, deadline: 2022-02}
      - {title: 还早的。, kind: 问题, body: 甲。, deadline: 2022-03-16}
      - {title: 没有日子的。, kind: 问题, body: 甲。, deadline: 2022年底前}
contact:"""


def test_deadlines_and_posting(project: Project) -> None:
    """Problems not done and the posting period, by day; a month ends on its last."""
    period = "posting_period: {start: 2022-02-24, end: 2022-03-04}\ncontact:"
    project.write("first", NOTICE.replace("contact:", PROBLEMS).replace("contact:", period))
    assert [
        (each.day.isoformat(), each.kind, each.what, each.path) for each in due(project, DAY)
    ] == [
        ("2022-02-28", DueKind.DEADLINE, "迟了的", ("sections", 0, "sections", 4, "deadline")),
        (
            "2022-03-04",
            DueKind.POSTING,
            "中共某县某局党组关于巡察整改进展情况的通报",
            ("posting_period", "end"),
        ),
        ("2022-03-15", DueKind.DEADLINE, "在办的", ("sections", 0, "sections", 3, "deadline")),
    ]
    assert [each.what for each in due(project, DAY, 15)][-1] == "还早的"
    assert due(project, date(2023, 3, 1)) == ()


def test_nothing_is_due(project: Project) -> None:
    """A notice without days has nothing due."""
    assert due(project, DAY) == ()
