"""What a sentence says of its problem's state is read; what is said of others is not."""

import pytest

from disclosure.checks.reading.said_status import said_statuses
from disclosure.model.status import Status

SAID = {
    "该问题已完成整改。": "已完成",
    "该问题已于2023年6月完成整改。": "已完成",
    "目前，该问题已完成整改并长期坚持。": "已完成并长期坚持",
    "截至2024年底，此项问题基本完成整改，后续加强监管。": "基本完成",
    "加大力度。该问题尚未完成整改。": "未完成",
    "该问题正在整改。": "正在整改",
    "该事项已办结。": "已办结",
    "该信访件阶段性办结。": "阶段性办结",
    "完成率98%。已完成。": "已完成",
    "修订制度两项。阶段性完成并长期坚持。": "阶段性完成并长期坚持",
    "持续整改。": "持续整改",
}
NOT_SAID = (
    "对未完成整改的单位通报批评。",
    "对未完成整改的，责令限期完成。",
    "问题3已完成整改。",
    "上级反馈的另一问题已完成整改。",
    "如该问题已完成整改，应当及时销号。",
    "要求该问题已完成整改后报告。",
    "该问题已完成整改方案。",
    "纠正“该问题已完成整改。”的错误认识。",
    "有的同志说：“已完成。”",
    "已完成招标，正在施工。",
    "该问题的责任单位已完成整改。",
    "培训已完成。",
)


@pytest.mark.parametrize("text", SAID)
def test_said(text: str) -> None:
    """The state is read as the data would name it, from its own characters."""
    (said,) = said_statuses(text, last=True)
    assert said.status == SAID[text]
    assert said.agrees(Status(SAID[text]))
    assert text[said.start : said.end].strip("，") != ""


@pytest.mark.parametrize("text", NOT_SAID)
def test_not_said(text: str) -> None:
    """Other problems, conditions, quotations and parts of sentences state nothing."""
    assert not list(said_statuses(text, last=True))


def test_last_words_alone_may_leave_the_problem_out() -> None:
    """已完成。 in the middle may be said of a measure."""
    assert not list(said_statuses("开展培训。已完成。", last=False))
    assert not list(said_statuses("已完成。随后开展培训。", last=True))


@pytest.mark.parametrize(
    ("text", "status", "agrees"),
    [
        ("该问题已完成整改。", "已完成并长期坚持", True),
        ("该问题已完成整改。", "已办结", True),
        ("该问题已完成整改。", "基本完成", False),
        ("该问题已完成整改并持续整改。", "已完成", False),
        ("该问题尚未完成整改。", "正在整改", True),
        ("该问题尚未完成整改。", "未启动", True),
        ("该问题尚未完成整改。", "已完成", False),
        ("该问题正在整改。", "持续整改", True),
        ("该问题正在整改。", "已完成并持续整改", True),
        ("该问题正在整改。", "未启动", False),
        ("该问题部分完成整改。", "已完成", False),
    ],
)
def test_agrees(text: str, status: str, agrees: bool) -> None:
    """Two words for one state agree; where one is done and the other is not, they do not."""
    (said,) = said_statuses(text, last=True)
    assert said.agrees(Status(status)) is agrees
