"""Money and counts of measures that a problem's text says plainly are data, with a comment."""

from typing import Any

import pytest

from tests.importer.fields.made_drafts import HEAD, imported, problems, values


def funds(text: str) -> Any:
    """Return the money of a problem with this answer."""
    (found,) = problems(f"（一）关于专项资金滞留的问题\n整改情况：{text}")
    return found.get("funds")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "涉及资金1,251.20万元，其中追缴800.00万元、归还原渠道451.20万元。",
            {
                "name": "涉及资金",
                "amount": "1,251.20",
                "parts": {"追缴": "800.00", "归还原渠道": "451.20"},
            },
        ),
        (
            "涉及问题资金35.6万元。目前已追缴30万元，其余正在清收。",
            {"name": "问题资金", "amount": "35.6", "parts": {"追缴": 30}, "partial": True},
        ),
        ("涉及违规金额3200元，已退还。", {"name": "违规金额", "amount": 3200, "unit": "元"}),
        (
            "涉及问题资金35.6万元，已追缴2000元。",
            {"name": "问题资金", "amount": "35.6"},
        ),
        ("涉及问题资金10万元，已追缴35万元。", {"name": "问题资金", "amount": 10}),
    ],
)
def test_money(text: str, wanted: dict[str, Any]) -> None:
    """The sum, and its parts where they can be parts of it; the text stays as it is."""
    found = funds(text)
    assert {key: _text(value) for key, value in found.items()} == {
        key: _text(value) for key, value in wanted.items()
    }


def _text(value: Any) -> Any:
    return {k: str(v) for k, v in value.items()} if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(
    "text",
    [
        "涉及资金10万元和问题资金20万元。涉及资金30万元的已移交。",
        "追缴35万元。",
        "检查发现8处缺项，涉及金额23.6万元。",
        "涉及资金较多，已追缴35万元。",
    ],
)
def test_no_sum(text: str) -> None:
    """Without one sum that is said to be the problem's, nothing is proposed."""
    assert funds(text) is None


def test_money_is_for_the_ledger() -> None:
    """The draft says that the money is not printed once more, and that it was guessed."""
    text = f"{HEAD}（一）关于资金滞留的问题\n整改情况：涉及资金10万元，已追缴10万元。"
    assert values(text)["unprinted"] == ["funds"]
    assert "资金取自正文" in imported(text).text


@pytest.mark.parametrize(
    ("text", "count"),
    [("制定整改措施5项。已补齐。", 5), ("制定12条措施。", 12), ("完善措施，强化监管。", None)],
)
def test_measures_of_a_problem(text: str, count: int | None) -> None:
    """How many measures a problem has stands in the ledger alone."""
    (found,) = problems(f"（一）关于台账不全的问题\n整改情况：{text}")
    assert found.get("measure_count") == count


def test_measures_of_the_whole() -> None:
    """What the lead says of its measures is a declared count."""
    text = HEAD.replace("现将", "针对反馈的1个问题，制定措施56项。现将")
    found = values(f"{text}（一）关于台账不全的问题\n整改情况：已补齐。")
    assert found["declared"] == {"problems": 1, "measures": 56}


def test_list_behind_a_sentence() -> None:
    """一是 behind a sentence of the same paragraph stays: a list would begin a paragraph."""
    text = "坚持立行立改。一是补齐台账；二是上锁。"
    (found,) = problems(f"（一）关于台账不全的问题\n整改情况：{text}")
    assert found["progress"] == text
