"""Statuses: a state, with or without what follows it."""

import pytest

from disclosure.model.status import ENDINGS, Status, without_endings

STATES = [
    "已完成",
    "基本完成",
    "部分完成",
    "阶段性完成",
    "正在整改",
    "持续整改",
    "长期坚持",
    "未完成",
    "未启动",
    "已办结",
    "阶段性办结",
    "正在办理",
    "已取消",
]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("ending", ["", *ENDINGS])
def test_every_state_with_every_ending(state: str, ending: str) -> None:
    """Each state may stand alone or with an ending, and is read apart from it."""
    status = Status(state + ending)
    assert str(status) == state + ending
    assert (str(status.state), status.ending) == (state, ending)


def test_no_other() -> None:
    """There are no states but these, in the order in which they are counted."""
    assert list(without_endings(Status)) == STATES
    assert len(Status) == len(STATES) * 3
