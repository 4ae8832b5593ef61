"""Lists, levels, headings and answers against themselves: right ones and slips of each kind."""

from typing import Any

import pytest

from disclosure.checks.structure import RULES
from tests.checks.desk import SOUND, to_yaml, verdict_of


def codes(body: str | list[str]) -> set[str]:
    """Return what the rules of structure say of the paragraphs of one section."""
    return codes_of([{"title": "下一步工作", "body": body}])


def codes_of(sections: list[dict[str, Any]]) -> set[str]:
    """Return what they say of sections."""
    verdict = verdict_of(to_yaml(SOUND | {"sections": sections}), rules=RULES)
    return {each.code for each in verdict.diagnostics if each.code.startswith("structure.")}


RIGHT = (
    "要求学员一是要坚定不移推进转型；二是要聚焦重点；三是要勤政优政。",
    "我局一是约谈负责人；二是责令停业；三是跟踪问效。",
    "一要紧扣主题；二要以上率下；三是抓牢基层；四是立足见效。",
    "首先，提高认识。第二，压实责任。第三，跟踪问效。",
    "首先，提高认识。其次，压实责任。第三，跟踪问效。第四，形成机制。",
    "第一、二项政策自发布之日起执行；第三、四项政策以受理时间为准。",
    "一是抓学习，包括：一是读原著；二是谈体会；三是写心得。二是抓落实。三是抓考核。",
    "【主要任务】一是排查；二是清理；三是专项检查。",
    "（七）负责会计管理。（八）负责资产管理。",
    "参评条件：（一）具有硕士学位。（二）具有本科学历。教师要求（一）具有硕士学位。（二）具有专科学历。",
    "算力达到 12.5亿次；2. 完成机房建设。",
    "提出三点要求：一是提高认识；二是压实责任；三是跟踪问效。",
    "对3个村的问题，一是清退资金；二是健全制度。",
    "坚持两手抓，一是抓学习；二是抓落实；三是抓考核。",
    "提出三点要求：一是提高认识；二是压实责任。三要跟踪问效。",
    "下午3点，一是召开会议；二是签订责任书。",
    "上午三点，一是召开会议；二是签订责任书。",
    "做到“三个到位”：认识到位、责任到位、措施到位。",
    "坚持“两个维护”：做到政治上清醒、行动上自觉、作风上过硬。",
    "落实“四个不摘”，即摘帽不摘责任、摘帽不摘政策、摘帽不摘帮扶、摘帽不摘监管。",
    "形成三个清单：问题、任务、责任清单。",
)
ORDER = (
    "一是加强学习；三是健全制度；四是开展培训。",
    "要求：（1）学文件；（3）查问题；（4）抓整改。",
    "第一，提高认识。第二，压实责任。第四，跟踪问效。",
    "一是加强学习；二是健全制度；二是开展培训。",
    "主要有：（一）排查；（二）整改；（四）验收。",
    "1.开展排查；2.逐项整改；4.组织验收。",
)
POINTS = (
    "会议提出三点要求：一是加强学习；二是健全制度。",
    "主要做好两点：一是抓学习；二是抓落实；三是抓考核。",
    "重点抓好四个方面：一是抓学习；二是抓制度；三是抓培训。",
    "采取以下5项措施：（1）排查；（2）整改；（3）验收；（4）回访。",
    "会议明确三条意见，第一，提高认识。第二，压实责任。",
    "做到“三个到位”：认识到位、责任到位、措施到位、监督到位。",
    "坚持“四个坚持”：坚持原则、坚持标准、坚持问题导向。",
    "做到五个不放过，即原因不查清不放过、责任不落实不放过、整改不到位不放过、教育不深入不放过。",
)


@pytest.mark.parametrize("text", RIGHT)
def test_right_lists(text: str) -> None:
    """A list that is whole, begins in a sentence, or holds another is left alone."""
    assert codes(text) == set()


@pytest.mark.parametrize("text", ORDER)
def test_items_out_of_order(text: str) -> None:
    """A number that is left out or stands twice is found."""
    assert codes(text) == {"structure.enumeration"}


@pytest.mark.parametrize("text", POINTS)
def test_more_or_fewer_than_said(text: str) -> None:
    """A list of another length than announced is found."""
    assert codes(text) == {"structure.points"}


def test_items_over_paragraphs() -> None:
    """Items may go on from the paragraph before, and a list of three may end there."""
    assert codes(["一是加强学习。", "同时，二是健全制度；三是开展培训。"]) == set()
    assert codes(["提出三点要求：一是学；二是查。", "三是改。"]) == set()


UPRIGHT = (
    ["一、抓学习", "（一）读原著。", "（二）谈体会。", "二、抓落实", "（一）建制度。"],
    ["（一）抓学习", "1.读原著。", "2.谈体会。", "（二）抓落实", "1.建制度。"],
    ["1.有关规定", "（一）情节轻微的；", "（二）情节严重的。", "2.处理意见"],
    ["（一）读原著。", "（二）谈体会。", "一、抓学习", "（一）建制度。", "（二）抓考核。"],
    ["（1）读原著。", "（2）谈体会。", "1.抓落实", "（1）建制度。"],
)
UPSIDE_DOWN = (
    ["（一）抓学习", "一、读原著。", "二、谈体会。", "（二）抓落实", "一、建制度。"],
    ["（1）抓学习", "1.读原著。", "2.谈体会。", "（2）抓落实"],
)


@pytest.mark.parametrize("body", UPRIGHT)
def test_levels_in_order(body: list[str]) -> None:
    """Each level stands below the one that is above it."""
    assert codes(body) == set()


@pytest.mark.parametrize("body", UPSIDE_DOWN)
def test_levels_upside_down(body: list[str]) -> None:
    """A list of the upper mark between two items of the lower one is found."""
    assert codes(body) == {"structure.levels"}


COPIED = "召开专题会议研究，制定学习计划，组织集中学习4次。"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (COPIED, COPIED, True),
        ([COPIED, "修订制度2项。"], [COPIED, "修订制度2项。"], True),
        ([COPIED, "修订制度2项。"], [COPIED, "修订制度3项。"], False),
        ("已完成整改，并长期坚持。", "已完成整改，并长期坚持。", False),
    ],
)
def test_one_answer_for_two(first: object, second: object, found: bool) -> None:
    """A whole answer that stands under two problems is found; formulas and single items are not."""
    sections = [
        {"title": "理论学习不深入", "outcomes": first},
        {"title": "制度执行不严", "outcomes": second},
    ]
    assert ("structure.answers_twice" in codes_of(sections)) == found
