"""Labels that nobody listed are labels where the text repeats them behind its answers."""

from typing import Any

import pytest

from tests.importer.fields.made_drafts import problems


def labels(section: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the labelled answers of a section."""
    return [(each["label"], each["text"]) for each in section.get("responses", ())]


def test_labels_behind_an_answer() -> None:
    """Known words are labels of their own, and 是否完成 tells a state."""
    found = problems(
        "（一）台账不全的问题\n整改情况：已补齐台账。\n是否完成：是\n销号情况：已于2023年9月1日销号。\n"
        "问责情况：批评教育1人。\n下一步打算：每季度查一次：先自查，再抽查。\n存在困难：无\n"
        "（二）账目不清的问题\n整改情况：一是核对账目；二是公示结果。\n是否完成：否\n存在困难：经费不足。"
    )
    assert found[0]["progress"] == "已补齐台账。"
    assert labels(found[0]) == [
        ("是否完成", "是"),
        ("销号情况", "已于2023年9月1日销号。"),
        ("问责情况", "批评教育1人。"),
        ("下一步打算", "每季度查一次：先自查，再抽查。"),
        ("存在困难", "无"),
    ]
    assert found[1]["progress"] == ["核对账目；", "公示结果。"]
    assert [each["status"] for each in found] == ["已完成", "未完成"]


def test_repeated_label() -> None:
    """A word that nobody knows is a label where several sections have it behind their answers."""
    text = "（一）台账不全的问题\n整改情况：已补齐。\n佐证材料：台账12份。\n"
    again = text.replace("一", "二").replace("台账", "账目")
    assert labels(problems(text + again)[0]) == [("佐证材料", "台账12份。")]
    assert labels(problems(text)[0]) == [("整改情况", ["已补齐。", "佐证材料：台账12份。"])]


@pytest.mark.parametrize(
    "line",
    ["具体如下：一册一档。", "会议强调：要从严管理。", "财务科：已核对。", "其中：3册缺页。"],
)
def test_sentence_with_a_colon(line: str) -> None:
    """A sentence that leads to what follows, and the name of an office, are no labels."""
    section = f"关于管理不严的问题\n整改情况：已补齐。\n{line}\n"
    for found in problems(f"（一）{section}（二）{section}"):
        assert labels(found) == [("整改情况", ["已补齐。", line])]


def test_label_of_the_problem_itself() -> None:
    """Before the answer such a word is a part of what is said of the problem."""
    section = "关于管理不严的问题\n具体表现：台账缺3册。\n整改情况：已补齐。\n"
    for found in problems(f"（一）{section}（二）{section}"):
        assert found["body"] == "具体表现：台账缺3册。"
        assert found["progress"] == "已补齐。"


def test_speakers() -> None:
    """Words that several lines of one section begin with name who speaks."""
    section = "关于管理不严的问题\n整改情况：已开会。\n李某：同意。\n王某：同意。\n李某：散会。\n王某：好。\n"
    for found in problems(f"（一）{section}（二）{section}"):
        assert [label for label, _ in labels(found)] == ["整改情况"]
