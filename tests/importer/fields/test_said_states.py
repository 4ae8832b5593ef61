"""States that titles tell, in brackets or apart from their words, are data; the title stays."""

import pytest

from disclosure.importer.fields.said_states import has_unread_state, state_in, state_in_title
from tests.importer.fields.made_drafts import HEAD, imported, problems, values


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("【已完成】", "已完成"),
        ("（正在推进）", "正在整改"),
        ("[长期坚持]", "长期坚持"),
        ("（已整改到位并销号）", "已完成"),
        ("（已完成，长期坚持）", "已完成并长期坚持"),
        ("〔整改状态：整改中〕", "正在整改"),
        ("　持续推进", "持续整改"),
        ("——已销号", "已完成"),
        ("，已完成整改", "已完成"),
    ],
)
def test_state_in_a_title(said: str, status: str) -> None:
    """The state is told once as data for the ledger, and the title is as it was typed."""
    (found,) = problems(f"（一）河道巡查不严的问题{said}\n整改措施：开展联合巡查。")
    assert found["status"] == status
    assert found["title"] == f"河道巡查不严的问题{said}"


@pytest.mark.parametrize(
    "title",
    [
        "坚持问题导向，长期坚持",
        "关于整改落实情况的问题（3件）",
        "推动工作落实（试行）",
        "对已完成项目监管不严的问题",
    ],
)
def test_title_without_a_state(title: str) -> None:
    """Words of a title that are not set apart from it tell no state."""
    assert state_in_title(title) is None
    assert not has_unread_state(title)


def test_state_that_nobody_knows() -> None:
    """Brackets that look like a state in other words stay, with a comment beside the title."""
    made = imported(f"{HEAD}（一）河道巡查不严的问题（已整改，待验收）\n整改措施：开展联合巡查。")
    assert "标题末尾的括号像是整改状态" in made.text
    assert "status" not in made.text.replace("填 status", "")


@pytest.mark.parametrize(
    "text", ["未完成并销号", "完成率较高", "已完成整改措施3条", "正在推进的有3项"]
)
def test_more_than_a_state(text: str) -> None:
    """What says more than a state, or contradicts itself, is none."""
    assert state_in(text) is None


@pytest.mark.parametrize(
    ("line", "data"),
    [
        ("【是否完成】：基本完成", {"status": "基本完成"}),
        ("【责任人】：张某", {"leader": "张某"}),
        ("【完成时间】2023年9月", {"deadline": "2023-09"}),
    ],
)
def test_labels_in_brackets(line: str, data: dict[str, str]) -> None:
    """What stands behind a label in brackets is data, and its line prints as it was typed."""
    (found,) = problems(f"（一）台账不全的问题\n【整改情况】：已补齐3册。\n{line}")
    assert data.items() <= found.items()
    assert found["content"][-1] == line


@pytest.mark.parametrize("said", ["已完成整改。设施运行正常。", "已通过市级验收销号。"])
def test_state_at_the_beginning(said: str) -> None:
    """Behind a label that asks how far it is, the first sentence tells a state."""
    label = "销号情况" if "销号" in said else "完成情况"
    (found,) = problems(f"（一）台账不全的问题\n整改措施：补齐台账。\n{label}：{said}")
    assert found["status"] == "已完成"


def test_number_of_a_problem_is_no_title() -> None:
    """反馈问题1： only says what follows."""
    (found,) = problems("（一）反馈问题1：河道垃圾清理不及时\n整改措施：开展清河行动。")
    assert found["title"] == "反馈问题1：河道垃圾清理不及时"


def test_state_behind_a_stopped_title() -> None:
    """Brackets alone behind the full stop of a title tell the state of the problem."""
    (found,) = problems("（一）河道巡查不严的问题。【长期坚持】\n整改措施：开展联合巡查。")
    assert found["status"] == "长期坚持"


def test_case_by_its_number() -> None:
    """The number of a case is its title, and 是否办结 tells its state."""
    (found,) = problems("（一）受理编号：X3YK2024001\n处理情况：已停产整治。\n是否办结：阶段性办结")
    assert found["title"] == "受理编号：X3YK2024001"
    assert found["status"] == "阶段性办结"


def test_counts_by_other_words() -> None:
    """正在推进 in the lead counts the problems that are 正在整改, where all add up."""
    text = HEAD.replace("现将", "反馈的8个问题已完成6个，正在推进2个。现将")
    found = values(f"{text}（一）台账不全的问题\n整改措施：补齐台账。")
    assert found["declared"]["statuses"] == {"已完成": 6, "正在整改": 2}
