"""Geometry of the statuses over the versions."""

from collections.abc import Sequence

from disclosure.model.status import Status
from disclosure.page_texts import page_texts
from disclosure.render.views.status_chart import WIDTH, StatusChart, draw_status_chart

DONE, OPEN, NEVER = Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED


def drawn(*versions: Sequence[Status | None]) -> StatusChart:
    """Return the chart of these versions, which must have one."""
    chart = draw_status_chart(
        [(f"第{at}版", found) for at, found in enumerate(versions, 1)], page_texts()
    )
    assert chart is not None
    return chart


def test_needs_two_versions_with_statuses() -> None:
    """Without two versions that give statuses there is nothing to compare."""
    assert draw_status_chart([("第1版", [DONE])], page_texts()) is None
    assert draw_status_chart([("第1版", []), ("第2版", [DONE])], page_texts()) is None
    assert draw_status_chart([("第1版", [OPEN]), ("第2版", [DONE])], page_texts()) is not None


def test_parts_are_in_proportion() -> None:
    """The version with most problems fills the width; parts follow their counts, without overlap."""
    chart = drawn([OPEN] * 6, [DONE] * 9 + [OPEN] * 3)
    first, second = (row.parts for row in chart.rows)
    assert second[-1].x + second[-1].width in range(WIDTH - 3, WIDTH + 1)
    assert abs(second[0].width - 3 * second[1].width) <= 6
    assert abs(first[0].width - 2 * second[1].width) <= 4
    assert second[0].x + second[0].width < second[1].x
    assert [part.label for part in second] == ["● 9", "◑ 3"]


def test_narrow_part_is_labelled_below() -> None:
    """A count that does not fit into its part stands below it, within the drawing."""
    chart = drawn([DONE] * 99 + [NEVER], [DONE] * 100, [OPEN, NEVER] + [DONE] * 98)
    row, whole, two = chart.rows
    narrow = row.parts[1]
    assert (narrow.label, narrow.width >= 1) == ("", True)
    assert (row.below, row.anchor, whole.below) == ("○ 1", "middle", "")
    assert narrow.x - 20 < row.below_x <= WIDTH - 10
    assert row.y + chart.bar < row.below_y < whole.y
    assert (two.below, two.anchor) == ("◑ 1　○ 1", "end")
    assert two.below_x in range(WIDTH - 3, WIDTH + 1)
    assert chart.height > two.below_y
    assert [status.word for status in chart.legend] == ["已完成", "正在整改", "未启动"]


def test_problems_without_a_status_are_shown() -> None:
    """A problem whose status is not given has its part, a sign and a word of its own."""
    chart = drawn([DONE, DONE, OPEN], [DONE, DONE, None], [None, None, None])
    assert [[part.label for part in row.parts] for row in chart.rows] == [
        ["● 2", "◑ 1"],
        ["● 2", "– 1"],
        ["– 3"],
    ]
    assert chart.legend[-1].word == "未列状态"
    assert chart.description.endswith("第2版：已完成2个、未列状态1个；第3版：未列状态3个。")


def test_said_in_words() -> None:
    """Who cannot see it hears the counts of each version."""
    chart = drawn([OPEN, OPEN], [DONE, OPEN])
    assert chart.description == "第1版：正在整改2个；第2版：已完成1个、正在整改1个。"


def test_two_shapes_need_more_room() -> None:
    """A status with an ending is told by two shapes, and only where both and the count fit."""
    kept = Status.DONE_KEPT
    chart = drawn([DONE, kept], [DONE] * 14 + [kept] * 2)
    assert [part.label for part in chart.rows[0].parts] == ["", ""]
    assert [part.label for part in drawn([kept, OPEN], [kept, OPEN]).rows[1].parts] == [
        "●∞ 1",
        "◑ 1",
    ]
    assert [part.label for part in chart.rows[1].parts] == ["● 14", ""]
    assert [status.word for status in chart.legend] == ["已完成", "已完成并长期坚持"]
