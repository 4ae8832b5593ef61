"""How far a problem's rectification has come."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

KEPT: Final = "并长期坚持"
GOES_ON: Final = "并持续整改"
ENDINGS: Final = (KEPT, GOES_ON)


class Status(StrEnum):
    """A problem's status, as printed; never inferred.

    Each state may stand alone, or with what follows it: ``已完成并长期坚持``. All are members,
    so that whatever counts, sorts or offers statuses takes a word for what it is.
    """

    DONE = "已完成"
    DONE_KEPT = "已完成并长期坚持"
    DONE_GOES_ON = "已完成并持续整改"
    MOSTLY_DONE = "基本完成"
    MOSTLY_DONE_KEPT = "基本完成并长期坚持"
    MOSTLY_DONE_GOES_ON = "基本完成并持续整改"
    PARTLY_DONE = "部分完成"
    PARTLY_DONE_KEPT = "部分完成并长期坚持"
    PARTLY_DONE_GOES_ON = "部分完成并持续整改"
    STAGE_DONE = "阶段性完成"
    STAGE_DONE_KEPT = "阶段性完成并长期坚持"
    STAGE_DONE_GOES_ON = "阶段性完成并持续整改"
    IN_PROGRESS = "正在整改"
    IN_PROGRESS_KEPT = "正在整改并长期坚持"
    IN_PROGRESS_GOES_ON = "正在整改并持续整改"
    ONGOING = "持续整改"
    ONGOING_KEPT = "持续整改并长期坚持"
    ONGOING_GOES_ON = "持续整改并持续整改"
    LONG_TERM = "长期坚持"
    LONG_TERM_KEPT = "长期坚持并长期坚持"
    LONG_TERM_GOES_ON = "长期坚持并持续整改"
    UNFINISHED = "未完成"
    UNFINISHED_KEPT = "未完成并长期坚持"
    UNFINISHED_GOES_ON = "未完成并持续整改"
    NOT_STARTED = "未启动"
    NOT_STARTED_KEPT = "未启动并长期坚持"
    NOT_STARTED_GOES_ON = "未启动并持续整改"
    CLOSED = "已办结"
    CLOSED_KEPT = "已办结并长期坚持"
    CLOSED_GOES_ON = "已办结并持续整改"
    STAGE_CLOSED = "阶段性办结"
    STAGE_CLOSED_KEPT = "阶段性办结并长期坚持"
    STAGE_CLOSED_GOES_ON = "阶段性办结并持续整改"
    IN_HAND = "正在办理"
    IN_HAND_KEPT = "正在办理并长期坚持"
    IN_HAND_GOES_ON = "正在办理并持续整改"
    CANCELLED = "已取消"
    CANCELLED_KEPT = "已取消并长期坚持"
    CANCELLED_GOES_ON = "已取消并持续整改"

    @property
    def state(self) -> "Status":
        """The state alone, without what follows it."""
        return Status(self.value.removesuffix(self.ending))

    @property
    def ending(self) -> str:
        """What follows the state; empty where nothing does."""
        return next((ending for ending in ENDINGS if self.value.endswith(ending)), "")


def without_endings(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that end in no ending: for messages and tables, which name these apart."""
    return tuple(word for word in words if not word.endswith(ENDINGS))
